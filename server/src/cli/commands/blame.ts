import { join } from 'node:path';
import { blameLines, type BlamedLine } from '../../app/blame.ts';
import { toolName } from '../../app/judge.ts';
import type { Origin } from '../../core/attribution/origin.ts';
import { assertNever } from '../../core/result.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { originJson } from '../json/block.ts';
import { kindOf, readTarget } from '../paths.ts';
import { aligned, plain } from '../plain.ts';
import type { BlameJson, LineOriginJson } from '../schemas/blame.ts';
import { paintStatus, when } from '../standing.ts';
import { PROBLEM } from '../words.ts';
import { openWork, tellNotes } from '../work.ts';

export const blame: CliCommand = {
  name: 'blame',
  summary: 'tell who wrote every line of a file',
  about:
    'Tells of every line of a file, as it is on disk: who wrote it, with what tool, how that is known, when, and where its block stands. What nothing is recorded of is "unknown".',
  args: [{ notation: '<file>', summary: 'a file of the work tree' }],
  options: [JSON_OPTION],
  examples: ['countersign blame src/price.ts'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = await openWork(context, false);
  if (!opened.ok) return context.fail(opened.error);
  const work = opened.value;
  const word = input.args[0] ?? '';
  const { topLevel } = work.repository.place;
  const target = readTarget(topLevel, context.dir, word);
  if (!target.ok) return context.fail(target.error);
  const { path } = target.value;
  const status = await work.blameOf(path);
  if (status.kind === 'missing') {
    const isFolder = kindOf(join(topLevel, path)) === 'folder';
    return context.fail(isFolder ? PROBLEM.folder(word) : PROBLEM.noFile(word));
  }
  if (status.kind === 'binary') return context.fail(PROBLEM.binary(word));
  const lines = blameLines(status);
  if (input.has('json')) context.say(JSON.stringify(blameJson(path, lines)));
  else for (const line of blameText(context, lines)) context.say(line);
  const lost = 0 < status.nUnread ? [PROBLEM.textsLost(path)] : [];
  tellNotes(context, [...work.notes(), ...lost]);
  return EXIT.ok;
}

function blameJson(path: string, lines: readonly BlamedLine[]): BlameJson {
  return {
    schema: 'countersign.blame/1',
    path,
    lines: lines.map(({ line, origins, status }) => ({
      line,
      origin: lineOrigin(origins),
      status,
    })),
  };
}

function lineOrigin(origins: BlamedLine['origins']): LineOriginJson {
  const [first, ...rest] = origins;
  if (rest.length === 0) return originJson(first);
  return {
    kind: 'mixed',
    tool: null,
    model: null,
    session: null,
    tier: null,
    observed: null,
    at: null,
    origins: origins.map(originJson),
  };
}

/** Columns as `git blame` has them: who, how known, when, the line's number, the line. */
function blameText({ paint }: CliContext, lines: readonly BlamedLine[]): string[] {
  const heads = aligned(
    lines.map(({ line, origins, status }) => [
      ...originCells(origins),
      status === 'exempt' ? '' : paintStatus(paint.stdout, status, status),
      `${line}`.padStart(`${lines.length}`.length),
    ]),
  );
  return lines.map(({ text }, i) => `${heads[i] ?? ''}) ${plain(text)}`);
}

function originCells([first, ...rest]: BlamedLine['origins']): string[] {
  if (rest.length === 0)
    return [first.kind, toolOf(first), tierOf(first), first.at ? when(first.at) : ''];
  const kinds = [...new Set([first, ...rest].map(({ kind }) => kind))];
  const tools = [first, ...rest].map(toolOf).filter((tool) => tool !== '');
  return ['mixed', tools[0] ?? '', kinds.join('+'), ''];
}

function toolOf(origin: Origin): string {
  return origin.kind === 'ai' ? plain(toolName(origin)) : '';
}

function tierOf(origin: Origin): string {
  switch (origin.kind) {
    case 'ai':
    case 'human':
    case 'pasted':
      return origin.tier ?? '';
    case 'editor':
      return '';
    case 'unknown':
      return origin.observed ?? '';
    default:
      return assertNever(origin);
  }
}
