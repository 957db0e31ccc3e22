import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathOfKey } from '../../../server/src/core/ledger/keys.ts';
import { canonicalJson } from '../../../server/src/core/text/canonicalJson.ts';
import { aiFunction, recordAi, repositoryAt } from '../../support/aiText.ts';
import { ROOT } from '../../support/golden.ts';
import { createTempRepo, type TempRepo } from '../../support/tempRepo.ts';
import { figures, report } from '../figures.ts';

/**
 * What the ledger costs as it grows, each figure beside the bare git command that is its floor, in
 * one run. Prints figures; asserts nothing.
 */

const CLI = process.env['COUNTERSIGN_CLI'] ?? join(ROOT, 'dist/cli.cjs');
const REF = 'refs/notes/countersign';
const SIZES = (process.env['COUNTERSIGN_LEDGER_SIZES'] ?? '0,1,10000,1000000')
  .split(',')
  .map(Number);
const GATE_ROUNDS = 25;

async function main(): Promise<void> {
  benchLookup(SIZES);
  for (const nBlocks of [1, 100, 5_000]) benchPromotion(nBlocks);
  benchSync(10_000);
  await benchPrune(100_000);
  const largest = Math.max(...SIZES);
  if (0 < largest) benchFetch(largest);
}

interface Measured {
  readonly size: number;
  readonly repo: TempRepo;
  readonly rss: string;
  readonly gates: number[];
  readonly bare: number[];
  readonly memory: number[];
}

/**
 * A commit of 20 files, 2 with AI, before ledgers of so many entries. Each round takes them all, in
 * turn, so that a busy moment of the machine is nobody's.
 */
function benchLookup(sizes: readonly number[]): void {
  const all = sizes.map(stagedBefore);
  try {
    const names = Array.from({ length: 60 }, (_, i) => `${REF}:${pathOfKey(keyOf(i))}`);
    const empty: number[] = [];
    for (let round = 0; round < GATE_ROUNDS; round++) {
      for (let i = 0; i < all.length; i++) {
        const one = all[(i + round) % all.length];
        if (!one) continue;
        const { repo, rss, gates, bare, memory } = one;
        empty.push(millis(() => repo.run(process.execPath, ['-e', '0'])));
        gates.push(
          millis(() => {
            const { stderr } = repo.run(process.execPath, ['-r', rss, CLI, 'gate']);
            memory.push(Number(/RSS (\d+)/.exec(stderr)?.[1] ?? 0) / 1024);
          }),
        );
        bare.push(
          millis(() => repo.run('git', ['cat-file', '--batch'], { input: names.join('\n') })),
        );
      }
    }
    report(`an empty Node process`, figures(empty), 'ms');
    const floor = figures(all.find(({ size }) => size === 1)?.gates ?? []).median;
    for (const { size, gates, bare, memory } of all) {
      const found = figures(gates);
      const ratio = 0 < floor ? `${(found.median / floor).toFixed(2)} x a ledger of 1` : '';
      const label = `${size.toLocaleString('en')} records`;
      report(`gate, 20 files, ledger of ${label}`, found, 'ms', ratio);
      report(`  its memory`, figures(memory), 'MB');
      report(`  git cat-file --batch, 60 names`, figures(bare), 'ms');
    }
  } finally {
    for (const { repo } of all) repo.dispose();
  }
}

function stagedBefore(size: number): Measured {
  const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
  if (0 < size) generate(repo, size);
  for (let i = 0; i < 20; i++) {
    const path = `src/file${i}.ts`;
    const text = `export const n${i} = ${i};\n${i < 2 ? aiFunction(`parse${i}`) : ''}`;
    repo.write(path, text);
    if (i < 2) recordAi(repo.dir, path, text, [[2, 6]]);
  }
  repo.git('add', '--all');
  const rss = join(repo.root, 'rss.cjs');
  writeFileSync(
    rss,
    "process.on('exit', () => process.stderr.write(`\\nRSS ${process.resourceUsage().maxRSS}\\n`));",
  );
  return { size, repo, rss, gates: [], bare: [], memory: [] };
}

