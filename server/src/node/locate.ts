import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Repository, RepositoryPlace } from '../core/repository.ts';
import { findRepository } from './git/place.ts';
import { type MoveTarget, moveJournalIn } from './journal/moveIn.ts';
import { countersignDir, openRepository, pathIn } from './repository.ts';

export interface LocatorOptions {
  /** The client's own folder, for journals of files outside any trusted repository. */
  readonly storage: string | undefined;
  readonly isTrusted: boolean;
}

/** A document's file: its repository's ports and its path inside. */
export interface LocatedFile {
  readonly repository: Repository;
  readonly path: string;
}

/**
 * Finds the home of documents. In an untrusted workspace, and outside git, the journal lies in
 * the client's storage; without one the file is not recorded.
 */
export function createLocator({
  storage,
  isTrusted,
}: LocatorOptions): (uri: string) => LocatedFile | undefined {
  const repositories = new Map<string, Repository>();
  const byFolder = new Map<string, RepositoryPlace>();

  const opened = (key: string, open: () => Repository): Repository => {
    let repository = repositories.get(key);
    if (!repository) {
      repository = open();
      repositories.set(key, repository);
    }
    return repository;
  };
  const outside = (folder: string, worktree: string): Repository | undefined =>
    storage === undefined
      ? undefined
      : opened(`outside ${folder}`, () =>
          openRepository(
            { topLevel: folder, gitDir: folder, commonDir: folder, worktree },
            {
              writer: 'lsp',
              mayWrite: true,
              mayRunGit: isTrusted,
              journalRoot: join(storage, 'outside', nameOf(folder)),
            },
          ),
        );

  return (uri) => {
    const parsed = URI.parse(uri);
    if (parsed.scheme === 'untitled') {
      const repository = outside(storage ?? '', 'untitled');
      return repository && { repository, path: parsed.path.replace(/^\/+/, '') };
    }
    if (parsed.scheme !== 'file') return undefined;
    const file = realFile(parsed.fsPath);
    const folder = dirname(file);
    let place = byFolder.get(folder);
    if (!place) {
      const found = findRepository(folder);
      if (found.ok) {
        place = found.value;
        byFolder.set(folder, place);
      }
    }
    if (!place) {
      const repository = outside(folder, 'outside');
      return repository && { repository, path: basename(file) };
    }
    const path = pathIn(place.topLevel, file);
    if (path === undefined || path.startsWith('.git/')) return undefined;
    const known = place;
    const untrusted = storage && join(storage, 'untrusted', nameOf(known.commonDir));
    const repository = opened(place.gitDir, () => {
      const journalRoot = isTrusted ? undefined : untrusted;
      const made = openRepository(known, {
        writer: 'lsp',
        mayWrite: isTrusted || journalRoot !== undefined,
        mayRunGit: isTrusted,
        ...(journalRoot === undefined ? {} : { journalRoot }),
      });
      if (isTrusted && untrusted !== undefined) moveJournalIn(untrusted, '', targetIn(known));
      return made;
    });
    if (isTrusted && storage !== undefined) {
      const prefix = path.slice(0, path.length - basename(path).length);
      moveJournalIn(join(storage, 'outside', nameOf(folder)), prefix, targetIn(known));
    }
    return { repository, path };
  };
}

function targetIn(place: RepositoryPlace): MoveTarget {
  return { root: countersignDir(place), worktree: place.worktree };
}

/** The `file:` address of a path inside a repository. */
export function uriOf({ place }: Repository, path: string): string {
  return URI.file(join(place.topLevel, path)).toString();
}

/** One file has one name, also where a folder above it is a link. */
function realFile(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return file;
  }
}

function nameOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}
