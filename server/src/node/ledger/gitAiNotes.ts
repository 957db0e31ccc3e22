import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { NOTES_REF } from '../../core/interop/gitAi/authorshipLog.ts';
import { notePaths } from '../../core/interop/gitAi/noteTree.ts';
import type {
  ContentIds,
  GitAiNotes,
  GitReader,
  Hung,
  Problem,
  RepositoryPlace,
  Signature,
} from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { readRef } from '../git/place.ts';
import { runGit } from '../git/run.ts';
import { commitCommands, type EntryContent } from './importCommands.ts';
import { moveRef, newRef } from './moveLedger.ts';

/** Between two notes that git joins; no note of ours holds an empty line. */
const JOINT = '\n\n';

/** Another tool may write at the same moment; each try starts from what it wrote. */
const MAX_TRIES = 20;

export interface GitAiNotesOptions {
  readonly place: RepositoryPlace;
  readonly git: GitReader;
  readonly blobIdOfBytes: ContentIds['blobIdOfBytes'];
  /** The id that stands for no commit. */
  readonly none: string;
  /** `<git common dir>/countersign`. */
  readonly root: string;
  readonly mayWrite: boolean;
}

/**
 * Our hand in `refs/notes/ai`. Which notes are ours is told by a list of the blobs we wrote, one id a
 * line: a note can be copied, shifted or merged by others, and then it is theirs.
 */
export function createGitAiNotes(options: GitAiNotesOptions): GitAiNotes {
  const { place, root, mayWrite, blobIdOfBytes } = options;
  const blobIdOf = (text: string): string => blobIdOfBytes(Buffer.from(text));
  const list = join(root, 'git-ai-notes');
  const ours = new Set<string>();
  let nBytes = 0;
  const isOurs = (blob: string): boolean => {
    if (ours.has(blob)) return true;
    // Other processes write too: hooks while an editor is open.
    const size = statSync(list, { throwIfNoEntry: false })?.size ?? 0;
    if (size === nBytes) return false;
    nBytes = size;
    for (const id of idsIn(list)) ours.add(id);
    return ours.has(blob);
  };
  /**
   * What becomes of a note that is not ours as a whole. An amend with git's `notes.rewriteRef` joins the
   * old commit's note to the one that is there, so that no reader finds its way: what others wrote
   * stays then, and if all of it is ours, it is made anew.
   */
  const withoutOurs = (now: string, text: string | undefined): string | undefined => {
    const parts = now.split(JOINT);
    const others = parts.filter(
      (part) => !isOurs(blobIdOf(part)) && !isOurs(blobIdOf(`${part}\n`)),
    );
    return others.length === 0 ? text : others.join(JOINT);
  };
  return Object.freeze({
    isOurs,
    otherWriter: () => gitAiAtWork(place),
    async write(
      notes: ReadonlyMap<string, string | undefined>,
      by: Signature,
    ): Promise<Result<Hung, Problem>> {
      const before = readRef(place, NOTES_REF);
      if (!mayWrite || notes.size === 0) return ok({ nNotes: 0, from: before, tip: before });
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const parent = readRef(place, NOTES_REF);
        const there = await notesAt(options, parent, [...notes.keys()]);
        if (!there.ok) return there;
        const fresh = [...notes].flatMap(([commit, text]): [string, string | undefined][] => {
          const now = there.value.get(commit);
          const wanted = now === undefined || isOurs(now.blob) ? text : withoutOurs(now.text, text);
          const isSame = wanted === undefined ? now === undefined : now?.blob === blobIdOf(wanted);
          return isSame || wanted === now?.text ? [] : [[commit, wanted]];
        });
        if (fresh.length === 0) return ok({ nNotes: 0, from: parent, tip: parent });
        // First the list: what is written and not in it would be taken for another tool's.
        const kept = keepIds(
          list,
          fresh.flatMap(([commit, text]) =>
            text === undefined || text !== notes.get(commit) ? [] : [blobIdOf(text)],
          ),
        );
        if (!kept.ok) return kept;
        const own = newRef();
        const message = `countersign: ${fresh.length} ${fresh.length === 1 ? 'note' : 'notes'}`;
        const input = commitCommands({ ref: own, message, parent, by }, fresh.flatMap(filesOf));
        const moved = await moveRef({ ...options, own, input, parent }, NOTES_REF);
        if (!moved.ok) return moved;
        if (!moved.value) continue;
        // What we left of others' words in a joined note could not be read before.
        const isOpened = fresh.some(([commit, text]) => text !== notes.get(commit));
        const tip = readRef(place, NOTES_REF);
        return ok({ nNotes: fresh.length, from: isOpened ? undefined : parent, tip });
      }
      return err({
        code: 'notes-busy',
        message: `${NOTES_REF} in ${place.commonDir} was changed by others ${MAX_TRIES} times while we wrote to it. Its notes can be had by \`countersign export git-ai\`.`,
      });
    },
  });
}

