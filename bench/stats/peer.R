# The same models in R: glm, MASS::glm.nb, sandwich::vcovCL (HC0 with the factor G / (G - 1), which is CR1).
suppressPackageStartupMessages({ library(MASS); library(sandwich); library(jsonlite) })

folder <- commandArgs(trailingOnly = TRUE)[1]
numbers <- function(name) {
  path <- file.path(folder, paste0(name, ".bin"))
  readBin(path, "double", n = file.size(path) / 8, endian = "little")
}
counts <- numbers("counts")
yes <- numbers("yes")
clusters <- numbers("clusters")
X <- matrix(numbers("values"), nrow = length(counts))[, -1]
invisible(gc())

run <- function(model, fit_model) {
  seconds <- system.time({
    fit <- fit_model()
    covariance <- vcovCL(fit, cluster = clusters, type = "HC0", cadjust = TRUE)
  })[["elapsed"]]
  list(
    model = model, seconds = seconds, coefficients = unname(coef(fit)),
    errors = unname(sqrt(diag(covariance))), theta = if (is.null(fit$theta)) NA else fit$theta
  )
}

answers <- list(
  run("poisson", function() glm(counts ~ X, family = poisson())),
  run("logistic", function() glm(yes ~ X, family = binomial())),
  run("negative binomial", function() glm.nb(counts ~ X))
)
cat(toJSON(answers, digits = NA, auto_unbox = TRUE, na = "null"))
