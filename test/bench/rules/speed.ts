import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCodeView } from '../../../server/src/core/code/codeView.ts';
import type { BlockReader } from '../../../server/src/core/ports.ts';
import { findHits } from '../../../server/src/core/questions/findHits.ts';
import { createOutline } from '../../../server/src/core/questions/outline.ts';
import { rules } from '../../../server/src/core/questions/rules/table.ts';
import { createLineIndex } from '../../../server/src/core/text/lineIndex.ts';
import type { RegexJudge } from '../../../server/src/core/regex/regexJudge.ts';
import { ROOT } from '../../support/golden.ts';
import { figures, report } from '../figures.ts';

const N_LINES = 5_000;
const ROUNDS = 60;
const STARTS = 5;

/** What bundles the script leaves beside this one. */
const BUNDLES = join(ROOT, 'out/benchRules');

/** Prints figures beside a yardstick; asserts nothing, for machines are shared and noisy. */
export async function printSpeed(reader: BlockReader): Promise<void> {
  console.log(`\n== Speed: ${rules.length} rules, a TypeScript file of ${N_LINES} lines`);
  const text = longText();
  await printEdits(reader, text);
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const file = join(folder, 'long.ts');
  writeFileSync(file, text);
  printStarts(file);
  rmSync(folder, { recursive: true });
}

/** Ordinary code of our own, each copy with names of its own. */
function longText(): string {
  const unit = ['attribution/span.ts', 'attribution/lineOrigins.ts', 'questions/outline.ts']
    .map((name) => readFileSync(join(ROOT, 'server/src/core', name), 'utf8'))
    .join('\n')
    .replaceAll(/^import [^;]*;\n/gm, '');
  const nCopies = Math.ceil(N_LINES / unit.split('\n').length);
  const copies = Array.from({ length: nCopies }, (_, i) =>
    unit.replaceAll(/\b(function|const) (\w+)/g, `$1 $2${i}`),
  );
  return copies.join('\n').split('\n').slice(0, N_LINES).join('\n');
}

/** One keystroke in a block in the middle, until the questions of that block are there. */
async function printEdits(reader: BlockReader, first: string): Promise<void> {
  const at = first.indexOf('return', first.length / 2) + 'return'.length;
  const document = await reader.open('src/long.ts', first);
  const times = new Map<string, number[]>();
  let began = performance.now();
  const lap = (name: string): void => {
    const now = performance.now();
    times.set(name, [...(times.get(name) ?? []), now - began]);
    began = now;
  };
  // As in the editor, where a thread judges them.
  const regexes: RegexJudge = { judge: () => undefined };
  let text = first;
  for (let i = 0; i < ROUNDS; i++) {
    const next = `${text.slice(0, at)} ${text.slice(at)}`;
    began = performance.now();
    const map = document.update(next, [{ start: at, end: at, text: ' ' }]);
    const { blocks } = map;
    lap('edit to fresh blocks');
    const tree = map.code();
    const block = blocks.findLast(({ range }) => range.start <= at && at < range.end);
    if (!tree || !block) throw new Error('the long text cannot be read');
    const index = createLineIndex(next);
    const view = createCodeView({ tree, index, range: block.range, own: block.own });
    lap('fresh blocks to the code of the block');
    const outline = createOutline(tree.top);
    lap(`${outline.functions.length} functions of the file`);
    for (const rule of rules) {
      findHits([rule], {
        ...{ language: 'typescript', path: 'src/long.ts', isTest: false },
        ...{ view, outline, before: undefined, removals: [], project: undefined, regexes },
      });
      lap(rule.id);
    }
    text = next;
  }
  document.dispose();
  const steps = [...times].filter(([name]) => !rules.some(({ id }) => id === name));
  for (const [name, samples] of steps) report(name, figures(samples), 'ms');
  const ofRules = rules.map(({ id }) => times.get(id) ?? []);
  const sums = Array.from({ length: ROUNDS }, (_, i) =>
    ofRules.reduce((sum, samples) => sum + (samples[i] ?? 0), 0),
  );
  report('code of the block to its questions', figures(sums), 'ms');
  const slowest = rules
    .map(({ id }) => [id, figures(times.get(id) ?? [])] as const)
    .toSorted(([, a], [, b]) => b.median - a.median)
    .slice(0, 5);
  for (const [id, its] of slowest) report(`  of it ${id}`, its, 'ms');
}

function printStarts(file: string): void {
  const code = join(BUNDLES, 'rules.cjs');
  const child = join(BUNDLES, 'cold.child.cjs');
  const starts: readonly (readonly [string, readonly string[]])[] = [
    ['an empty Node process', ['-e', '0']],
    ["loads the rules' code", ['-e', `require(${JSON.stringify(code)})`]],
    ['reads the file', [child, file]],
    ["reads the file, loads the rules' code, asks about a block", [child, file, code]],
    ["reads the file, loads the rules' code, asks about all", [child, file, code, 'all']],
  ];
  const times = starts.map((): number[] => []);
  const memory = starts.map((): number | undefined => undefined);
  for (let round = 0; round < STARTS; round++) {
    for (const [i, [, args]] of starts.entries()) {
      const began = performance.now();
      const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      times[i]?.push(performance.now() - began);
      if (status !== 0) throw new Error(stderr);
      memory[i] = Number(/"bytes":(\d+)/.exec(stdout)?.[1]) || undefined;
    }
  }
  const yardstick = figures(times[0] ?? []).median;
  for (const [i, [name]] of starts.entries()) {
    const its = figures(times[i] ?? []);
    const bytes = memory[i];
    const held = bytes === undefined ? '' : `, holds ${Math.round(bytes / 2 ** 20)} MB`;
    report(
      name,
      its,
      'ms',
      `${(its.median / yardstick).toFixed(2)} x an empty Node process${held}`,
    );
  }
}
