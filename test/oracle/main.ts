import { checkDialects } from './engine/checkDialects.ts';
import { checkFormat } from './engine/checkFormat.ts';
import { checkMutants, type Limits, type Result, type Tools } from './engine/checkMutants.ts';
import { createRandom } from './engine/random.ts';
import { createReading } from './engine/reading.ts';
import type { OracleRow } from './row.ts';
import { rows } from './table.ts';

type Outcome = 'passed' | 'failed' | 'not installed';

/** The command line's own page is the head of `scripts/oracle.mjs`. */
async function main(args: readonly string[]): Promise<number> {
  const numberOf = (name: string, otherwise: number): number => {
    const at = args.indexOf(`--${name}`);
    const value = at < 0 ? otherwise : Number(args[at + 1]);
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} needs a number`);
    return value;
  };
  const asked = args.filter((arg, at) => !arg.startsWith('-') && !args[at - 1]?.startsWith('--'));
  const unknown = asked.filter((name) => !rows.some((row) => row.name === name));
  if (unknown.length !== 0) {
    console.error(
      `No language ${unknown.join(', ')}. There are: ${rows.map(({ name }) => name).join(', ')}.`,
    );
    return 2;
  }
  const seed = numberOf('seed', Date.now() % 2 ** 31);
  const limits: Limits = {
    nUnits: numberOf('units', 300),
    nMutants: numberOf('mutants', 30),
    nFiles: numberOf('files', 100),
    nShown: numberOf('show', 3),
  };
  console.log(`--seed ${seed}`);
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    if (asked.length !== 0 && !asked.includes(row.name)) continue;
    const outcome = await runRow(row, seed, limits);
    outcomes.push(outcome);
    console.log(`${row.name}: ${outcome}`);
  }
  if (outcomes.includes('failed')) return 1;
  return outcomes.includes('not installed') ? 2 : 0;
}

async function runRow(row: OracleRow, seed: number, limits: Limits): Promise<Outcome> {
  console.log(`\n== ${row.name}`);
  const missing = row.missing();
  if (missing !== undefined) {
    console.log(`  NOT RUN: ${missing}`);
    return 'not installed';
  }
  if (row.sources().length === 0) {
    console.log('  FAILED: no source files were found');
    return 'failed';
  }
  const parser = await row.open();
  try {
    const reading = await createReading(row);
    const tools: Tools = { row, reading, parser, limits, random: createRandom(seed) };
    const results: Result[] = [];
    for (const check of [checkMutants, checkFormat, checkDialects]) {
      const result = await check(tools);
      for (const line of result.lines) console.log(line);
      results.push(result);
    }
    return results.every(({ isPassed }) => isPassed) ? 'passed' : 'failed';
  } finally {
    parser.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
