/** A text beside a point; `x` and `y` are the point, in pixels. */
export type PointLabel = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly width: number;
  readonly height: number;
};
/** A label with where it stands: left end and middle, in pixels. */
export type PlacedLabel = PointLabel & { readonly left: number; readonly middle: number };

type Frame = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const step = 16;
const gap = 9;
const offsets = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5].map((steps) => steps * step);

/**
 * Puts each label beside its point, right or left, higher or lower, where it covers no other label and stays inside the
 * frame. A label for which there is no room is left out: the text beside the chart has it.
 */
export function placeLabels(labels: readonly PointLabel[], frame: Frame): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const candidates = offsets.flatMap((offset) =>
      [label.x + gap, label.x - gap - label.width].map((left) => ({ ...label, left, middle: label.y + offset })),
    );
    const free = candidates.find(
      (candidate) => isInside(candidate, frame) && !placed.some((other) => touches(candidate, other)),
    );
    if (free !== undefined) placed.push(free);
  }
  return placed;
}

function isInside({ left, width, height, middle }: PlacedLabel, frame: Frame): boolean {
  return (
    left >= frame.left &&
    left + width <= frame.right &&
    middle - height / 2 >= frame.top &&
    middle + height / 2 <= frame.bottom
  );
}

function touches(a: PlacedLabel, b: PlacedLabel): boolean {
  return (
    a.left < b.left + b.width && b.left < a.left + a.width && Math.abs(a.middle - b.middle) < (a.height + b.height) / 2
  );
}
