import { join } from 'node:path';
import type { FileStatus } from '../../app/fileStatus.ts';
import type { JudgedBlock } from '../../app/judge.ts';
import { isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import { isOpen } from '../../core/evidence/status.ts';
import { isExcluded } from '../../core/policy/effective.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Problem } from '../../core/repository.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { programWords } from '../gate/signCommand.ts';
import { blockJson, notesJson } from '../json/block.ts';
import type { Paint } from '../paint.ts';
import { kindOf, readTarget, shellWord } from '../paths.ts';
import { aligned, counted, listed, plain } from '../plain.ts';
import type { StatusJson } from '../schemas/status.ts';
import { authorOf, paintStatus, statusWords } from '../standing.ts';
import { PROBLEM } from '../words.ts';
import { openWork, tellNotes, type Work } from '../work.ts';

export const status: CliCommand = {
  name: 'status',
  summary: 'list the AI blocks of the work tree and where they stand',
  about: 'Lists the AI blocks of the work tree, as the files are on disk, and where each stands.',
  args: [{ notation: '[path...]', summary: 'files or folders (default: the whole repository)' }],
  options: [JSON_OPTION],
  examples: ['countersign status src'],
  run,
};

interface SeenFile {
  readonly path: string;
  readonly state: StatusJson['files'][number]['state'];
  /** Those that hold AI lines. */
  readonly blocks: readonly JudgedBlock[];
}

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = await openWork(context, false);
  if (!opened.ok) return context.fail(opened.error);
  const work = opened.value;
  const paths = pathsAsked(context, work, input.args);
  if (typeof paths === 'number') return paths;
  const files: SeenFile[] = [];
  const lost: string[] = [];
  const missing = new Map<string, Problem>();
  for (const [i, status] of (await work.statusesOf(paths)).entries()) {
    const path = paths[i] ?? '';
    files.push(seen(path, status, work.policyOf(path).policy));
    if (status.kind !== 'judged') continue;
    if (0 < status.nUnread) lost.push(path);
    for (const note of status.notes) missing.set(note.message, note);
  }
  const notes = [
    ...work.notes(),
    ...missing.values(),
    ...lost.map((path) => PROBLEM.textsLost(path)),
  ];
  if (input.has('json')) context.say(JSON.stringify(statusJson(files, notes), null, 2));
  else for (const line of statusText(context, work, files, input.args)) context.say(line);
  tellNotes(context, notes);
  return EXIT.ok;
}

/** The files to look at, or the exit code of a name that means nothing. */
function pathsAsked(
  context: CliContext,
  { repository, files }: Work,
  words: readonly string[],
): readonly string[] | number {
  if (words.length === 0) return files.paths;
  const { topLevel } = repository.place;
  const asked = new Set<string>();
  for (const word of words) {
    const target = readTarget(topLevel, context.dir, word);
    if (!target.ok) return context.fail(target.error);
    const { path } = target.value;
    const found = kindOf(join(topLevel, path));
    const inside = files.paths.filter((each) => path === '' || each.startsWith(`${path}/`));
    if (found === 'folder' || 0 < inside.length) for (const each of inside) asked.add(each);
    else if (found === 'file' || files.paths.includes(path)) asked.add(path);
    else return context.fail(PROBLEM.noFile(word));
  }
  return [...asked].sort();
}

function seen(path: string, status: FileStatus, policy: Policy): SeenFile {
  if (status.kind !== 'judged') return { path, state: status.kind, blocks: [] };
  if (isExcluded(path, policy)) return { path, state: 'excluded', blocks: [] };
  return {
    path,
    state: policy.enable ? 'judged' : 'disabled',
    blocks: status.blocks.filter(({ facts }) => isTouchedByAi(facts)),
  };
}

function statusJson(files: readonly SeenFile[], notes: readonly Problem[]): StatusJson {
  return {
    schema: 'countersign.status/1',
    blocks: files.flatMap(({ path, blocks }) => blocks.map((block) => blockJson(path, block))),
    files: files.map(({ path, state, blocks }) => ({
      path,
      state,
      nBlocks: blocks.length,
      nOpen: nOpenOf(blocks),
    })),
    notes: notesJson(notes),
  };
}

function statusText(
  { paint, host }: CliContext,
  { shownPath }: Work,
  files: readonly SeenFile[],
  asked: readonly string[],
): string[] {
  const shown = files.filter(({ blocks }) => 0 < blocks.length);
  const open = shown.filter(({ blocks }) => 0 < nOpenOf(blocks));
  const others = files.filter(({ state }) => state === 'excluded' || state === 'disabled');
  if (shown.length === 0) return emptyWords(asked, others);
  const lines = shown.flatMap(({ path, blocks }) => [
    paint.stdout.bold(plain(shownPath(path))),
    ...aligned(blocks.map((judged) => row(judged, paint.stdout))),
    '',
  ]);
  const nBlocks = shown.reduce((n, { blocks }) => n + blocks.length, 0);
  const nOpen = open.reduce((n, { blocks }) => n + nOpenOf(blocks), 0);
  const total = `${counted(nBlocks, 'AI block')} in ${counted(shown.length, 'file')}`;
  if (nOpen === 0) return [...lines, `${total}; none waits for a review.`];
  const words = open
    .slice(0, 3)
    .map(({ path }) => shellWord(shownPath(path), host.runtime.platform));
  return [
    ...lines,
    `${total}; ${nOpen} ${nOpen === 1 ? 'waits' : 'wait'} for a review: ${programWords(host)} sign ${words.join(' ')}${3 < open.length ? ' …' : ''}`,
  ];
}

function row(judged: JudgedBlock, paint: Paint): readonly string[] {
  const { block, facts, status } = judged;
  const { startLine, endLine } = block.lines;
  const origin = facts.aiOrigins[0];
  return [
    `  ${startLine === endLine ? startLine : `${startLine}-${endLine}`}`,
    plain(block.symbol),
    origin === undefined ? '' : authorOf(origin),
    counted(facts.aiLines.length, 'line'),
    paintStatus(paint, status.name, statusWords(judged)),
  ];
}

function emptyWords(asked: readonly string[], others: readonly SeenFile[]): string[] {
  const where = asked.length === 0 ? 'in this work tree' : `in ${listed(asked.map(plain), 3)}`;
  return [
    `No AI code is recorded ${where}.`,
    0 < others.length
      ? `${counted(others.length, 'file')} with records ${others.length === 1 ? 'is' : 'are'} not judged (countersign.policy.exclude, countersign.enable).`
      : 'Records begin when a completion is accepted in an editor with the Countersign extension; `countersign doctor` says what is set up.',
  ];
}

function nOpenOf(blocks: readonly JudgedBlock[]): number {
  return blocks.filter(({ status }) => isOpen(status)).length;
}
