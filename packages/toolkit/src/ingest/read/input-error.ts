/**
 * The person's file cannot be read, and they can do something about it: the message says what. Not for doubtful data
 * (that is an `Issue`) and not for our own mistakes (those throw `RangeError` or crash).
 */
export class InputError extends Error {
  override readonly name = "InputError";
  /** Kebab-case kind, such as `not-a-table`. */
  readonly code: string;
  /** The file as the person named it. */
  readonly file: string;

  constructor(code: string, file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.file = file;
  }
}
