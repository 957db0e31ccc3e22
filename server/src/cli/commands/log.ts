import { createTwoFilesPatch } from 'diff';
import { changeSince, findReviewedText, reviewBefore } from '../../app/changeSince.ts';
import { type HistoryEvent, historyOf } from '../../app/history.ts';
import { changeWords, eventWords } from '../../app/historyWords.ts';
import type { JudgedBlock } from '../../app/judge.ts';
import { hintsAt } from '../../app/ledger/hints.ts';
import { isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import type { HintRecord } from '../../core/ledger/record.ts';
import type { Actor } from '../../core/records/record.ts';
import type { Problem } from '../../core/repository.ts';
import { assertNever, ok, type Result } from '../../core/result.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { originJson } from '../json/block.ts';
import { readTarget, type Target } from '../paths.ts';
import { plain } from '../plain.ts';
import type { LogEventJson, LogJson } from '../schemas/log.ts';
import { type JudgedFile, type Selection, selectBlocks } from '../sign/select.ts';
import { paintStatus, when } from '../standing.ts';
import { openWork, tellNotes, type Work } from '../work.ts';

export const log: CliCommand = {
  name: 'log',
  summary: 'tell the history of AI blocks: written, signed, changed since',
  about:
    'Tells what is recorded of AI blocks, oldest first: who wrote them with what tool, the code that commits had under their name, who signed them and who took that back. A block that changed since it was signed is shown with the difference. Of a path it names the commits, too, whose messages give an assistant as co-author: a hint about the commit, and no claim about any line.',
  args: [
    { notation: '[path[:line]]', summary: 'a file, or the block at one line of it; else all' },
  ],
  options: [JSON_OPTION],
  examples: ['countersign log src/price.ts:12'],
  run,
};

/** One block with its history. */
interface Logged {
  readonly path: string;
  readonly judged: JudgedBlock;
  readonly events: readonly HistoryEvent[];
  readonly change: Change | undefined;
}

/** How a block differs from what was signed. */
interface Change {
  readonly words: string;
  readonly diff: string;
}

/** A commit that changed a path, and names an assistant. */
interface Hinted {
  readonly path: string;
  readonly hint: HintRecord;
}

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = await openWork(context, false);
  if (!opened.ok) return context.fail(opened.error);
  const work = opened.value;
  const logged: Logged[] = [];
  const hints: Hinted[] = [];
  const [word] = input.args;
  if (word === undefined) {
    for (const path of work.files.paths) {
      const file = await work.statusOf(path);
      if (file.kind !== 'judged') continue;
      const blocks = file.blocks.filter(isOfAi);
      logged.push(...(await loggedOf(work, path, { file, blocks })));
    }
  } else {
    const target = readTarget(work.repository.place.topLevel, context.dir, word);
    if (!target.ok) return context.fail(target.error);
    const { path } = target.value;
    const hinted = await hintsAt(work.repository, work.journal, path);
    if (!hinted.ok) return context.fail(hinted.error);
    hints.push(...hinted.value.map((hint) => ({ path, hint })));
    const chosen = await blocksAt(work, target.value);
    // What is hinted is all there is to tell, then.
    const isHintsOnly = !chosen.ok && chosen.error.code === 'no-ai' && 0 < hints.length;
    if (!chosen.ok && !isHintsOnly) return context.fail(chosen.error);
    if (chosen.ok) logged.push(...(await loggedOf(work, path, chosen.value)));
  }
  if (input.has('json')) context.say(JSON.stringify(logJson(logged, hints), null, 2));
  else {
    for (const line of logText(context, work, logged)) context.say(line);
    for (const line of hintsText(hints)) context.say(line);
  }
  tellNotes(context, work.notes());
  return EXIT.ok;
}

function isOfAi({ facts }: JudgedBlock): boolean {
  return isTouchedByAi(facts);
}

async function blocksAt(work: Work, { path, line }: Target): Promise<Result<Selection, Problem>> {
  const chosen = await selectBlocks(work, path, [line]);
  if (!chosen.ok || line !== undefined) return chosen;
  // Without a line all AI blocks are meant, signed ones too.
  const { file } = chosen.value;
  return ok({ ...chosen.value, blocks: file.blocks.filter(isOfAi) });
}

