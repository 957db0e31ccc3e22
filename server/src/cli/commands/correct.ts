import { join } from 'node:path';
import { recordCorrection } from '../../app/correct.ts';
import type { Statement } from '../../core/records/record.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';
import type { LineRange } from '../../core/text/range.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT } from '../command.ts';
import { kindOf, readTarget } from '../paths.ts';
import { isYes, whoSigns, whyNoPerson } from '../person.ts';
import { counted, plain } from '../plain.ts';
import { PROBLEM } from '../words.ts';
import { openWork } from '../work.ts';

const STATEMENTS: Readonly<Record<string, Statement>> = { ai: 'ai', human: 'human' };

export const correct: CliCommand = {
  name: 'correct',
  summary: 'state who wrote lines, where the record is wrong',
  about:
    'Records your statement that lines, as they are on disk, were written by AI or by a person. It is kept with your name beside what was seen. Lines that the editor itself or an agent reported as AI stay AI: those still need their review. Needs a person at a terminal.',
  args: [{ notation: '<path:line[-line]>', summary: 'one line, or the first and last of several' }],
  options: [
    { notation: '--as <who>', summary: 'who wrote them', choices: Object.keys(STATEMENTS) },
  ],
  examples: ['countersign correct src/price.ts:3-9 --as human'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const nobody = whyNoPerson(context.host, 'correct');
  if (nobody) return context.fail(nobody);
  const as = STATEMENTS[input.valueOf('as') ?? ''];
  if (as === undefined) return context.fail(PROBLEM.noStatement());
  const opened = await openWork(context, true);
  if (!opened.ok) return context.fail(opened.error);
  const work = opened.value;
  const by = await whoSigns(work.repository);
  if (!by.ok) return context.fail(by.error);
  const { word, last } = splitRange(input.args[0] ?? '');
  const target = readTarget(work.repository.place.topLevel, context.dir, word);
  if (!target.ok) return context.fail(target.error);
  const { path, line } = target.value;
  const shown = work.shownPath(path);
  if (line === undefined) return context.fail(PROBLEM.lineNeeded(shown));
  const status = await work.blameOf(path);
  if (status.kind === 'binary') return context.fail(PROBLEM.binary(shown));
  if (status.kind === 'missing') {
    const isFolder = kindOf(join(work.repository.place.topLevel, path)) === 'folder';
    return context.fail(isFolder ? PROBLEM.folder(shown) : PROBLEM.noFile(shown));
  }
  const { text, spans } = status;
  const lines: LineRange = { startLine: line, endLine: last ?? line };
  const nLines = createLineIndex(text.replace(/\r?\n$/, '')).nLines;
  const wrong = [lines.startLine, lines.endLine].find((one) => one < 1 || nLines < one);
  if (wrong !== undefined) return context.fail(PROBLEM.pastEnd(shown, wrong, nLines));
  if (lines.endLine < lines.startLine) return context.fail(PROBLEM.lineNeeded(shown));
  show(context, text, lines);
  const who = as === 'ai' ? 'AI wrote' : 'a person wrote';
  const what = counted(lines.endLine - lines.startLine + 1, 'line');
  if (
    !(await isYes(
      context.host,
      `State that ${who} ${what === '1 line' ? 'this line' : `these ${what}`}?`,
    ))
  ) {
    context.say('Nothing was recorded.');
    return EXIT.refused;
  }
  const { repository, journal } = work;
  const ports = { repository, journal, clock: context.host.clock };
  const done = recordCorrection(ports, { path, text, spans, lines, as, by: by.value, via: 'tty' });
  if (!done.ok) return context.fail(done.error);
  const { nStayAi } = done.value;
  context.say(`Recorded for ${what}, as ${plain(by.value.name ?? by.value.id)}.`);
  if (0 < nStayAi) {
    context.say(
      `${counted(nStayAi, 'line')} of them stay AI's: the editor or an agent reported them itself, so they still need a review.`,
    );
  }
  return EXIT.ok;
}

/** `src/a.ts:3-9` is `src/a.ts:3` up to line 9. */
function splitRange(word: string): { readonly word: string; readonly last?: number } {
  const range = /^(.*:\d+)-(\d+)$/.exec(word);
  return range ? { word: range[1] ?? word, last: Number(range[2]) } : { word };
}

function show(context: CliContext, text: string, { startLine, endLine }: LineRange): void {
  const index = createLineIndex(text);
  const width = `${endLine}`.length;
  for (let line = startLine; line <= endLine; line++) {
    context.say(`${`${line}`.padStart(width)}  ${plain(index.lineText(line - 1))}`);
  }
}
