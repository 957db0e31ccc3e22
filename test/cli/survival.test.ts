import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { ROOT } from '../support/golden.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

/**
 * What git does to a repository, and what is known after each step by the ledger alone: the journal is
 * put away before anything is asked. Every line of an AI function that stands in a file must be AI's, no other may be.
 */
interface Scenario {
  readonly about: string;
  /** A client that never installed the hooks: the ledger is brought up to date by the next command. */
  readonly withoutHooks?: boolean;
  readonly format?: 'sha1' | 'sha256';
  readonly steps: readonly Step[];
}

type Step =
  /** A person writes these lines. */
  | { readonly write: string; readonly text: readonly string[] }
  | AiStep
  | { readonly git: string; readonly mayFail?: boolean }
  | { readonly shell: string }
  /** The same, where nothing can be known yet. */
  | { readonly quiet: string }
  /** A person's other hand: the open, sync or commit that comes later. */
  | { readonly promote: true }
  /** The status of functions from here on, wherever they stand. */
  | { readonly expect: Readonly<Record<string, string>> };

/** AI adds a function of this name at the end of a file; a person signs it, if so said. */
interface AiStep {
  readonly ai: string;
  readonly name: string;
  readonly sign?: boolean;
}

const FOLDER = join(ROOT, 'test/fixtures/survival');

describe('What survives in the ledger', function () {
  this.timeout(180_000);

  it('Is told in the docs, a row each', () => {
    const docs = readFileSync(join(ROOT, 'docs/ledger.md'), 'utf8');
    for (const name of readdirSync(FOLDER)) {
      assert.match(docs, new RegExp(`^\\| \`${name.replace('.json', '')}\` \\|`, 'm'));
    }
  });

  for (const name of readdirSync(FOLDER).sort()) {
    const scenario = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Scenario;
    it(`${name.replace('.json', '')}: ${scenario.about}`, () => {
      const repo = createTempRepo(scenario.format === 'sha256' ? { format: 'sha256' } : {});
      try {
        repo.write('.gitignore', '');
        repo.commit('Start');
        if (scenario.withoutHooks !== true) install(repo);
        const world: World = { repo, names: new Set(), expected: {} };
        scenario.steps.forEach((step, i) => {
          act(world, step);
          const isAsked = 'git' in step || 'shell' in step || 'promote' in step;
          if (isAsked) check(world, `after step ${i + 1}, ${JSON.stringify(step)}`);
        });
      } finally {
        repo.dispose();
      }
    });
  }
});

interface World {
  readonly repo: TempRepo;
  /** Functions that AI wrote. */
  readonly names: Set<string>;
  expected: Readonly<Record<string, string>>;
}

function install(repo: TempRepo): void {
  const done = runCli(repo, ['hooks', 'install']);
  assert.equal(done.code, 0, done.stderr);
}

function act(world: World, step: Step): void {
  const { repo } = world;
  if ('write' in step) repo.write(step.write, step.text.map((line) => `${line}\n`).join(''));
  else if ('ai' in step) addAi(world, step);
  else if ('git' in step) {
    const done = repo.run('sh', ['-c', `git ${step.git}`]);
    if (step.mayFail !== true) assert.equal(done.code, 0, `git ${step.git}: ${done.stderr}`);
  } else if ('shell' in step || 'quiet' in step) {
    const words = 'shell' in step ? step.shell : step.quiet;
    const done = repo.run('sh', ['-ec', words]);
    assert.equal(done.code, 0, `${words}: ${done.stderr}`);
  } else if ('promote' in step) runCli(repo, ['promote']);
  else world.expected = step.expect;
}

function addAi({ repo, names }: World, { ai: path, name, sign }: AiStep): void {
  const before = existsSync(join(repo.dir, path)) ? repo.read(path) : '';
  const code = aiFunction(name);
  const text = before === '' ? code : `${before}\n${code}`;
  const first = text.split('\n').findIndex((line) => line.includes(`function ${name}(`)) + 1;
  repo.write(path, text);
  recordAi(repo.dir, path, text, [[first, first + code.split('\n').length - 2]]);
  names.add(name);
  if (sign !== true) return;
  const done = runAtTerminal(repo, ['sign', `${path}:${first}`], 'y\n');
  assert.equal(done.code, 0, done.stdout);
}

interface Blame {
  readonly lines: readonly { readonly line: number; readonly origin: { readonly kind: string } }[];
}

interface Status {
  readonly blocks: readonly { readonly symbol: string; readonly status: string }[];
}

/** Asks by the ledger alone. */
function check({ repo, names, expected }: World, when: string): void {
  const data = join(repo.dir, '.git/countersign');
  const away = join(repo.dir, '.git/countersign-away');
  const isConflict = repo.git('ls-files', '--unmerged') !== '';
  const hasData = existsSync(data);
  if (hasData) renameSync(data, away);
  try {
    const found: Record<string, string> = {};
    const standing = new Set<string>();
    for (const path of repo.git('ls-files', '-z').split('\0')) {
      if (!path.endsWith('.ts') || !existsSync(join(repo.dir, path))) continue;
      const texts = repo.read(path).split('\n');
      const its = aiLinesOf(texts, names);
      for (const name of names) if (repo.read(path).includes(` ${name}(`)) standing.add(name);
      const { lines } = jsonOf(runCli(repo, ['blame', path, '--json'])) as Blame;
      for (const { line, origin } of isConflict ? [] : lines) {
        const text = texts[line - 1] ?? '';
        if (text.trim() === '') continue;
        const isAi = origin.kind === 'ai';
        assert.equal(isAi, its.has(line), `${when}: ${path}:${line} ${text} is ${origin.kind}`);
      }
      const { blocks } = jsonOf(runCli(repo, ['status', path, '--json'])) as Status;
      for (const { symbol, status } of blocks) if (names.has(symbol)) found[symbol] = status;
    }
    if (!isConflict) {
      for (const [name, status] of Object.entries(expected)) {
        if (standing.has(name)) assert.equal(found[name], status, `${when}: ${name}`);
      }
    }
  } finally {
    if (hasData) renameSync(away, data);
  }
}

/** 1-based lines of the functions AI wrote, found by their text. */
function aiLinesOf(lines: readonly string[], names: ReadonlySet<string>): ReadonlySet<number> {
  const found = new Set<number>();
  lines.forEach((line, at) => {
    const name = /^export function (\w+)\(text: string\): number \{$/.exec(line)?.[1];
    if (name === undefined || !names.has(name)) return;
    for (let i = at; i < lines.length; i++) {
      found.add(i + 1);
      if (lines[i] === '}') break;
    }
  });
  return found;
}
