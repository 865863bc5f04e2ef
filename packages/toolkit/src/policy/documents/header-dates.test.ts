import { describe, expect, test } from "vitest";
import { headerDates } from "./header-dates.ts";

const published: readonly (readonly [string, readonly string[], object])[] = [
  [
    "beside its label",
    ["Effective Date: 04/10/03", "Revised: November 2, 2020"],
    { effective: "2003-04-10", revised: "2020-11-02" },
  ],
  [
    "labels in a row, dates in the next",
    ["Effective Date: Revised Date:", "04/10/03", "11/02/20"],
    { effective: "2003-04-10", revised: "2020-11-02" },
  ],
  [
    "a label answered by words",
    ["Termination Date:", "INDEFINITE", "Amended Date:", "JUNE 15, 2020"],
    { revised: "2020-06-15" },
  ],
  [
    "issued and effective",
    ["Issued: 09/15/1990 Eff: 05/05/2000 Rescinds: 003-A", "Rev: 08/28/2007"],
    { effective: "2000-05-05", revised: "2007-08-28" },
  ],
  ["a bare date", ["Date: June 11, 2020", "Subject: Batons"], { effective: "2020-06-11" }],
  ["a bare date beside a named one", ["Date: April 23, 2015", "Effective: May 5, 2015"], { effective: "2015-05-05" }],
  ["day before month", ["DATE PUBLISHED 24 November 2019"], { effective: "2019-11-24" }],
  ["year first", ["Adoption Date: 2015/05/04"], { effective: "2015-05-04" }],
  [
    "supersedes",
    ["Active Date: 2/3/2017", "Supersedes Date: 6/17/2013"],
    { effective: "2017-02-03", supersedes: "2013-06-17" },
  ],
  ["the last of several revisions", ["Revision dates: 06/05/00, 09/22/00, 01/19/05"], { revised: "2005-01-19" }],
  [
    "a review date is no revision",
    ["Effective: 6/2/17 Review Due: 6/2/18 Replaces: 4/1/16"],
    { effective: "2017-06-02", supersedes: "2016-04-01" },
  ],
  ["more dates than labels say nothing", ["EFFECTIVE DATE", "06/05/00, 09/22/00"], {}],
  ["no such day", ["Effective: 13/45/2019"], {}],
  [
    "the number of an order is no date",
    ["Effective: 08/14/20", "RESCINDS: UOF-02/19-016"],
    { effective: "2020-08-14" },
  ],
  ["a list of revisions that goes on elsewhere", ["REVISION DATES", "06/05/00, 06/01/01,", "DISTRIBUTION A, B"], {}],
  ["a statute is no date", ["Effective under 5/7-5"], {}],
];

describe("dates of a header", () => {
  test.each(published)("%s", (_, lines, expected) => expect(headerDates(lines)).toEqual(expected));
});
