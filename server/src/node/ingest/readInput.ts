import { fstatSync, read } from 'node:fs';

/** What an agent sends is read up to here, in bytes; a larger payload is not used, and told. */
const MAX_INPUT = 64 << 20;
/** An agent that sends nothing, or leaves its pipe open behind the payload, is not waited for longer. */
const FIRST_BYTE_MS = 5_000;
const QUIET_MS = 1_000;
const CHUNK = 1 << 16;

export type Input =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'too-large'; readonly nBytes: number };

/**
 * Standard input to its end; undefined at a terminal (where a person would wait for nothing) or
 * without any. Too
 * much is drained, so that the agent's write does not fail.
 */
export async function readInput(): Promise<Input | undefined> {
  if (isTerminal()) return undefined;
  const chunks: Buffer[] = [];
  let nBytes = 0;
  for (;;) {
    const chunk = await readChunk(nBytes === 0 ? FIRST_BYTE_MS : QUIET_MS);
    if (chunk === undefined) break;
    nBytes += chunk.length;
    if (nBytes <= MAX_INPUT) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (MAX_INPUT < nBytes) return { kind: 'too-large', nBytes };
  return { kind: 'whole', text: Buffer.concat(chunks).toString('utf8') };
}

/** Without `node:tty`, which loads the network stack: an agent waits for us. */
function isTerminal(): boolean {
  try {
    return fstatSync(0).isCharacterDevice();
  } catch {
    return true;
  }
}

/** The next bytes; undefined at the end, on an error, or when nothing comes any more. */
function readChunk(patienceMs: number): Promise<Buffer | undefined> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(undefined), patienceMs);
    const buffer = Buffer.allocUnsafe(CHUNK);
    read(0, buffer, 0, CHUNK, null, (error, n) => {
      clearTimeout(timer);
      done(error || n === 0 ? undefined : buffer.subarray(0, n));
    });
  });
}
