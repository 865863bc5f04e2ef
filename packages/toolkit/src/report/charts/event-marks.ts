/** An event to be marked on an axis of time. */
export type EventMark = {
  /** Its number in the list of events. */
  readonly label: string;
  readonly date: Date;
  /** The event that the chart is about. */
  readonly isOwn: boolean;
};

/** A mark on the axis; `level` counts upwards where labels would meet. */
export type PlacedMark = EventMark & { readonly level: number };

const room = 22;

/** The marks that lie on the axis, in order of time, with their labels set above one another where they would meet. */
export function placeEventMarks(
  marks: readonly EventMark[],
  { from, to, pixels }: { readonly from: Date; readonly to: Date; readonly pixels: number },
): readonly PlacedMark[] {
  const at = ({ date }: EventMark): number =>
    ((date.getTime() - from.getTime()) / (to.getTime() - from.getTime())) * pixels;
  const ends: number[] = [];
  return marks
    .filter(({ date }) => date >= from && date <= to)
    .toSorted((a, b) => a.date.getTime() - b.date.getTime())
    .map((mark) => {
      const free = ends.findIndex((end) => at(mark) - end >= room);
      const level = free < 0 ? ends.length : free;
      ends[level] = at(mark);
      return { ...mark, level };
    });
}
