import { resolve } from 'node:path';
import type { FoundText, ImportKind } from '../../app/interop/importKind.ts';
import { importKinds } from '../../app/interop/importKinds.ts';
import { reachable, takeIn, type TakenIn } from '../../app/interop/takeIn.ts';
import { type Journal, openJournal } from '../../app/journal.ts';
import { toolName } from '../../app/judge.ts';
import { promote } from '../../app/ledger/promote.ts';
import { isNotebookPath } from '../../core/notebook/notebookPath.ts';
import type { Problem, Repository } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { LineRange } from '../../core/text/range.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import { originJson } from '../json/block.ts';
import { createPathWriter } from '../paths.ts';
import { counted, plain } from '../plain.ts';
import type { ImportJson } from '../schemas/import.ts';

const KINDS = importKinds.map(({ name }) => name);

export const importFile: CliCommand = {
  name: 'import',
  summary: "take in another tool's record",
  about: `Takes in what another tool recorded of lines of commits, as "imported": ${importKinds
    .map(({ name, what }) => `${name} is ${what}`)
    .join(
      '; ',
    )}. What your own clone saw stays as it is, and what fits no text of this repository claims nothing and is told.`,
  args: [{ notation: '<file>', summary: 'the file; - for standard input' }],
  options: [
    {
      notation: '--as <kind>',
      summary: `what the file is, where it does not say: ${KINDS.join(', ')}`,
    },
    { notation: '--commit <rev>', summary: 'the commit it is about, where it names none' },
    { notation: '--dry-run', summary: 'only say what would be taken in' },
    JSON_OPTION,
  ],
  examples: [
    'countersign import .agent-trace/traces.jsonl',
    'git notes --ref=ai show HEAD | countersign import - --as git-ai --commit HEAD',
  ],
  run,
};

/** What was read and taken in. */
interface Imported {
  readonly kind: ImportKind;
  readonly file: string;
  readonly isDryRun: boolean;
  readonly taken: readonly TakenIn[];
  readonly told: readonly string[];
}

async function run(context: CliContext, input: CliInput): Promise<number> {
  const { host, dir, say, tell, fail } = context;
  const opened = host.openRepository(dir, true);
  if (!opened.ok) return fail(opened.error);
  const repository = opened.value;
  const word = input.args[0] ?? '';
  const text = host.files.read(word === '-' ? word : resolve(dir, word));
  if (!text.ok) return fail(text.error);
  const kind = kindOf(word, text.value, input.valueOf('as'));
  if (!kind.ok) return fail(kind.error);
  const found = await kind.value.find(repository, text.value, {
    revision: input.valueOf('commit'),
  });
  if (!found.ok) return fail(found.error);
  const journal = openJournal(repository.journal, repository);
  const isDryRun = input.has('dryRun');
  const [notebooks, texts] = [true, false].map((isOne) =>
    found.value.texts.filter(({ path }) => isNotebookPath(path) === isOne),
  );
  const taken = await takeIn({ repository, journal, isDryRun }, texts ?? []);
  if (!taken.ok) return fail(taken.error);
  if (!isDryRun) await share(context, repository, journal, taken.value);
  const imported: Imported = {
    kind: kind.value,
    file: word,
    isDryRun,
    taken: taken.value,
    told: [...found.value.told, ...(notebooks ?? []).map(notebookWords)],
  };
  if (input.has('json')) say(JSON.stringify(importJson(imported), null, 2));
  else {
    const shownPath = createPathWriter(repository.place.topLevel, dir);
    for (const line of importText(imported, shownPath)) say(line);
  }
  for (const words of imported.told) tell(context.paint.stderr.yellow(`Note: ${plain(words)}`));
  return EXIT.ok;
}

function notebookWords({ path }: FoundText): string {
  return `${path} is a notebook, and lines of its file are not lines of its cells: nothing is claimed there.`;
}

