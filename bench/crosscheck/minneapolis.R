# Minneapolis, from the department's file as published: one row is one use of force (data/MANIFEST.md), race blank where
# not recorded; neighbourhoods with residents and shares from carData's MplsDemo.
source(file.path(commandArgs(TRUE)[1], "shared.R"))
suppressMessages({ library(MASS); library(sandwich) })
arguments <- commandArgs(TRUE)
force <- read.csv(arguments[2], colClasses = "character")
force[] <- lapply(force, trimws)
areas <- read.csv(arguments[3])

races <- c(Black = "black", White = "white", "Native American" = "american_indian_alaska_native", Asian = "asian",
           "Pacific Islander" = "native_hawaiian_pacific_islander", "Other / Mixed Race" = "multiracial")
force$group <- unname(races[force$race])
counts <- table(force$group)
tell("uses of force", nrow(force))
tell("race not recorded", sum(is.na(force$group)))
for (group in names(counts)) tell(paste("count", group), counts[[group]])

month <- substr(force$response_datetime, 1, 7)
span <- function(text) as.integer(substr(text, 1, 4)) * 12 + as.integer(substr(text, 6, 7))
years <- (max(span(month)) - min(span(month)) + 1) / 12
tell("years", years)
residents <- list(white = sum(areas$population * areas$white), black = sum(areas$population * areas$black))
write.csv(data.frame(group = names(residents), count = unlist(residents)), arguments[4], row.names = FALSE)
known <- !is.na(force$group)
tell_rates(counts, residents, years, dispersion(table(force$group[known], month[known])), "black")
missing <- sum(!known)
base <- residents$white / residents$black
tell("missing race ratio low", counts[["black"]] / (counts[["white"]] + missing) * base)
tell("missing race ratio high", (counts[["black"]] + missing) / counts[["white"]] * base)

plain <- function(name) gsub("[^a-z0-9]", "", tolower(name))
rows <- do.call(rbind, lapply(c("white", "black"), function(group) data.frame(
  area = plain(areas$neighborhood), group = group, people = areas$population * areas[[group]] * years,
  poverty = areas$poverty, white_share = areas$white)))
at <- paste(plain(force$neighborhood), force$group)
rows$count <- as.integer(table(factor(at, unique(paste(rows$area, rows$group))))[paste(rows$area, rows$group)])
rows <- rows[rows$people >= 50, ]
tell("areas", length(unique(rows$area)))
tell("matched", sum(rows$count))
rows$group <- factor(rows$group, c("white", "black"))
fits <- list(raw = count ~ group + offset(log(people)),
             adjusted = count ~ group + poverty + white_share + offset(log(people)))
for (name in names(fits)) {
  fit <- glm.nb(fits[[name]], data = rows, control = glm.control(epsilon = 1e-12, maxit = 200))
  g <- length(unique(rows$area))
  variance <- vcovCL(fit, cluster = rows$area, type = "HC0", cadjust = FALSE) * g / (g - length(coef(fit)))
  log_ratio <- coef(fit)[["groupblack"]]
  error <- sqrt(variance["groupblack", "groupblack"])
  tell(paste("places", name), exp(log_ratio))
  tell(paste("places", name, "low"), exp(log_ratio - qt(0.975, g - 1) * error))
  tell(paste("places", name, "high"), exp(log_ratio + qt(0.975, g - 1) * error))
}
both <- reshape(rows[, c("area", "group", "count", "people")], idvar = "area", timevar = "group", direction = "wide")
total <- both$people.black + both$people.white
tell("places within areas", sum(both$count.black * both$people.white / total) / sum(both$count.white * both$people.black / total))
finish(arguments[5])
