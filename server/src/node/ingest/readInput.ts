/** What an agent sends is read up to here, in bytes; a larger payload is not used, and told. */
const MAX_INPUT = 64 << 20;
/** An agent that sends nothing, or leaves its pipe open behind the payload, is not waited for longer. */
const FIRST_BYTE_MS = 5_000;
const QUIET_MS = 1_000;

export type Input =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'too-large'; readonly nBytes: number };

/**
 * Standard input to its end; undefined at a terminal, where a person would wait for nothing. Too
 * much is drained, so that the agent's write does not fail.
 */
export function readInput(stdin: NodeJS.ReadStream): Promise<Input | undefined> {
  if (stdin.isTTY) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let nBytes = 0;
    const done = (): void => {
      clearTimeout(timer);
      stdin.removeAllListeners('data');
      resolve(
        MAX_INPUT < nBytes
          ? { kind: 'too-large', nBytes }
          : { kind: 'whole', text: Buffer.concat(chunks).toString('utf8') },
      );
    };
    let timer = setTimeout(done, FIRST_BYTE_MS);
    stdin.on('data', (chunk: Buffer) => {
      clearTimeout(timer);
      timer = setTimeout(done, QUIET_MS);
      nBytes += chunk.length;
      if (nBytes <= MAX_INPUT) chunks.push(chunk);
      else chunks.length = 0;
    });
    stdin.on('end', done);
    stdin.on('error', done);
  });
}
