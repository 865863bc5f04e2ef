# What both scripts use. Base R, MASS and sandwich only; nothing of this project's code.

figures <- data.frame(figure = character(), value = numeric())
tell <- function(name, value) figures[nrow(figures) + 1, ] <<- list(name, as.numeric(value))

# Dispersion of a table of groups by months, months weighted by their events; the method's page has the formula.
dispersion <- function(table) {
  table <- table[rowSums(table) > 0, colSums(table) > 0, drop = FALSE]
  n <- sum(table)
  chi <- sapply(seq_len(ncol(table)), function(month) {
    column <- table[, month]
    suppressWarnings(chisq.test(column, p = rowSums(table) / n)$statistic)
  })
  events <- colSums(table)
  groups <- nrow(table)
  factor <- sum(events * chi) / ((groups - 1) * sum(events * (1 - events / n)))
  degrees <- (groups - 1) * (n^2 / sum(events^2) - 1)
  c(factor = factor, degrees = degrees)
}

tell_rates <- function(counts, residents, years, spread, groups) {
  d <- spread[["degrees"]]
  widened <- max(1, spread[["factor"]] * d / (d - 2))
  tell("dispersion", widened)
  for (group in groups) {
    ratio <- (counts[[group]] / residents[[group]]) / (counts[["white"]] / residents[["white"]])
    error <- sqrt(widened * (1 / counts[[group]] + 1 / counts[["white"]]))
    tell(paste("rate", group), counts[[group]] / (residents[[group]] * years))
    tell(paste("rate ratio", group), ratio)
    tell(paste("rate ratio low", group), ratio * exp(-qnorm(0.975) * error))
    tell(paste("rate ratio high", group), ratio * exp(qnorm(0.975) * error))
    exact <- poisson.test(c(counts[[group]], counts[["white"]]), c(residents[[group]], residents[["white"]]))$conf.int
    tell(paste("exact low", group), exact[1])
    tell(paste("exact high", group), exact[2])
  }
}

# Koopman's score interval, with the restricted likelihood maximised by search instead of by its formula.
koopman <- function(x1, n1, x0, n0) {
  beyond <- function(theta) {
    loss <- function(p0) -(dbinom(x1, n1, theta * p0, log = TRUE) + dbinom(x0, n0, p0, log = TRUE))
    p0 <- optimize(loss, c(1e-12, min(1, 1 / theta) - 1e-12), tol = 1e-13)$minimum
    p1 <- theta * p0
    (x1 / n1 - theta * x0 / n0)^2 / (p1 * (1 - p1) / n1 + theta^2 * p0 * (1 - p0) / n0) - qchisq(0.95, 1)
  }
  ratio <- (x1 / n1) / (x0 / n0)
  c(uniroot(beyond, c(ratio / 20, ratio), tol = 1e-12)$root, uniroot(beyond, c(ratio, ratio * 20), tol = 1e-12)$root)
}

# Mantel-Haenszel risk ratio with Greenland and Robins' variance, and the sign of R's own Cochran-Mantel-Haenszel test.
mantel_haenszel <- function(outcome, is_group, stratum) {
  cells <- table(factor(outcome, c(TRUE, FALSE)), factor(is_group, c(TRUE, FALSE)), as.character(stratum))
  cells <- cells[, , apply(cells, 3, function(cell) all(colSums(cell) > 0)), drop = FALSE]
  storage.mode(cells) <- "double"
  x1 <- cells[1, 1, ]; n1 <- x1 + cells[2, 1, ]; x0 <- cells[1, 2, ]; n0 <- x0 + cells[2, 2, ]; n <- n1 + n0
  r <- sum(x1 * n0 / n); s <- sum(x0 * n1 / n)
  variance <- sum(((x1 + x0) * n1 * n0 - x1 * x0 * n) / n^2) / (r * s)
  usable <- cells[, , apply(cells, 3, sum) > 1, drop = FALSE]
  c(ratio = r / s, low = r / s * exp(-qnorm(0.975) * sqrt(variance)), high = r / s * exp(qnorm(0.975) * sqrt(variance)),
    strata = length(n), odds = unname(mantelhaen.test(usable, correct = FALSE)$estimate))
}

finish <- function(path) write.csv(figures, path, row.names = FALSE)
