import { readSync } from 'node:fs';

/** What an agent sends is read up to here, in bytes; a larger payload is not used, and told. */
const MAX_INPUT = 64 << 20;
/** An agent that sends nothing, or leaves its pipe open behind the payload, is not waited for longer. */
const FIRST_BYTE_MS = 5_000;
const QUIET_MS = 1_000;
/** What a pipe holds at most, as a rule. */
const CHUNK_BYTES = 64 << 10;
const STDIN = 0;

export type Input =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'too-large'; readonly nBytes: number };

/**
 * Standard input to its end; undefined at a terminal, where a person would wait for nothing. Too
 * much is drained, so that the agent's write does not fail.
 */
export function readInput(stdin: NodeJS.ReadStream): Promise<Input | undefined> {
  if (stdin.isTTY) return Promise.resolve(undefined);
  const chunks: Buffer[] = [];
  let nBytes = 0;
  const take = (chunk: Buffer): void => {
    nBytes += chunk.length;
    if (nBytes <= MAX_INPUT) chunks.push(chunk);
    else chunks.length = 0;
  };
  const taken = (): Input =>
    MAX_INPUT < nBytes
      ? { kind: 'too-large', nBytes }
      : { kind: 'whole', text: Buffer.concat(chunks).toString('utf8') };
  if (isReadAtOnce(take)) return Promise.resolve(taken());
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stdin.removeAllListeners('data');
      resolve(taken());
    };
    let timer = setTimeout(done, FIRST_BYTE_MS);
    stdin.on('data', (chunk: Buffer) => {
      clearTimeout(timer);
      timer = setTimeout(done, QUIET_MS);
      take(chunk);
    });
    stdin.on('end', done);
    stdin.on('error', done);
  });
}

/**
 * Most payloads lie there whole before Node has started, and reading them past the stream spares
 * its start. Node has set the pipe not to block; where it has not (Windows), the stream is right.
 */
function isReadAtOnce(take: (chunk: Buffer) => void): boolean {
  if (process.platform === 'win32') return false;
  const bytes = Buffer.allocUnsafe(CHUNK_BYTES);
  try {
    for (;;) {
      const n = readSync(STDIN, bytes);
      if (n === 0) return true;
      take(Buffer.from(bytes.subarray(0, n)));
    }
  } catch {
    // Nothing there yet, or an error: the stream waits for the one and tells of the other.
    return false;
  }
}
