/** Figures of one measurement, in the unit of the samples. */
export interface Figures {
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export function figures(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    n: sorted.length,
    min: at(0),
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  };
}

/** One line of figures, with what they are held against. */
export function report(name: string, f: Figures, unit: string, remark = ''): void {
  const show = (value: number): string => value.toFixed(value < 1 ? 4 : 1);
  console.log(
    `${name.padEnd(58)} median ${show(f.median)}  p95 ${show(f.p95)}  p99 ${show(f.p99)}  max ${show(f.max)} ${unit}  (n ${f.n})${remark === '' ? '' : `  ${remark}`}`,
  );
}
