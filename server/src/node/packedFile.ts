import { readFile, readFileSync } from 'node:fs';

/** What the build packs tighter than a VSIX does has this at the end of its name. */
const PACKED = '.br';

// Few processes meet a packed file.
const loadZlib = (): typeof import('node:zlib') => require('node:zlib');

/**
 * A large file of the package, by the name it had before the build packed it, if it did. Rejects with
 * what is said of the plain name.
 */
export function readPacked(path: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    readFile(path, (missing, plain) => {
      if (!missing) resolve(plain);
      else {
        readFile(`${path}${PACKED}`, (absent, packed) => {
          if (absent) reject(missing);
          else {
            loadZlib().brotliDecompress(packed, (broken, bytes) =>
              broken ? reject(broken) : resolve(bytes),
            );
          }
        });
      }
    });
  });
}

/** The same at once, for a thread that has nothing else to do. */
export function readPackedNow(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (missing) {
    let packed: Uint8Array;
    try {
      packed = readFileSync(`${path}${PACKED}`);
    } catch {
      throw missing;
    }
    return loadZlib().brotliDecompressSync(packed);
  }
}
