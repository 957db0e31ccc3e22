import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** How one program reads one text. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * What a program that reads one text from its input writes for each of many, as many at a time
 * as there are cores; undefined where it fails.
 */
export async function perText(
  program: Program,
  texts: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const outputs: (string | undefined)[] = texts.map(() => undefined);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < texts.length; index = next++) {
      outputs[index] = await outputOf(program, texts[index] ?? '');
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return outputs;
}

function outputOf({ command, args, env }: Program, text: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined),
    );
    // A program that refuses a text may not read it to its end.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}
