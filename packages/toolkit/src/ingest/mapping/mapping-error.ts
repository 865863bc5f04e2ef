/** A mapping file that cannot be used. `place` says where in the file, such as `tables[0].columns[3].values."x"`. */
export class MappingError extends Error {
  override readonly name = "MappingError";
  readonly place: string;
  constructor(place: string, problem: string) {
    super(`${place === "" ? "The mapping" : place}: ${problem}`);
    this.place = place;
  }
}
