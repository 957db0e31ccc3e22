import { createHash } from 'node:crypto';
import type { ContentIds } from '../../core/repository.ts';

export function sha256(text: string): string {
  return `sha256:${sha256Hex(text)}`;
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export interface ContentIdOptions {
  readonly topLevel: string;
  readonly format: 'sha1' | 'sha256';
  /** False in an untrusted workspace: then no process is started. */
  readonly mayRunGit: boolean;
}

/**
 * Names of contents. A text without carriage returns is hashed here; one with them is given to
 * git, which alone knows its attributes and `core.autocrlf`.
 */
export function createContentIds({ topLevel, format, mayRunGit }: ContentIdOptions): ContentIds {
  const blobIdOfBytes = (bytes: Uint8Array): string =>
    createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const blobIdByGit = (path: string, text: string): string | undefined => {
    // Loaded when it is needed: an agent's hook does not wait for it.
    const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
    const answer = spawnSync(
      'git',
      ['-c', 'core.fsmonitor=false', 'hash-object', '--stdin', `--path=${path}`],
      { cwd: topLevel, input: text, encoding: 'utf8', timeout: 5_000, windowsHide: true },
    );
    const id = answer.status === 0 ? answer.stdout.trim() : '';
    return /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
  };
  return Object.freeze({
    sha256,
    textId: sha256Hex,
    blobIdOfBytes,
    blobId: (path: string, text: string) =>
      (mayRunGit && text.includes('\r') ? blobIdByGit(path, text) : undefined) ??
      blobIdOfBytes(Buffer.from(text, 'utf8')),
  });
}

/** The id of the empty tree, which stands for HEAD before the first commit (`git hash-object -t tree /dev/null`). */
export const EMPTY_TREE_ID = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
} as const;
