type Pen = { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void; closePath(): void };

/** A symbol of about `area` square pixels, as Plot draws it. */
export type ChartSymbol = { draw(pen: Pen, area: number): void };

function polygon(corners: readonly (readonly [number, number])[]): ChartSymbol {
  return {
    draw(pen, area) {
      const size = Math.sqrt(area) * 0.62;
      corners.forEach(([x, y], index) => {
        if (index === 0) pen.moveTo(x * size, y * size);
        else pen.lineTo(x * size, y * size);
      });
      pen.closePath();
    },
  };
}

/** Marks told apart by shape, so that they are in black and white too. */
export const chartSymbols = {
  diamond: polygon([
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ]),
  up: polygon([
    [0, -1],
    [1, 0.8],
    [-1, 0.8],
  ]),
  down: polygon([
    [0, 1],
    [1, -0.8],
    [-1, -0.8],
  ]),
  left: polygon([
    [-1, 0],
    [0.7, -1],
    [0.7, 1],
  ]),
  right: polygon([
    [1, 0],
    [-0.7, -1],
    [-0.7, 1],
  ]),
} as const;
