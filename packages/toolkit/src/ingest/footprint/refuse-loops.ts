import type { FootprintClass } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";

/**
 * Classes may take over the codes of others, but not, over any number of steps, their own.
 *
 * @throws InputError that names the classes on the way round
 */
export function refuseLoops(classes: readonly FootprintClass[], file: string): void {
  const takenBy = new Map(
    classes.map(({ id, codes }) => [id, codes.flatMap(({ field, code }) => (field === "class" ? [code] : []))]),
  );
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) {
      const way = [...path.slice(path.indexOf(id)), id].join(" → ");
      throw new InputError(
        "class-loop",
        file,
        `${file}: a class takes over itself: ${way}. Take one of these lines out.`,
      );
    }
    if (done.has(id)) return;
    for (const taken of takenBy.get(id) ?? []) visit(taken, [...path, id]);
    done.add(id);
  };
  for (const { id } of classes) visit(id, []);
}
