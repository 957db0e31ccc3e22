import assert from 'node:assert/strict';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CLI, jsonOf, runCli } from '../support/cli.ts';
import { ROOT } from '../support/golden.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

/** What happens in one repository, and whose its lines are then. `$DIR` stands for its folder. */
interface Scenario {
  readonly about: string;
  readonly committed?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Per path, of every line: `kind tool observed | text`, several origins joined by `+`. */
  readonly blame: Readonly<Record<string, readonly string[]>>;
  /** Blocks that `status` lists: `path:first-last symbol status`, and what AI took out of them. */
  readonly status?: readonly string[];
  /** Words that `doctor` must say. */
  readonly doctor?: string;
}

type Step =
  | { readonly write: string; readonly text: string }
  | { readonly remove: string }
  | { readonly move: string; readonly to: string }
  | { readonly hook: unknown; readonly flag?: string }
  | { readonly raw: string }
  | { readonly git: readonly string[] }
  | { readonly commit: string };

const FOLDER = join(ROOT, 'test/fixtures/ingest');

describe('Agents: from a hook to the origin of every line', () => {
  for (const name of readdirSync(FOLDER).sort()) {
    const scenario = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Scenario;
    it(`${name.replace('.json', '')}: ${scenario.about}`, () => {
      const repo = createTempRepo({ files: scenario.committed });
      try {
        for (const step of scenario.steps) act(repo, step);
        const found = Object.keys(scenario.blame).map((path) => [path, blame(repo, path)]);
        if (process.env['UPDATE'] === '1') {
          const updated = {
            ...scenario,
            blame: Object.fromEntries(found),
            ...(scenario.status ? { status: statusOf(repo) } : {}),
          };
          writeFileSync(join(FOLDER, name), `${JSON.stringify(updated, null, 1)}\n`);
        } else {
          assert.deepEqual(Object.fromEntries(found), scenario.blame);
          if (scenario.status) assert.deepEqual(statusOf(repo), scenario.status);
        }
        if (scenario.doctor !== undefined) {
          assert.match(runCli(repo, ['doctor']).stdout, new RegExp(scenario.doctor));
        }
      } finally {
        repo.dispose();
      }
    });
  }
});

function act(repo: TempRepo, step: Step): void {
  if ('write' in step) repo.write(step.write, step.text);
  else if ('remove' in step) rmSync(join(repo.dir, step.remove), { recursive: true });
  else if ('move' in step) {
    mkdirSync(dirname(join(repo.dir, step.to)), { recursive: true });
    renameSync(join(repo.dir, step.move), join(repo.dir, step.to));
  } else if ('git' in step) repo.git(...step.git);
  else if ('commit' in step) repo.commit(step.commit);
  else if ('raw' in step) ingest(repo, step.raw, undefined);
  else ingest(repo, filled(JSON.stringify(step.hook), repo.dir), step.flag);
}

/** `$DIR` within JSON strings. */
function filled(json: string, dir: string): string {
  return json.replaceAll('$DIR', JSON.stringify(dir).slice(1, -1));
}

function ingest(repo: TempRepo, payload: string, flag: string | undefined): void {
  const before = listing(repo.dir);
  const words = ['ingest', ...(flag === undefined ? [] : ['--agent', flag])];
  const done = repo.run(process.execPath, [CLI, ...words], { input: payload });
  assert.deepEqual(done, { code: 0, stdout: '', stderr: '' });
  assert.deepEqual(listing(repo.dir), before, 'a file of the work tree was touched');
}

/** Every file of the work tree with size and time. */
function listing(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== '.git' && !name.startsWith('.git/'))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(dir, name));
      return `${name} ${size} ${mtimeMs}`;
    });
}

interface Origin {
  readonly kind: string;
  readonly tool: string | null;
  readonly observed: string | null;
  readonly origins?: readonly Origin[];
}

interface BlameDocument {
  readonly lines: readonly { readonly origin: Origin }[];
}

function blame(repo: TempRepo, path: string): string[] {
  const { lines } = jsonOf(runCli(repo, ['blame', path, '--json'])) as BlameDocument;
  const texts = repo.read(path).split(/\r?\n/);
  return lines.map(({ origin }, i) => `${words(origin)} | ${texts[i] ?? ''}`);
}

interface StatusDocument {
  readonly blocks: readonly {
    readonly path: string;
    readonly symbol: string;
    readonly status: string;
    readonly range: { readonly startLine: number; readonly endLine: number };
    readonly removals: readonly { readonly kind: string; readonly line: number }[];
  }[];
}

function statusOf(repo: TempRepo): string[] {
  const { blocks } = jsonOf(runCli(repo, ['status', '--json'])) as StatusDocument;
  return blocks.map(({ path, symbol, status, range, removals }) =>
    [
      `${path}:${range.startLine}-${range.endLine} ${symbol} ${status}`,
      ...removals.map(({ kind, line }) => `${kind} taken at ${line}`),
    ].join(', '),
  );
}

function words({ kind, tool, observed, origins }: Origin): string {
  if (origins) return origins.map(words).join(' + ');
  return [kind, tool, observed].filter((word) => word !== null).join(' ');
}