/** What a post-commit hook takes for a commit with so many AI blocks. */
function benchPromotion(nBlocks: number): void {
  const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
  try {
    const perFile = 20;
    for (let i = 0; i < nBlocks; i += perFile) {
      const path = `src/part${i}.ts`;
      const n = Math.min(perFile, nBlocks - i);
      const text = Array.from({ length: n }, (_, j) => aiFunction(`parse${i + j}`)).join('\n');
      repo.write(path, text);
      recordAi(repo.dir, path, text, [[1, text.split('\n').length - 1]]);
    }
    const committed = millis(() => repo.commit('ai'));
    const promoted = millis(() => expectOk(repo.run(process.execPath, [CLI, 'promote'])));
    const again = millis(() => expectOk(repo.run(process.execPath, [CLI, 'promote'])));
    const entries = repo.git('ls-tree', '-r', REF).trim().split('\n').length;
    const floor = millis(() => generate(repo, entries, 'refs/notes/floor'));
    one(`post-commit, ${nBlocks} AI blocks (${entries} entries)`, promoted);
    one('  again, nothing new', again);
    one('  git add and commit of the same files', committed);
    one('  git fast-import of as many entries', floor);
  } finally {
    repo.dispose();
  }
}

/** The first sync of a ledger of so many entries to a remote on this disk. */
function benchSync(size: number): void {
  const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
  try {
    generate(repo, size);
    const remote = join(repo.root, 'remote.git');
    const bare = join(repo.root, 'bare.git');
    for (const at of [remote, bare]) {
      mkdirSync(at);
      repo.run('git', ['init', '--quiet', '--bare', at]);
    }
    const floor = millis(() => expectOk(repo.run('git', ['push', '--quiet', bare, REF])));
    const synced = millis(() => expectOk(repo.run(process.execPath, [CLI, 'sync', remote])));
    const again = millis(() => expectOk(repo.run(process.execPath, [CLI, 'sync', remote])));
    one(`sync of ${size.toLocaleString('en')} records`, synced);
    one('  again, nothing new', again);
    one('  git push of the same ref', floor);
  } finally {
    repo.dispose();
  }
}

/** A ledger of so many entries, nothing of which is in reach, and what another clone's join takes then. */
async function benchPrune(size: number): Promise<void> {
  const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
  try {
    generate(repo, size);
    const { ledger, keys, ids } = repositoryAt(repo.dir);
    const hashes = Array.from({ length: size }, (_, i) => ids.sha256(lineOf(i).trimEnd()));
    const batch = canonicalJson({
      ...{ v: 1, hashVersion: 0, kind: 'batch', subject: { path: '' } },
      by: { type: 'human', id: 'ada@example.org' },
      at: '2026-01-02T03:04:05.000Z',
      detail: { records: hashes.sort(), heads: [] },
    });
    const by = { name: 'Ada', email: 'ada@example.org', seconds: 1 };
    const added = await ledger.add(new Map([[keys.hash(ids.sha256(batch)), `${batch}\n`]]), by);
    if (!added.ok) throw new Error(added.error.message);
    const remote = join(repo.root, 'remote.git');
    const other = join(repo.root, 'other');
    expectOk(repo.run('git', ['clone', '--quiet', '--bare', repo.dir, remote]));
    expectOk(repo.run('git', ['push', '--quiet', remote, REF]));
    expectOk(repo.run('git', ['clone', '--quiet', remote, other]));
    const run = (args: readonly string[], cwd = repo.dir): number =>
      millis(() => expectOk(repo.run(process.execPath, [CLI, ...args], { cwd })));
    run(['sync'], other);
    const trace = join(repo.root, 'trace');
    const env = { ...repo.env, GIT_TRACE2_EVENT: trace };
    one(`prune --dry-run, ${size.toLocaleString('en')} records`, run(['prune', '--dry-run']));
    const rss = join(repo.root, 'rss.cjs');
    writeFileSync(
      rss,
      "process.on('exit', () => process.stderr.write(`\\nRSS ${process.resourceUsage().maxRSS}\\n`));",
    );
    const started = performance.now();
    const pruned = repo.run(process.execPath, ['-r', rss, CLI, 'prune'], { env });
    one('  prune', performance.now() - started);
    expectOk(pruned);
    const nStarts = readFileSync(trace, 'utf8').split('"event":"start"').length - 1;
    console.log(
      `  its git processes, those of git's own too ${nStarts}; ${pruned.stdout.split('\n')[0]}`,
    );
    console.log(
      `  its memory ${(Number(/RSS (\d+)/.exec(pruned.stderr)?.[1] ?? 0) / 1024).toFixed(0)} MB`,
    );
    one('  verify after it', run(['verify']));
    one('  sync of it', run(['sync', remote]));
    one('  sync of the other clone, which drops what it has', run(['sync'], other));
    const left = repo.run('git', ['ls-tree', '-r', '--name-only', REF], { cwd: other }).stdout;
    console.log(`  entries left there ${left.trim().split('\n').length}`);
  } finally {
    repo.dispose();
  }
}

