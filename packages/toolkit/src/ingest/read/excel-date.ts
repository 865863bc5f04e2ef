/** Number formats of Excel that show a date or a time, by id. Source: ECMA-376 part 1, 18.8.30. */
const dateFormatIds = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

const lastSerial = 2_958_465;
const firstOfMarch1900 = 61;
const day = 86_400;

/** Whether a number format shows a date or a time: by its id, or by the letters y, m, d, h, s in its code. */
export function isDateFormat(id: number, code?: string): boolean {
  if (code === undefined) return dateFormatIds.has(id);
  const [positive = ""] = code.split(";");
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/[hms]\]?[.,]0+/gi, ""));
}

/**
 * The date, time or both of an Excel day number, as ISO text: `2016-03-09`, `2016-03-09 17:05:00`, or `17:05:00` for a
 * number below one. Rounded to the second. Excel counts a 29 February 1900 that never was; day numbers around it are set right.
 *
 * Source: ECMA-376 part 1, 18.17.4.
 *
 * @param serial days since the epoch of the workbook
 * @param startsIn1904 whether the workbook counts from 1904, as old Macs did
 * @returns undefined when the number is no date of Excel
 * @example excelDate(42438.5) // "2016-03-09 12:00:00"
 */
export function excelDate(serial: number, startsIn1904 = false): string | undefined {
  if (!(serial >= 0 && serial < lastSerial + 1)) return undefined;
  const seconds = Math.round(serial * day);
  const time = new Date((seconds % day) * 1000).toISOString().slice(11, 19);
  if (seconds < day) return time;
  const whole = Math.floor(seconds / day);
  const days = startsIn1904 ? whole + 1462 : whole < firstOfMarch1900 ? whole + 1 : whole;
  const date = new Date((days - 25_569) * day * 1000).toISOString().slice(0, 10);
  return time === "00:00:00" ? date : `${date} ${time}`;
}
