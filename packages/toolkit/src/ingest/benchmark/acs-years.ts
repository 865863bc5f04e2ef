import type { Years } from "@evenhand/standard";

/**
 * Years that a table of the American Community Survey is of, from the names its publishers give the files:
 * `ACS_15_5YR_DP05`, `ACSDT5Y2022.B03002`, `acs_2017_5_year`.
 *
 * @example acsYears("ACS_15_5YR_DP05_with_ann.csv") // { from: 2011, to: 2015 }
 */
export function acsYears(name: string): Years | undefined {
  const short = /ACS_(\d{2})_([135])YR/iu.exec(name);
  const recent = /ACS[A-Z]{2,3}([135])Y(\d{4})/iu.exec(name);
  const spoken = /acs[_ -](\d{4})[_ -]([135])[_ -]?y(?:ea)?r/iu.exec(name);
  if (short) return period(2000 + Number(short[1]), Number(short[2]));
  if (recent) return period(Number(recent[2]), Number(recent[1]));
  if (spoken) return period(Number(spoken[1]), Number(spoken[2]));
  return undefined;
}

const period = (to: number, years: number): Years => ({ from: to - years + 1, to });