async function loggedOf(
  work: Work,
  path: string,
  { file, blocks }: Pick<Selection, 'file' | 'blocks'>,
): Promise<readonly Logged[]> {
  return Promise.all(
    blocks.map(async (judged) => ({
      path,
      judged,
      events: historyOf(work.journal, file, judged),
      change: await changeOf(work, path, file, judged),
    })),
  );
}

/** From what was reviewed to what stands there, where the reviewed text can still be had. */
async function changeOf(
  work: Work,
  path: string,
  file: JudgedFile,
  judged: JudgedBlock,
): Promise<Change | undefined> {
  const review = reviewBefore(judged);
  const before = review && (await findReviewedText(work, review));
  if (review === undefined || before === undefined) return undefined;
  const { range } = judged.block;
  const now = file.text.slice(range.start, range.end);
  return {
    words: changeWords(changeSince({ text: before, at: review.at }, file, judged.block)),
    diff: createTwoFilesPatch(
      `${path} as signed ${review.at}`,
      `${path} now`,
      `${before}\n`,
      `${now}\n`,
    ),
  };
}

function logText({ paint }: CliContext, { shownPath }: Work, logged: readonly Logged[]): string[] {
  if (logged.length === 0) {
    return ['No AI code is recorded here. `countersign blame FILE` tells of every line.'];
  }
  return logged.flatMap(({ path, judged: { block, status }, events, change }) => [
    `${paint.stdout.bold(`${plain(shownPath(path))}:${block.lines.startLine}`)}  ${plain(block.symbol)}  ${paintStatus(paint.stdout, status.name, status.name)}`,
    ...events.map((event) => `  ${when(event.at)}  ${plain(eventWords(event, path))}`),
    ...(change === undefined
      ? []
      : [
          `  now               changed since it was signed: ${plain(change.words)}`,
          '',
          ...change.diff.trimEnd().split('\n').slice(1).map(plain),
        ]),
    '',
  ]);
}

function hintsText(hints: readonly Hinted[]): string[] {
  if (hints.length === 0) return [];
  return [
    'Commits whose messages name an assistant, which says nothing of any line:',
    ...hints.map(({ hint: { at, detail } }) => {
      const name = detail.name === undefined ? '' : ` (${plain(detail.name)})`;
      return `  ${when(at)}  ${plain(detail.commit.slice(0, 12))}  co-authored by ${plain(detail.assistant)}${name}`;
    }),
  ];
}

function logJson(logged: readonly Logged[], hints: readonly Hinted[]): LogJson {
  return {
    schema: 'countersign.log/1',
    blocks: logged.map(({ path, judged: { block, status }, events, change }) => ({
      path,
      symbol: block.symbol,
      range: { startLine: block.lines.startLine, endLine: block.lines.endLine },
      status: status.name,
      events: events.map(eventJson),
      diff: change?.diff ?? null,
    })),
    hints: hints.map(({ path, hint: { at, detail } }) => ({
      path,
      commit: detail.commit,
      at,
      assistant: detail.assistant,
      name: detail.name ?? null,
    })),
  };
}

function eventJson(event: HistoryEvent): LogEventJson {
  switch (event.kind) {
    case 'written':
    case 'edited':
      return { ...event, origin: originJson(event.origin) };
    case 'stated':
      return { kind: 'stated', at: event.at, by: actorJson(event.by), as: event.as };
    case 'withdrawn':
      return { kind: 'withdrawn', at: event.at, by: actorJson(event.by) };
    case 'signed': {
      const { by, via, detail, subject } = event.review;
      return {
        kind: 'signed',
        at: event.at,
        by: actorJson(by),
        via: via ?? null,
        note: detail.note ?? null,
        path: subject.path,
        codeHash: subject.codeHash,
        holds: event.standing === 'holds',
        withdrawn: event.standing === 'withdrawn',
      };
    }
    case 'baseline': {
      const { by, base, detail } = event.baseline;
      const note = detail.note ?? null;
      return { kind: 'baseline', at: event.at, by: actorJson(by), commit: base, note };
    }
    case 'removed':
    case 'committed':
      return { ...event };
    default:
      return assertNever(event);
  }
}

function actorJson({ id, name }: Actor): { id: string; name: string | null } {
  return { id, name: name ?? null };
}
