import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OTHERS_MAY_WRITE = 0o022;

/** The folder of this user's in the system's temporary one. It need not be there. */
export function ownTmpFolder(): string {
  return join(tmpdir(), `countersign-${process.getuid?.() ?? 'user'}`);
}

/** Makes the folder; throws where it cannot be made or is somebody else's. */
export function makeOwnTmpFolder(): string {
  const folder = ownTmpFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOurs(folder)) throw new Error(`${folder} is not this user's`);
  return folder;
}

/** Everybody can make a folder of that name: it counts when nobody else can write into it. */
export function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  if (process.getuid === undefined) return found.isDirectory();
  return (
    found.isDirectory() && found.uid === process.getuid() && (found.mode & OTHERS_MAY_WRITE) === 0
  );
}
