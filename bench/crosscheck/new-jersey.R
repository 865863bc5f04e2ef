# New Jersey, from the statewide file as published: one row is one officer's report; subjects stand in list cells
# (data/MANIFEST.md). A person is an incident with an age, race and gender; alike people of one report are told apart.
source(file.path(commandArgs(TRUE)[1], "shared.R"))
arguments <- commandArgs(TRUE)
reports <- read.csv(gzfile(arguments[2]), colClasses = "character")
counties <- read.csv(arguments[3], check.names = FALSE, colClasses = "character", fileEncoding = "latin1")

split_list <- function(cell) strsplit(cell, ", ", fixed = TRUE)
lists <- lapply(reports[c("SubjectAge", "SubjectRaceEthnicity", "SubjectGender")], split_list)
people_in <- lengths(lists$SubjectRaceEthnicity)
nth <- rep(seq_len(nrow(reports)), pmax(1, people_in))
place <- sequence(pmax(1, people_in))
pick <- function(column) { parts <- split_list(reports[[column]]); mapply(function(row, at) parts[[row]][at], nth, place) }
mention <- data.frame(report = nth, incident = reports$IncidentID[nth], single = pmax(1, people_in)[nth] == 1,
                      age = pick("SubjectAge"), race = pick("SubjectRaceEthnicity"), gender = pick("SubjectGender"),
                      arrested = pick("SubjectArrested"), kind = pick("SubjectType"))
mention[is.na(mention)] <- ""
mention <- mention[!mention$kind %in% "Animal", ]
alike <- paste(mention$incident, mention$age, mention$race, mention$gender, sep = "|")
mention$person <- paste(alike, ave(seq_along(alike), paste(alike, mention$report), FUN = seq_along))
mention$date <- as.Date(as.numeric(reports$IncidentDate[mention$report]), origin = "1970-01-01")
mention$date <- ave(as.numeric(mention$date), mention$incident, FUN = min)
first <- mention[!duplicated(mention$person), ]

races <- c("Black or African American" = "black", White = "white", Hispanic = "hispanic_latino", Asian = "asian",
           Other = "other_unspecified", "Two or more races" = "multiracial", "American Indian" = "american_indian_alaska_native")
first$group <- unname(races[first$race])
counts <- table(first$group)


tell("people", nrow(first))
tell("race not recorded", sum(is.na(first$group)))
for (group in names(counts)) tell(paste("count", group), counts[[group]])

jersey <- counties[grepl(", New Jersey$", counties$Geography), ]
column <- c(white = "Estimate; Not Hispanic or Latino: - White alone",
            black = "Estimate; Not Hispanic or Latino: - Black or African American alone",
            american_indian_alaska_native = "Estimate; Not Hispanic or Latino: - American Indian and Alaska Native alone",
            asian = "Estimate; Not Hispanic or Latino: - Asian alone",
            hispanic_latino = "Estimate; Hispanic or Latino:")
residents <- lapply(column, function(name) sum(as.numeric(jersey[[name]])))
write.csv(data.frame(group = names(residents), count = unlist(residents)), arguments[4], row.names = FALSE)
dates <- as.Date(first$date, origin = "1970-01-01")
span <- as.integer(format(dates, "%Y")) * 12 + as.integer(format(dates, "%m"))
years <- (max(span) - min(span) + 1) / 12
tell("years", years)
known <- !is.na(first$group)
tell_rates(counts, residents, years, dispersion(table(first$group[known], span[known])), c("black", "hispanic_latino", "asian"))

# What was done to a person: from reports about one person only, since a list of kinds does not say who. Words become
# codes by the crosswalk that the release publishes (mapping.json); a word it knows may hold a comma itself.
about <- mention[mention$single, ]
crosswalk <- jsonlite::fromJSON(arguments[6], simplifyVector = FALSE)$tables[[1]]$columns
codes_of <- function(column) {
  entry <- Filter(function(one) column %in% unlist(one$columns) && length(one$values) > 0, crosswalk)[[1]]
  words <- unlist(entry$values)
  cells <- tolower(reports[[column]])
  for (word in names(words)[grepl(", ", names(words), fixed = TRUE)])
    cells <- gsub(word, gsub(", ", "\u0001", word, fixed = TRUE), cells, fixed = TRUE)
  lapply(split_list(cells), function(parts) {
    found <- unname(words[gsub("\u0001", ", ", trimws(parts), fixed = TRUE)])
    found[!is.na(found) & !grepl("[?!=]", found)]
  })
}
first_of <- function(lists) vapply(lists, function(codes) if (length(codes) == 0) NA_character_ else codes[1], "")
first_known <- function(values) { values <- values[!is.na(values)]; if (length(values) == 0) NA_character_ else values[1] }
either <- function(one, other) ifelse(is.na(one), other, one)