/** What a fresh clone of CI fetches. */
function benchFetch(size: number): void {
  const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
  try {
    generate(repo, size);
    repo.git('repack', '-adq');
    const clone = (name: string, ...args: string[]): void => {
      const dir = join(repo.root, name);
      expectOk(repo.run('git', ['init', '--quiet', dir]));
      const url = `file://${repo.dir}`;
      const took = millis(() =>
        expectOk(
          repo.run('git', ['fetch', '--quiet', ...args, url, `${REF}:${REF}`], { cwd: dir }),
        ),
      );
      const size = repo.run('du', ['-sm', join(dir, '.git')]).stdout.split('\t')[0];
      one(`fetch of the ledger, ${name} (${size} MB)`, took);
    };
    repo.git('config', 'uploadpack.allowFilter', 'true');
    clone('whole');
    clone('shallow', '--depth=1');
    clone('filtered', '--filter=blob:none');
  } finally {
    repo.dispose();
  }
}

/** Entries as a team's would be: provenance, a pointer or a review each, about 400 bytes. */
function generate(repo: TempRepo, size: number, ref = REF): void {
  const chunks: string[] = [`commit ${ref}\ncommitter X <x@x> 1 +0000\ndata 0\n`];
  for (let i = 0; i < size; i++) {
    const key = keyOf(i);
    const line = lineOf(i);
    chunks.push(`M 100644 inline ${pathOfKey(key)}\ndata ${line.length}\n${line}\n`);
  }
  chunks.push('done\n');
  expectOk(
    spawnSync('git', ['fast-import', '--quiet', '--date-format=raw'], {
      cwd: repo.dir,
      env: repo.env,
      input: chunks.join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    }),
  );
  // As after a write of ours: nobody else's hand was there.
  if (ref === REF) repo.git('update-ref', 'refs/countersign/kept', ref);
}

function lineOf(i: number): string {
  return `{"at":"2026-01-02T03:04:05.000Z","by":{"id":"countersign","type":"tool"},"detail":{"lines":[[${1 + (i % 90)},${(i % 90) + 9},0]],"origins":[{"at":"2026-01-02T03:04:05.000Z","by":"Ada Example <ada@example.org>","kind":"ai","tier":"platform","tool":"github.copilot"}]},"hashVersion":0,"kind":"provenance","subject":{"blob":"${keyOf(i)}","path":"src/part${i % 500}/file${i}.ts"},"v":1}\n`;
}

function keyOf(i: number): string {
  return createHash('sha1').update(`entry ${i}`).digest('hex');
}

function millis(act: () => unknown): number {
  const started = performance.now();
  act();
  return performance.now() - started;
}

function one(name: string, ms: number): void {
  console.log(`${name.padEnd(58)} ${ms.toFixed(0)} ms`);
}

function expectOk(ended: {
  readonly stderr: string;
  readonly status?: number | null;
  readonly code?: number;
}): void {
  const code = ended.code ?? ended.status;
  if (code !== 0) throw new Error(`ended with ${code}: ${ended.stderr}`);
}

void main();
