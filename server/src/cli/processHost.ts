import { isatty } from 'node:tty';
import type { CliRuntime, OutStream, Terminal } from './host.ts';

/** The streams of this process. A reader that goes away (`| head`) ends the writing, silently. */
export function processTerminal(): Terminal {
  return Object.freeze({
    stdinIsTty: isatty(0),
    columns: () => Math.max(MIN_COLUMNS, process.stdout.columns || DEFAULT_COLUMNS),
    readLine,
    stdout: outStream(1, () => process.stdout),
    stderr: outStream(2, () => process.stderr),
  });
}

/** What every terminal has had since the first ones; and less than half of it shows no sentence. */
const DEFAULT_COLUMNS = 80;
const MIN_COLUMNS = 40;

/** What runs us: Node, or VS Code's own binary as Node. */
export function processRuntime(cli: string, grammars: string): CliRuntime {
  return Object.freeze({
    node: process.execPath,
    electron: process.versions['electron'] !== undefined,
    cli,
    nodeVersion: process.versions.node,
    grammars,
    platform: process.platform,
  });
}

/** Node makes a stream when it is first touched, so that is not done for one that stays silent. */
function outStream(fd: number, open: () => NodeJS.WriteStream): OutStream {
  let stream: NodeJS.WriteStream | undefined;
  let isGone = false;
  return Object.freeze({
    isTty: isatty(fd),
    write(text: string): void {
      if (isGone) return;
      stream ??= open().on('error', () => {
        isGone = true;
      });
      stream.write(text);
    },
  });
}

/** Without line editing of ours: the terminal has its own, and echoes. */
async function readLine(): Promise<string | undefined> {
  const { createInterface } = await import('node:readline');
  return new Promise((done) => {
    const lines = createInterface({ input: process.stdin, terminal: false });
    let answer: string | undefined;
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    lines.once('close', () => {
      process.stdin.pause();
      done(answer);
    });
  });
}
