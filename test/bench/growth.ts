/** How a cost grows with the size: `power` ≈ 0 is logarithmic or flat, 1 is linear. */
export interface Growth {
  /** The k of cost = c·n^k. */
  readonly power: number;
  /** The a and b of cost = a + b·log2(n). */
  readonly base: number;
  readonly perDoubling: number;
}

/** Fits both forms to (size, cost), by least squares. */
export function fitGrowth(points: readonly (readonly [size: number, cost: number])[]): Growth {
  const logs = points.map(([size, cost]) => [Math.log2(size), Math.log2(cost)] as const);
  const line = fitLine(points.map(([size, cost]) => [Math.log2(size), cost] as const));
  return { power: fitLine(logs).slope, base: line.base, perDoubling: line.slope };
}

function fitLine(points: readonly (readonly [x: number, y: number])[]) {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const slope =
    mean(points.map(([x, y]) => (x - meanX) * (y - meanY))) /
    mean(points.map(([x]) => (x - meanX) ** 2));
  return { slope, base: meanY - slope * meanX };
}
