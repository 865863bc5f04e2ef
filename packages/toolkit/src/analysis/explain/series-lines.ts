/** What is fixed of a regression of a monthly series before it is fitted. */
export type SeriesModel = {
  /** Pairs of sine and cosine. */
  readonly seasons: number;
  /** Months over which Newey and West let residuals be correlated. */
  readonly lag: number;
};

/**
 * Lines for R that define `change(count)`: the segmented quasi-Poisson regression of a column of the table `series` with
 * the widest of its three errors. It needs the package sandwich.
 */
export function changeFunction({ seasons, lag }: SeriesModel): readonly string[] {
  const waves = Array.from({ length: seasons }, (_, index) => 2 * (index + 1)).flatMap((k) =>
    ["sin", "cos"].map((wave) => `${wave}(${k} * pi * time / 12)`),
  );
  const terms = ["level", "time", ...waves, "offset(log(days))"].join(" + ");
  return [
    "change <- function(count) {",
    "  data <- transform(series, count = count)",
    `  fit <- glm(count ~ ${terms}, family = quasipoisson, data = data, control = glm.control(epsilon = 1e-12, maxit = 200))`,
    "  months <- nrow(data); terms <- length(coef(fit)); dispersion <- summary(fit)$dispersion",
    "  residual <- (count - fitted(fit)) / sqrt(fitted(fit)); residual <- residual - mean(residual)",
    "  alike <- sum(residual[-1] * residual[-months]) / sum(residual^2)",
    "  together <- min(0.8, max(0, alike + terms / months)); widening <- sqrt((1 + together) / (1 - together))",
    '  quasi <- sqrt(vcov(fit)["level", "level"]); poisson <- quasi / sqrt(dispersion)',
    `  robust <- sqrt(sandwich::NeweyWest(fit, lag = ${lag}, prewhite = FALSE, adjust = FALSE)["level", "level"])`,
    "  error <- max(poisson, quasi * widening, robust * sqrt(months / (months - terms)))",
    '  log_ratio <- coef(fit)[["level"]]; t <- qt(0.975, months - terms); after <- data$level == 1',
    '  design <- model.matrix(fit); design[, "level"] <- 0',
    "  expected <- fitted(fit)[after] / exp(log_ratio); gradient <- colSums(expected * design[after, , drop = FALSE])",
    "  variance <- c(gradient %*% vcov(fit) %*% gradient) + dispersion * sum(expected)",
    "  list(ratio = exp(log_ratio), low = exp(log_ratio - t * error), high = exp(log_ratio + t * error),",
    "    p = 2 * pt(-abs(log_ratio / error), months - terms), error = error, dispersion = dispersion, alike = alike,",
    "    observed = sum(count[after]), expected = sum(expected), course = expected,",
    "    margin = t * widening * sqrt(variance))",
    "}",
  ];
}
