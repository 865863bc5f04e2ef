const steps = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];

/**
 * Round marks of a share axis from zero to the first that is no less than `top`, at most five steps. Never beyond 100%.
 *
 * @param top largest share to be drawn, 0–1
 * @example shareTicks(0.37) // [0, 0.1, 0.2, 0.3, 0.4]
 */
export function shareTicks(top: number): readonly number[] {
  const step = steps.find((size) => top / size <= 5 + 1e-9) ?? 0.25;
  const count = Math.max(1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(6)));
}
