import { expect, test } from "vitest";
import { sectionPath } from "./section-path.ts";

test.each([
  [["300 Use of Force", "300", "Use of Force", "300.5 REPORTING"], "300 Use of Force › 300.5 REPORTING"],
  [["Use of Force", "Definitions", "A."], "Use of Force › Definitions › A."],
  [["Use of Force", "Force"], "Use of Force › Force"],
  [["Use of Force", "Forces"], "Use of Force › Forces"],
  [["", "II. Policy"], "II. Policy"],
  [["Use of Force", "12.7 Reports", "•"], "Use of Force › 12.7 Reports"],
  [[], ""],
])("%j is shown as %s", (section, shown) => expect(sectionPath(section)).toBe(shown));