/** One commit's note stands once in the tree, wherever older writers had put it. */
function filesOf([commit, text]: readonly [string, string | undefined]): (readonly [
  string,
  EntryContent,
])[] {
  const { path, others } = notePaths(commit);
  const gone = others.map((other) => [other, 'gone'] as const);
  return [...gone, [path, text === undefined ? 'gone' : { text }]];
}

interface Note {
  readonly blob: string;
  readonly text: string;
}

/** The notes that the commits have, at whatever depth of the tree; one process. */
async function notesAt(
  { git, blobIdOfBytes }: GitAiNotesOptions,
  tip: string | undefined,
  commits: readonly string[],
): Promise<Result<ReadonlyMap<string, Note>, Problem>> {
  if (tip === undefined) return ok(new Map());
  // `git fast-import` would leave a crash report in the git folder.
  const named = await git.commitsNamed([tip]);
  if (!named.ok) return named;
  if (!named.value.has(tip)) {
    return err({
      code: 'notes-no-notes',
      message: `${NOTES_REF} names no commit, so no note is written over it: look with \`git cat-file -t ${NOTES_REF}\`, and take it away with \`git update-ref -d ${NOTES_REF}\` if it is nobody's.`,
    });
  }
  const places = commits.flatMap((commit) => {
    const { path, others } = notePaths(commit);
    return [path, ...others].map((each) => ({ commit, name: `${tip}:${each}` }));
  });
  const objects = await git.readObjects(places.map(({ name }) => name));
  if (!objects.ok) return objects;
  return ok(
    new Map(
      places.flatMap(({ commit, name }): [string, Note][] => {
        const bytes = objects.value.get(name);
        return bytes
          ? [[commit, { blob: blobIdOfBytes(bytes), text: Buffer.from(bytes).toString('utf8') }]]
          : [];
      }),
    ),
  );
}

function idsIn(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((id) => id !== '');
  } catch {
    return [];
  }
}

/** Windows has no links that an append would follow. */
const APPEND =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

function keepIds(file: string, ids: readonly string[]): Result<void, Problem> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const descriptor = openSync(file, APPEND, 0o600);
    try {
      writeSync(descriptor, ids.map((id) => `${id}\n`).join(''));
    } finally {
      closeSync(descriptor);
    }
    return ok(undefined);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err({
      code: 'notes-not-written',
      message: `No note is written to ${NOTES_REF}, for which ones are ours could not be noted down in ${file}: ${why}`,
    });
  }
}

/**
 * Since 1.5.0 git-ai listens to git by a socket that the person's own configuration names, and keeps
 * what is not committed yet in the git folder; both are left alone by other tools.
 */
async function gitAiAtWork({ topLevel, commonDir }: RepositoryPlace): Promise<string | undefined> {
  const asked = await runGit(['config', '--get-all', 'trace2.eventTarget'], { cwd: topLevel });
  if (asked.ok && asked.value.toString('utf8').includes('.git-ai')) {
    return "git's trace2.eventTarget names its socket";
  }
  const folders = [join(commonDir, 'ai', 'working_logs'), join(homedir(), '.git-ai')];
  const found = folders.find((folder) => existsSync(folder));
  return found === undefined ? undefined : `there is ${found}`;
}
