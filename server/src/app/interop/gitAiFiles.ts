import { asObject, nameIn } from '../../core/agentEvents/fields.ts';
import { parseLenient } from '../../core/agentEvents/lenientJson.ts';
import type { AuthorshipLog } from '../../core/interop/gitAi/authorshipLog.ts';
import { readNote } from '../../core/interop/gitAi/readNote.ts';
import { originsOfLog } from '../../core/interop/gitAi/toOrigins.ts';
import { ownLines } from '../../core/interop/keptGitLines.ts';
import type { FileOrigins } from '../../core/interop/lineOrigin.ts';
import { quoted } from '../../core/interop/quoted.ts';
import type { CommitName, Problem, Repository } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { toLineRanges } from '../../core/text/range.ts';
import { type Contents, contentsOf, nLinesOf, textsWith } from './committedContents.ts';
import { type Found, type ImportKind, noSuchRevision } from './importKind.ts';

/** A note, and the commit that the file says it hangs on. */
interface LooseNote {
  readonly text: string;
  readonly commit: string | undefined;
}

/** Notes of the Git AI Standard, out of git: one as it is, or several as `export git-ai` writes them. */
export const gitAiFiles: ImportKind = {
  name: 'git-ai',
  what: 'a note of the Git AI Standard 3.0.0, or what `export git-ai` wrote',
  recognizes(text) {
    const [first] = notesIn(text);
    return first !== undefined && readNote(first.text).kind !== 'unreadable';
  },
  async find(repository, text, { revision }): Promise<Result<Found, Problem>> {
    const read = readNotes(text, revision);
    if (!read.ok) return read;
    const hung = await commitsOf(repository, read.value, revision);
    if (!hung.ok) return hung;
    const contents = await contentsOf(
      repository,
      hung.value.flatMap(({ log, commit }) =>
        [commit.commit, ...commit.parents].flatMap((id) =>
          log.files.map(({ path }) => ({ commit: id, path })),
        ),
      ),
    );
    if (!contents.ok) return contents;
    const found = hung.value.map((note) => textsOf(note, contents.value));
    return ok({
      texts: found.flatMap(({ texts }) => texts),
      told: found.flatMap(({ told }) => told),
    });
  },
};

/** A note that was read. `which` names it, where there are several. */
interface ReadNote {
  readonly log: AuthorshipLog;
  readonly which: string;
  /** The revision it hangs on, by whoever says so with most right. */
  readonly asked: string;
  readonly problems: readonly string[];
}

function readNotes(
  text: string,
  revision: string | undefined,
): Result<readonly ReadNote[], Problem> {
  const notes = notesIn(text);
  if (notes.length === 0) return err(unreadable('It is empty.'));
  const out: ReadNote[] = [];
  for (const [i, note] of notes.entries()) {
    const which = notes.length === 1 ? '' : `Note ${i + 1}: `;
    const reading = readNote(note.text);
    if (reading.kind === 'unreadable') return err(unreadable(which + reading.why));
    if (reading.kind === 'other-version') {
      return err(unreadable(`${which}It is of version ${quoted(reading.version)}, not 3.x.`));
    }
    const { log, problems } = reading;
    // A wrong word of its own claims nothing: its lines are not those that the commit brought.
    const asked = note.commit ?? revision ?? log.metadata.base_commit_sha;
    out.push({ log, which, asked, problems });
  }
  return ok(out);
}

/** `isCutOff`: a parent is not in this clone, so nobody here can say what the commit brought. */
type HungNote = ReadNote & { readonly commit: CommitName; readonly isCutOff: boolean };

async function commitsOf(
  { git }: Repository,
  notes: readonly ReadNote[],
  revision: string | undefined,
): Promise<Result<readonly HungNote[], Problem>> {
  const isName = (asked: string): boolean => asked === revision || /^[0-9a-f]{7,64}$/i.test(asked);
  const named = await git.commitsNamed(notes.map(({ asked }) => asked).filter(isName));
  if (!named.ok) return named;
  const known = await git.commitsNamed([...named.value.values()].flatMap(({ parents }) => parents));
  if (!known.ok) return known;
  const out: HungNote[] = [];
  for (const note of notes) {
    const commit = named.value.get(note.asked);
    if (commit === undefined) {
      return err(note.asked === revision ? noSuchRevision(revision) : noCommit(note));
    }
    const isCutOff = commit.parents.some((parent) => !known.value.has(parent));
    out.push({ ...note, commit, isCutOff });
  }
  return ok(out);
}

function textsOf(
  { log, which, commit, isCutOff, problems }: HungNote,
  contentsOfCommit: (commit: string) => Contents,
): Found {
  if (isCutOff) {
    const what = `The parents of commit ${commit.commit.slice(0, 12)} are not in this shallow clone, so nothing is claimed of it: git fetch --unshallow brings them.`;
    return { texts: [], told: [which + what] };
  }
  const contents = contentsOfCommit(commit.commit);
  const before = commit.parents.map(contentsOfCommit);
  const imported = originsOfLog(log, { nLines: nLinesOf(contents), at: commit.at });
  const told = [...problems, ...imported.problems];
  const own = imported.files.map((file) => {
    const parents = before.flatMap((its) => its.get(file.path)?.text ?? []);
    return broughtBy(commit, file, contents.get(file.path)?.text ?? '', parents, told);
  });
  return {
    texts: textsWith(commit, contents, own),
    told: told.map((words) => which + words),
  };
}

/** One note, or JSON Lines of `{commit, note}`. */
function notesIn(text: string): readonly LooseNote[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const wrapped = lines.map((line) => {
    const json = line.startsWith('{') ? parseLenient(line) : undefined;
    const fields = json?.ok === true ? asObject(json.value) : undefined;
    const note = fields && nameIn(fields, 'note');
    return note === undefined
      ? undefined
      : { text: note, commit: fields && nameIn(fields, 'commit') };
  });
  const all = wrapped.filter((one) => one !== undefined);
  if (0 < all.length && all.length === lines.length) return all;
  return lines.length === 0 ? [] : [{ text, commit: undefined }];
}

/** A note speaks of lines that its commit brought; others are a sign that it is another commit's. */
function broughtBy(
  { commit }: CommitName,
  { path, lines }: FileOrigins,
  text: string,
  parents: readonly string[],
  told: string[],
): FileOrigins {
  const own = ownLines(text, parents);
  const isOwn = (line: number): boolean =>
    own.some(({ startLine, endLine }) => startLine <= line && line <= endLine);
  const others = toLineRanges(lines.map(({ line }) => line).filter((line) => !isOwn(line)));
  for (const { startLine, endLine } of others) {
    const range = startLine === endLine ? `Line ${startLine}` : `Lines ${startLine}-${endLine}`;
    told.push(
      `${range} of ${quoted(path)} ${startLine === endLine ? 'was' : 'were'} not brought by commit ${commit.slice(0, 12)}, so nothing is claimed there.`,
    );
  }
  return { path, lines: lines.filter(({ line }) => isOwn(line)) };
}

function noCommit({ which, asked }: ReadNote): Problem {
  const its = asked === '' ? 'names none' : `names ${quoted(asked)}, which is none here`;
  return {
    code: 'no-commit',
    message: `${which}a note hangs on one commit, and this one ${its}: say which by --commit REV (--commit HEAD for the last).`,
  };
}

function unreadable(why: string): Problem {
  return { code: 'bad-file', message: `This is no note of the Git AI Standard 3.0.0. ${why}` };
}
