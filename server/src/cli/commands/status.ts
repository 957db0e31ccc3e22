import type { FileStatus } from '../../app/fileStatus.ts';
import type { JudgedBlock } from '../../app/judge.ts';
import { isOpen } from '../../core/evidence/status.ts';
import { isExcluded } from '../../core/policy/effective.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { blockJson } from '../json/block.ts';
import { createPathWriter, readTarget, shellWord } from '../paths.ts';
import { aligned, counted, plain } from '../plain.ts';
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
  for (const path of paths) {
    const status = await work.statusOf(path);
    files.push(seen(path, status));
    if (status.kind === 'judged' && 0 < status.nUnread) lost.push(path);
  }
  const notes = [...work.notes(), ...lost.map((path) => PROBLEM.textsLost(path))];
  if (input.has('json')) context.say(JSON.stringify(statusJson(files, notes), null, 2));
  else context.say(statusText(context, work, files, input.args).join('\n'));
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
  const asked = new Set<string>();
  for (const word of words) {
    const target = readTarget(repository.place.topLevel, context.dir, word);
    if (!target.ok) return context.fail(target.error);
    const { path } = target.value;
    const inside = files.paths.filter((each) => path === '' || each.startsWith(`${path}/`));
    const isFile = files.paths.includes(path) || repository.files.read(path) !== undefined;
    if (!isFile && inside.length === 0 && !repository.files.isFolder(path)) {
      return context.fail(PROBLEM.noFile(word));
    }
    for (const each of isFile ? [path] : inside) asked.add(each);
  }
  return [...asked].sort();

  }
