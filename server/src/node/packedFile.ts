import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync } from 'node:zlib';

/** What the build packs tighter than a VSIX does has this at the end of its name. */
export const PACKED = '.br';

const unpack = promisify(brotliDecompress);

/**
 * A large file of the package by the name it had before it was packed; where it was not, as it lies
 * there. Rejects with what is said of the plain name.
 */
export async function readPacked(path: string): Promise<Uint8Array> {
  let packed: Uint8Array;
  try {
    packed = await readFile(`${path}${PACKED}`);
  } catch {
    return readFile(path);
  }
  return unpack(packed);
}

/** The same at once, for a thread that has nothing else to do. */
export function readPackedNow(path: string): Uint8Array {
  let packed: Uint8Array;
  try {
    packed = readFileSync(`${path}${PACKED}`);
  } catch {
    return readFileSync(path);
  }
  return brotliDecompressSync(packed);
}
