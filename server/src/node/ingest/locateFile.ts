import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { IngestHome, IngestPorts } from '../../core/ingestPorts.ts';
import type { Clock, RepositoryPlace } from '../../core/repository.ts';
import { err, ok } from '../../core/result.ts';
import { findRepository } from '../git/place.ts';
import { joinSegments } from '../journal/compact.ts';
import { countersignDir, openLocalRepository, pathIn } from '../repository.ts';
import { createCallStore } from './callStore.ts';
import { tellingLosses } from './lossNotes.ts';

/** Folders that agents name as the project they work in. */
const PROJECT_VARIABLES: readonly string[] = [
  'CLAUDE_PROJECT_DIR',
  'CURSOR_PROJECT_DIR',
  'GEMINI_PROJECT_DIR',
];

export interface HookPlace {
  /** The folder the hook was started in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/**
 * Finds files that agents name. A file counts inside the folders the agent works in, and inside
 * repositories that know the tool; elsewhere nothing is written for a payload's mere word.
 */
export function createIngestPorts({ cwd, env, clock }: HookPlace): IngestPorts {
  const homes = new Map<string, IngestHome>();
  const places = new Map<string, ReturnType<typeof findRepository>>();
  const placeOf = (folder: string): ReturnType<typeof findRepository> => {
    const known = places.get(folder) ?? findRepository(folder);
    places.set(folder, known);
    return known;
  };
  const homeIn = (place: RepositoryPlace): IngestHome => {
    let home = homes.get(place.gitDir);
    if (!home) {
      const root = countersignDir(place);
      const how = { writer: 'ingest', mayWrite: true, mayRunGit: true } as const;
      home = {
        repository: tellingLosses(openLocalRepository(place, how), root, () => clock.now()),
        calls: createCallStore(root),
      };
      homes.set(place.gitDir, home);
    }
    return home;
  };
  const roots = (told: string | undefined): string[] =>
    [told, cwd, ...PROJECT_VARIABLES.map((name) => env[name])].filter(
      (dir) => dir !== undefined && isAbsolute(dir),
    ) as string[];

  return Object.freeze({
    clock,
    homeOf(told: string | undefined): IngestHome | undefined {
      for (const root of roots(told)) {
        const place = placeOf(realFolder(root));
        if (place.ok) return homeIn(place.value);
      }
      return undefined;
    },
    tidy(): void {
      for (const { repository } of homes.values()) {
        const { worktree } = repository.place;
        joinSegments({ root: countersignDir(repository.place), worktree }, Date.now());
      }
    },
    locate(path: string, told: string | undefined) {
      const refused = (why: string) =>
        err({
          code: 'agent-path',
          message: `An agent named a file that ${why}, so nothing was recorded of it: ${shown(path)}`,
        });
      if (path.includes('\0') || path === '') return refused('no system can have');
      const file = realFile(resolve(told !== undefined && isAbsolute(told) ? told : cwd, path));
      const place = placeOf(dirname(file));
      if (!place.ok) return refused('is in no git repository');
      const { topLevel, commonDir, gitDir } = place.value;
      const inside = pathIn(topLevel, file);
      if (inside === undefined) return refused('is in no git repository');
      if (inside === '.git' || inside.startsWith('.git/') || isIn(gitDir, file)) {
        return refused("is git's own");
      }
      const isItsBusiness =
        existsSync(join(commonDir, 'countersign')) ||
        roots(told).some((root) => isIn(topOf(realFolder(root)), file));
      if (!isItsBusiness) return refused('is outside the folders it works in');
      return ok({ ...homeIn(place.value), path: inside });
    },
  });
}

/** The top of the repository a folder is in, else the folder. */
function topOf(folder: string): string {
  const place = findRepository(folder);
  return place.ok ? place.value.topLevel : folder;
}

function isIn(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** The file itself, behind links; also where it, or a folder above it, is not there (any more). */
function realFile(file: string): string {
  try {
    // The system's own: Node's walks the path in JavaScript.
    return realpathSync.native(file);
  } catch {
    const folder = dirname(file);
    return folder === file ? file : join(realFile(folder), basename(file));
  }
}

const realFolder = realFile;

/** A payload's text in a sentence: short, and without signs that act on a terminal. */
function shown(path: string): string {
  const plain = path.replace(/[\p{C}]/gu, '?');
  return plain.length <= 200 ? plain : `${plain.slice(0, 200)}…`;
}
