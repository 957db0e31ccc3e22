import { resolve } from 'node:path';
import type { Problem } from '../core/repository.ts';
import { EXIT, type GateContext } from './command.ts';
import type { GateHost } from './host.ts';
import { createPaint } from './paint.ts';

/** What a command runs with; `dir` is what `-C` said. */
export function createContext(
  host: GateHost,
  dir: string | undefined,
  isDebug: boolean,
): GateContext {
  const { stdout, stderr } = host.terminal;
  return {
    host,
    dir: dir === undefined ? host.cwd : resolve(host.cwd, dir),
    isDebug,
    say: (text) => stdout.write(`${text}\n`),
    tell: (text) => stderr.write(`${text}\n`),
    fail: (problem: Problem) => {
      stderr.write(`Countersign: ${problem.message}\n`);
      return EXIT.error;
    },
    paint: { stdout: createPaint(stdout, host.env), stderr: createPaint(stderr, host.env) },
  };
}
