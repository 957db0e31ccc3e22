import { ingest, tellTrouble } from './app/ingest/ingest.ts';
import { createIngestPorts } from './node/ingest/locateFile.ts';
import { readInput } from './node/ingest/readInput.ts';
import { createClock } from './node/repository.ts';

/** `dist/ingest.cjs`: takes in a hook's payload. Never prints, never fails: an agent must not feel us. */
export async function runIngest(args: readonly string[]): Promise<void> {
  const flagAt = args.indexOf('--agent');
  const flag = flagAt < 0 ? undefined : args[flagAt + 1];
  try {
    const ports = createIngestPorts({ cwd: process.cwd(), env: process.env, clock: createClock() });
    const input = await readInput(process.stdin);
    if (input?.kind === 'whole') await ingest(ports, input.text, flag);
    ports.tidy();
    if (input?.kind === 'too-large') {
      const size = `${Math.round(input.nBytes / (1 << 20))} MB`;
      tellTrouble(
        ports,
        undefined,
        'payload',
        `An agent sent a payload of ${size}: it was not used.`,
      );
    }
  } catch {
    // Whatever happened, the agent goes on.
  }
}
