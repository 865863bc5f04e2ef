/** An array of a JSON document that is reached through objects alone. */
export type JsonArray = {
  /** JSON pointer, such as `/result/records`; '' for the root. */
  readonly pointer: string;
  readonly count: number;
  /** First character of its first element: `{` for an object, `[` for an array. */
  readonly first: string;
};

export type JsonScan = {
  /** Reads the next piece; gives the texts of the elements completed in it. */
  readonly push: (text: string) => string[];
  /** Arrays met; call after the last piece. Throws RangeError when the document is cut off. */
  readonly end: () => JsonArray[];
};

export type JsonScanOptions = {
  /** Pointer of the array whose elements are wanted; none when absent. */
  readonly capture?: string;
  /** Levels a document may nest. */
  readonly depth: number;
  /** Characters one element may have. */
  readonly longest: number;
};

type Container = {
  isArray: boolean;
  pointer: string | undefined;
  key: string;
  expectsKey: boolean;
  count: number;
  first: string;
};

/**
 * Cuts the elements of one array out of a JSON document that arrives in pieces, without building the document. It
 * follows brackets and strings only; the elements are for `JSON.parse` to check.
 *
 * Source: RFC 8259 and, for pointers, RFC 6901.
 *
 * @throws RangeError when brackets do not match, nesting is too deep or an element too long
 */
export function scanJson({ capture, depth, longest }: JsonScanOptions): JsonScan {
  const stack: Container[] = [];
  const arrays: JsonArray[] = [];
  let inString = false;
  let isEscaped = false;
  let key: string | undefined;
  /** Text of the wanted element so far. */
  let held: string | undefined;
  let began = false;

  const isWanted = (container: Container | undefined): boolean =>
    container?.isArray === true && capture !== undefined && container.pointer === capture;
  const enter = (isArray: boolean): void => {
    const parent = stack.at(-1);
    if (stack.length >= depth) throw new RangeError(`invalid JSON; nested over ${depth} levels deep`);
    const pointer = !parent
      ? ""
      : parent.isArray || parent.pointer === undefined
        ? undefined
        : `${parent.pointer}/${parent.key}`;
    stack.push({ isArray, pointer, key: "", expectsKey: !isArray, count: 0, first: "" });
  };
  const leave = (isArray: boolean): void => {
    const container = stack.pop();
    if (container?.isArray !== isArray) throw new RangeError("invalid JSON; brackets do not match");
    if (isArray && container.pointer !== undefined)
      arrays.push({ pointer: container.pointer, count: container.count, first: container.first });
    const parent = stack.at(-1);
    if (parent) parent.expectsKey = false;
  };
  const mark = (character: string): void => {
    began = true;
    const container = stack.at(-1);
    if (!container?.isArray || container.pointer === undefined) return;
    if (container.count === 0) {
      container.count = 1;
      container.first = character;
    }
  };

  const push = (text: string): string[] => {
    const elements: string[] = [];
    let from = 0;
    const flush = (until: number): void => {
      const element = ((held ?? "") + text.slice(from, until)).trim();
      if (element !== "") elements.push(element);
      held = "";
      from = until + 1;
    };
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (key !== undefined && (isEscaped || code !== 34)) key += text[at];
        if (isEscaped) isEscaped = false;
        else if (code === 92) isEscaped = true;
        else if (code === 34) {
          inString = false;
          const container = stack.at(-1);
          if (key !== undefined && container) container.key = key;
          key = undefined;
        }
        continue;
      }
      if (code === 32 || code === 10 || code === 13 || code === 9) continue;
      const container = stack.at(-1);
      if (code === 34) {
        mark('"');
        inString = true;
        if (container?.expectsKey) key = "";
      } else if (code === 123 || code === 91) {
        mark(text[at] ?? "");
        enter(code === 91);
        if (isWanted(stack.at(-1))) {
          held = "";
          from = at + 1;
        }
      } else if (code === 125 || code === 93) {
        if (isWanted(container)) {
          flush(at);
          held = undefined;
        }
        leave(code === 93);
      } else if (code === 44) {
        if (isWanted(container)) flush(at);
        if (container) container.expectsKey = !container.isArray;
        if (container?.isArray) container.count += 1;
      } else if (code === 58) {
        if (container) container.expectsKey = false;
      } else mark(text[at] ?? "");
    }
    if (held !== undefined) held += text.slice(from);
    if ((held?.length ?? 0) > longest || (key?.length ?? 0) > longest)
      throw new RangeError(`invalid JSON; a record has over ${longest} characters`);
    return elements;
  };
  const end = (): JsonArray[] => {
    if (!began || stack.length > 0 || inString) throw new RangeError("invalid JSON; it ends before it is complete");
    return arrays;
  };
  return { push, end };
}
