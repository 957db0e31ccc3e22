import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { OracleParser } from '../row.ts';

/**
 * A parser that is a process. It reads one line a text: the text (UTF-8) in base64. It writes one
 * line an answer, in the same order: `=` and the tree in base64, or `!` and a message in base64.
 * It ends when its input ends. What it writes to stderr is shown.
 */
export function createLineProcess(command: string, args: readonly string[]): OracleParser {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((line: string | Error) => void)[] = [];
  let ended: Error | undefined;
  const end = (problem: string): void => {
    ended ??= new Error(`${command}: ${problem}`);
    for (const answer of waiting.splice(0)) answer(ended);
  };
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  child.on('error', ({ message }) => end(message));
  child.on('exit', (code) => end(`ended with ${code} before its answer`));
  // The exit tells why nothing is read any more.
  child.stdin.on('error', () => {});

  const ask = (text: string): Promise<string | undefined> =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      waiting.push((line) => {
        if (line instanceof Error) reject(line);
        else resolve(line.startsWith('=') ? decoded(line.slice(1)) : undefined);
      });
      child.stdin.write(`${Buffer.from(text).toString('base64')}\n`);
    });
  return Object.freeze({
    trees: (texts: readonly string[]) => Promise.all(texts.map(ask)),
    close: () => child.stdin.end(),
  });
}

function decoded(line: string): string {
  return Buffer.from(line, 'base64').toString('utf8');
}