kinds <- codes_of("ForceType")[about$report]
by_person <- function(flag) tapply(flag, about$person, any)
has <- function(code) vapply(kinds, function(used) any(startsWith(used, code)), logical(1))
known_force <- by_person(lengths(kinds) > 0)
outcomes <- list("taser-used" = by_person(has("cew_used")), "firearm-pointed" = by_person(has("firearm_pointed")),
                 "struck" = by_person(has("strike_")))
order <- names(known_force)
rows <- first[match(order, first$person), ]
reason <- either(first_of(codes_of("IncidentType")), first_of(codes_of("PlannedContact")))
reason_of_incident <- tapply(reason, reports$IncidentID, first_known)
reason <- reason_of_incident[rows$incident]
resistance <- either(first_of(codes_of("SubjectActions")), first_of(codes_of("SubjectResistance")))
resistance_of_person <- tapply(resistance[about$report], about$person, first_known)
resistance <- resistance_of_person[order]
is_placed <- !is.na(reason) & !is.na(resistance)
for (name in names(outcomes)) {
  hit <- outcomes[[name]]
  usable <- known_force & !is.na(rows$group)
  share <- function(group) c(sum(hit[usable & rows$group %in% group]), sum(usable & rows$group %in% group))
  for (group in c("black", "hispanic_latino")) {
    one <- share(group); other <- share("white")
    tell(paste(name, "share", group), one[1] / one[2])
    tell(paste(name, "ratio", group), (one[1] / one[2]) / (other[1] / other[2]))
    bounds <- koopman(one[1], one[2], other[1], other[2])
    tell(paste(name, "ratio low", group), bounds[1])
    tell(paste(name, "ratio high", group), bounds[2])
    pair <- usable & is_placed & rows$group %in% c(group, "white")
    pooled <- mantel_haenszel(hit[pair], rows$group[pair] == group, paste(resistance, reason)[pair])
    tell(paste(name, "within situations", group), pooled[["ratio"]])
    tell(paste(name, "within situations low", group), pooled[["low"]])
    tell(paste(name, "within situations high", group), pooled[["high"]])
    tell(paste(name, "odds ratio of mantelhaen.test", group), pooled[["odds"]])
  }
}
flag <- c(True = TRUE, False = FALSE)[mention$arrested]
arrested <- tapply(flag, mention$person, function(x) if (all(is.na(x))) NA else any(x, na.rm = TRUE))[first$person]
situation <- cbind(resistance_of_person[first$person], reason_of_incident[first$incident])
for (group in c("black", "hispanic_latino")) {
  share <- function(name) { at <- first$group %in% name & !is.na(arrested); c(sum(arrested[at]), sum(at)) }
  one <- share(group); other <- share("white")
  bounds <- koopman(one[1], one[2], other[1], other[2])
  tell(paste("arrested share", group), one[1] / one[2])
  tell(paste("arrested ratio", group), (one[1] / one[2]) / (other[1] / other[2]))
  tell(paste("arrested ratio low", group), bounds[1])
  tell(paste("arrested ratio high", group), bounds[2])
  pair <- !is.na(arrested) & complete.cases(situation) & first$group %in% c(group, "white")
  pooled <- mantel_haenszel(arrested[pair], first$group[pair] == group, paste(situation[, 1], situation[, 2])[pair])
  tell(paste("arrested within situations", group), pooled[["ratio"]])
  tell(paste("arrested within situations low", group), pooled[["low"]])
  tell(paste("arrested within situations high", group), pooled[["high"]])
}
finish(arguments[5])
