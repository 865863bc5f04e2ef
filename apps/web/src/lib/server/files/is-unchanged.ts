/**
 * Whether the reader already has this version (`If-None-Match`).
 *
 * @param version what stands between the quotes of the ETag
 */
export function isUnchanged(request: Request, version: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  return known.split(",").some((one) => ["*", `"${version}"`].includes(one.trim().replace(/^W\//, "")));
}
