import { createTwoFilesPatch } from 'diff';
import { type HistoryEvent, historyOf } from '../../app/history.ts';
import { type JudgedBlock, reviewedLines, reviewedText, toolName } from '../../app/judge.ts';
import { textIn } from '../../app/textOfBytes.ts';
import { isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import type { Actor, ReviewRecord } from '../../core/records/record.ts';
import { assertNever } from '../../core/result.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { originJson } from '../json/block.ts';
import { readTarget } from '../paths.ts';
import { plain } from '../plain.ts';
import type { LogEventJson, LogJson } from '../schemas/log.ts';
import { type JudgedFile, type Selection, selectBlocks } from '../sign/select.ts';
import { paintStatus, reviewerOf, when } from '../standing.ts';
import { openWork, tellNotes, type Work } from '../work.ts';

export const log: CliCommand = {
  name: 'log',
  summary: 'tell the history of AI blocks: written, signed, changed since',
  about:
    'Tells what is recorded of AI blocks, oldest first: who wrote them with what tool, the code that commits had under their name, who signed them and who took that back. A block that changed since it was signed is shown with the difference.',
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
  readonly diff: string | undefined;
}

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = await openWork(context, false);
  if (!opened.ok) return context.fail(opened.error);
  const work = opened.value;
  const logged: Logged[] = [];
  const [word] = input.args;
  if (word === undefined) {
    for (const path of work.files.paths) {
      const file = await work.statusOf(path);
      if (file.kind !== 'judged') continue;
      logged.push(...(await loggedOf(work, path, file, file.blocks.filter(isOfAi))));
    }
  } else {
    const chosen = await blocksAt(context, work, word);
    if (typeof chosen === 'number') return chosen;
    logged.push(...(await loggedOf(work, chosen.path, chosen.file, chosen.blocks)));
  }
  if (input.has('json')) context.say(JSON.stringify(logJson(logged), null, 2));
  else for (const line of logText(context, work, logged)) context.say(line);
  tellNotes(context, work.notes());
  return EXIT.ok;
}

function isOfAi({ facts }: JudgedBlock): boolean {
  return isTouchedByAi(facts);
}

async function blocksAt(
  context: CliContext,
  work: Work,
  word: string,
): Promise<Selection | number> {
  const target = readTarget(work.repository.place.topLevel, context.dir, word);
  if (!target.ok) return context.fail(target.error);
  const { path, line } = target.value;
  const chosen = await selectBlocks(work, path, [line]);
  if (!chosen.ok) return context.fail(chosen.error);
  // Without a line all AI blocks are meant, signed ones too.
  const { file } = chosen.value;
  return line === undefined
    ? { ...chosen.value, blocks: file.blocks.filter(isOfAi) }
    : chosen.value;
}

async function loggedOf(
  work: Work,
  path: string,
  file: JudgedFile,
  blocks: readonly JudgedBlock[],
): Promise<readonly Logged[]> {
  return Promise.all(
    blocks.map(async (judged) => ({
      path,
      judged,
      events: historyOf(work.journal, file.paths, judged),
      diff: await diffOf(work, path, file, judged),
    })),
  );
}

/** From what was reviewed to what stands there, where the reviewed text can still be had. */
async function diffOf(
  work: Work,
  path: string,
  file: JudgedFile,
  { block, status }: JudgedBlock,
): Promise<string | undefined> {
  const isChanged =
    status.name === 'outdated' || (status.name === 'verified' && status.changedSince);
  if (!isChanged) return undefined;
  const { review } = status;
  const before = reviewedText(work.journal, review) ?? (await textInGit(work, review));
  if (before === undefined) return undefined;
  const now = file.text.slice(block.range.start, block.range.end);
  return createTwoFilesPatch(
    `${path} as signed ${review.at}`,
    `${path} now`,
    `${before}\n`,
    `${now}\n`,
  );
}

/** The reviewed lines from a commit that holds the reviewed file. */
async function textInGit({ repository }: Work, review: ReviewRecord): Promise<string | undefined> {
  const { blob } = review.subject;
  if (blob === undefined) return undefined;
  const read = await repository.git.readObjects([blob]);
  const text = textIn(read.ok ? read.value.get(blob) : undefined);
  return text === undefined ? undefined : reviewedLines(text, review);
}

function logText({ paint }: CliContext, { shownPath }: Work, logged: readonly Logged[]): string[] {
  if (logged.length === 0) {
    return ['No AI code is recorded here. `countersign blame FILE` tells of every line.'];
  }
  return logged.flatMap(({ path, judged: { block, status }, events, diff }) => [
    `${paint.stdout.bold(`${plain(shownPath(path))}:${block.lines.startLine}`)}  ${plain(block.symbol)}  ${paintStatus(paint.stdout, status.name, status.name)}`,
    ...events.map((event) => `  ${when(event.at)}  ${wordsOf(event, path)}`),
    ...(diff === undefined ? [] : ['', ...diff.trimEnd().split('\n').slice(1).map(plain)]),
    '',
  ]);
}

function wordsOf(event: HistoryEvent, path: string): string {
  switch (event.kind) {
    case 'written': {
      const { by, tier } = event.origin;
      const accepted = by === undefined ? '' : `, let in by ${plain(by)}`;
      return `written by AI · ${plain(toolName(event.origin))} (${tier})${accepted}`;
    }
    case 'removed':
      return `AI took a ${event.what} away`;
    case 'stated':
      return `${nameOf(event.by)} said: ${STATED[event.as]}`;
    case 'committed': {
      const where = event.path === path ? '' : ` at ${plain(event.path)}`;
      return `committed${where} as ${event.codeHash.slice('sha256:'.length, 19)}`;
    }
    case 'signed': {
      const note = event.review.detail.note;
      const words = note === undefined ? '' : `: ${plain(note)}`;
      return `signed by ${reviewerOf(event.review)}${event.holds ? '' : ', for other code'}${words}`;
    }
    case 'withdrawn':
      return `${nameOf(event.by)} took the signature back`;
    case 'baseline': {
      const { by, base, detail } = event.baseline;
      const words = detail.note === undefined ? '' : `: ${plain(detail.note)}`;
      return `marked as older than the tool by ${nameOf(by)} (commit ${base.slice(0, 12)})${words}`;
    }
    default:
      return assertNever(event);
  }
}

const STATED = { ai: 'this was AI', human: 'this was me', web: 'this is from the web' } as const;

function nameOf({ id, name }: Actor): string {
  return plain(name ?? id);
}

function logJson(logged: readonly Logged[]): LogJson {
  return {
    schema: 'countersign.log/1',
    blocks: logged.map(({ path, judged: { block, status }, events, diff }) => ({
      path,
      symbol: block.symbol,
      range: { startLine: block.lines.startLine, endLine: block.lines.endLine },
      status: status.name,
      events: events.map(eventJson),
      diff: diff ?? null,
    })),
  };
}

function eventJson(event: HistoryEvent): LogEventJson {
  switch (event.kind) {
    case 'written':
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
        codeHash: subject.codeHash,
        holds: event.holds,
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