function kindOf(
  file: string,
  text: string,
  asked: string | undefined,
): Result<ImportKind, Problem> {
  const listed = importKinds.map(({ name, what }) => `${name} (${what})`).join(', ');
  const kind = importKinds.find(({ name, recognizes }) =>
    asked === undefined ? recognizes(text) : name === asked,
  );
  if (kind) return ok(kind);
  return err(
    asked === undefined
      ? {
          code: 'unknown-kind',
          message: `${plain(file)} looks like nothing that can be imported: ${listed}. Say which it is by --as KIND, and what is wrong with it is told.`,
        }
      : {
          code: 'unknown-kind',
          message: `--as ${plain(asked)}: that kind is not known. Those that can be imported are ${listed}.`,
        },
  );
}

/** What a branch reaches goes to the ledger at once; its commit may have been looked at long ago. */
async function share(
  { host, tell, paint }: CliContext,
  repository: Repository,
  journal: Journal,
  taken: readonly TakenIn[],
): Promise<void> {
  if (taken.length === 0) return;
  const note = (words: string): void => tell(paint.stderr.yellow(`Note: ${plain(words)}`));
  const files = await reachable(repository, taken);
  if (!files.ok) return note(files.error.message);
  const shared = new Set(files.value.map(({ blob }) => blob));
  const apart = new Set(
    taken.flatMap(({ text }) => (shared.has(text.blob) ? [] : [text.commit.commit.slice(0, 12)])),
  );
  for (const commit of apart) {
    note(
      `Commit ${commit} is on no branch here: what is said of it is known in this clone, and not shared.`,
    );
  }
  const reader = host.createReader(({ message }) => note(message));
  const done = await promote({ repository, journal, reader, clock: host.clock }, files.value);
  if (!done.ok) note(`${done.error.message} It is known in this clone, and not shared yet.`);
}

function importText(
  { taken, isDryRun }: Imported,
  shownPath: (path: string) => string,
): readonly string[] {
  const nFresh = taken.reduce((n, one) => n + nLines(one.fresh), 0);
  const fresh = taken.filter((one) => 0 < one.fresh.length);
  const nFiles = new Set(fresh.map(({ text }) => text.path)).size;
  const nKnown = taken.reduce((n, { known }) => n + nLines(known), 0);
  const rows = fresh.map(({ text, fresh: lines, origins }) => {
    const tools = origins.map((origin) => plain(toolName(origin))).join(', ');
    return `${placeOf(text, shownPath)}: ${linesWords(lines)} by AI · ${tools}`;
  });
  const verb = isDryRun ? 'Would take in' : 'Took in';
  const known =
    nKnown === 0
      ? ''
      : ` Of ${counted(nKnown, 'line')} that, or something surer, was known already.`;
  const words =
    nFresh === 0
      ? 'Nothing new is taken in.'
      : `${verb} ${counted(nFresh, 'line')} of ${counted(nFiles, 'file')} as imported.`;
  return [...rows, `${words}${known}`];
}

function placeOf({ path, commit }: FoundText, shownPath: (path: string) => string): string {
  return `${plain(shownPath(path))} at ${commit.commit.slice(0, 12)}`;
}

function linesWords(ranges: readonly LineRange[]): string {
  const words = ranges.map(({ startLine, endLine }) =>
    startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`,
  );
  return `${nLines(ranges) === 1 ? 'line' : 'lines'} ${words.join(', ')}`;
}

function nLines(ranges: readonly LineRange[]): number {
  return ranges.reduce((n, { startLine, endLine }) => n + endLine - startLine + 1, 0);
}

function importJson({ kind, file, isDryRun, taken, told }: Imported): ImportJson {
  return {
    schema: 'countersign.import/1',
    file,
    kind: kind.name,
    dryRun: isDryRun,
    texts: taken.map(({ text, fresh, known, origins }) => ({
      path: text.path,
      commit: text.commit.commit,
      blob: text.blob,
      lines: fresh.map(pair),
      known: known.map(pair),
      origins: origins.map(originJson),
    })),
    notes: [...told],
  };
}

function pair({ startLine, endLine }: LineRange): [number, number] {
  return [startLine, endLine];
}
