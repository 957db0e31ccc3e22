import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { cellPath } from '../core/notebook/cellPath.ts';
import { isNotebookPath } from '../core/notebook/notebookPath.ts';
import { DEFAULT_LANGUAGE, readNotebook } from '../core/notebook/readNotebook.ts';
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

  const locateFile = (parsed: URI): LocatedFile | undefined => {
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
  const languageOf = createKernelLanguages();

  return (uri) => {
    const parsed = URI.parse(uri);
    const cell = cellOf(parsed);
    if (!cell) return locateFile(parsed);
    const located = locateFile(cell.notebook);
    if (!located || !isNotebookPath(located.path)) return undefined;
    const language = languageOf(cell.notebook);
    return { ...located, path: cellPath(located.path, cell.key, language) };
  };
}

interface CellAddress {
  readonly notebook: URI;
  /** Names the cell while its notebook is open. */
  readonly key: string;
}

/**
 * VS Code's address of a cell is its notebook's, with a fragment of the cell's number in this
 * session and the notebook's own scheme: `vscode-notebook-cell:/shop/sales.ipynb#W0sZmlsZQ==`.
 */
function cellOf(uri: URI): CellAddress | undefined {
  if (uri.scheme !== 'vscode-notebook-cell') return undefined;
  const [, key, encoded = ''] = /^([A-Za-z][0-9]+)s(.+)$/.exec(uri.fragment) ?? [];
  const scheme = Buffer.from(encoded, 'base64').toString('latin1');
  // In a remote window it is the window's name for files of the machine that we run on.
  const isOnDisk = key === undefined || scheme === 'file' || scheme === 'vscode-remote';
  const notebook = isOnDisk
    ? URI.file(uri.path)
    : uri.with({ scheme, authority: '', fragment: '' });
  return { notebook, key: key ?? uri.fragment };
}

/** The language of a notebook's kernel, read again when the file has changed. */
function createKernelLanguages(): (notebook: URI) => string {
  const known = new Map<string, { readonly stamp: string; readonly language: string }>();
  return ({ scheme, fsPath }) => {
    if (scheme !== 'file') return DEFAULT_LANGUAGE;
    try {
      const { mtimeMs, size } = statSync(fsPath);
      const stamp = `${mtimeMs} ${size}`;
      const cached = known.get(fsPath);
      if (cached?.stamp === stamp) return cached.language;
      const text = readFileSync(fsPath, 'utf8');
      const language = readNotebook(text)?.language ?? cached?.language ?? DEFAULT_LANGUAGE;
      known.set(fsPath, { stamp, language });
      return language;
    } catch {
      return DEFAULT_LANGUAGE;
    }
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
