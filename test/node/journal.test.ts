import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactJournal } from '../../server/src/node/journal/compact.ts';
import type { DiagnosedRecord } from '../../server/src/core/records/record.ts';
import { moveJournalIn } from '../../server/src/node/journal/moveIn.ts';
import { createJournalStore } from '../../server/src/node/journal/journalStore.ts';
import { sha256Hex } from '../../server/src/node/git/contentIds.ts';
import { ROOT } from '../support/golden.ts';
import { snapshotRecord } from '../support/records.ts';

const CHILD = join(ROOT, 'out/test/node/journalWriter.child.cjs');
const AT = '2026-01-02T03:04:05.000Z';

describe('The journal on disk', () => {
  let root: string;
  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), 'countersign-journal-')), 'countersign');
  });
  afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

  const open = (writer = 'test') =>
    createJournalStore({ root, worktree: 'main', writer, mayWrite: true });
  const segments = () =>
    readdirSync(join(root, 'journal/main')).map((name) => join(root, 'journal/main', name));

  it('Gives back what was appended, to another reader too', () => {
    const store = open();
    const record = snapshotRecord('src/a.ts', 'text', AT);
    assert.ok(store.append([record]).ok);
    assert.deepEqual(store.readNew(), [], 'own records are not read again');
    assert.deepEqual(open().readNew(), [record]);
  });

  it('Tells other writers of new records', async () => {
    const reader = open();
    assert.ok(open('first').append([snapshotRecord('src/a.ts', 'one', AT)]).ok);
    reader.readNew();
    const told = new Promise<void>((resolve) => {
      const watch = reader.watch(() => {
        watch.close();
        resolve();
      });
    });
    assert.ok(open('second').append([snapshotRecord('src/a.ts', 'two', AT)]).ok);
    await told;
    assert.equal(reader.readNew().length, 1);
  });

  it('Drops a torn last line, tells of a damaged one, and uses the others', () => {
    const store = open();
    for (const text of ['one', 'two', 'three']) {
      assert.ok(store.append([snapshotRecord('src/a.ts', text, AT)]).ok);
    }
    const [file = ''] = segments();
    const whole = readFileSync(file, 'utf8');
    truncateSync(file, whole.length - 20);
    const torn = open();
    assert.equal(torn.readNew().length, 2);
    const lines = whole.split('\n');
    writeFileSync(
      file,
      [lines[0], lines[1]?.replace('"human"', '"robot"'), lines[2], ''].join('\n'),
    );
    const edited = open();
    assert.equal(edited.readNew().length, 2);
    assert.equal(edited.problems()[0]?.code, 'journal-line-damaged');
    appendFileSync(file, '\0\0\0 not json\n');
    assert.equal(open().readNew().length, 2);
  });

  it('Keeps every acknowledged record of eight writers killed at random', async function () {
    this.timeout(120_000);
    const acknowledged: string[] = [];
    let seed = 20_261_122;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const kill = (): Promise<void> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [CHILD, root, '100000']);
        let out = '';
        let killAfter = Math.floor(random() * 4_000);
        child.stdout.on('data', (chunk: Buffer) => {
          out += chunk.toString();
          killAfter -= chunk.length;
          if (killAfter < 0) child.kill('SIGKILL');
        });
        child.on('close', () => {
          acknowledged.push(...out.split('\n').filter((line) => line.length === 64));
          resolve();
        });
      });
    await Promise.all(Array.from({ length: 4 }, kill));
    await Promise.all(Array.from({ length: 4 }, kill));
    const store = open();
    const read = new Set(
      store.readNew().map((record) => (record.kind === 'snapshot' ? record.detail.text : '')),
    );
    assert.ok(8 <= acknowledged.length, `${acknowledged.length} acknowledged`);
    for (const id of acknowledged) {
      assert.ok(read.has(id), `record ${id} was acknowledged and lost (seed 20261122)`);
      assert.notEqual(store.textOf(id), undefined);
    }
  });

  it('Says that a full disk took nothing, and keeps what was there', function () {
    if (process.platform === 'win32') assert.fail('needs a POSIX shell');
    const child = spawnSync(
      'sh',
      ['-c', `ulimit -f 8; exec "$0" "$@"`, process.execPath, CHILD, root, '1000'],
      { encoding: 'utf8' },
    );
    const said = child.stdout.trim().split('\n');
    assert.equal(said.at(-1), 'failed journal-not-written', child.stderr);
    const acknowledged = said.slice(0, -1);
    assert.ok(0 < acknowledged.length);
    const store = open();
    assert.equal(store.readNew().length, acknowledged.length);
    assert.ok(store.append([snapshotRecord('src/a.ts', 'after', AT)]).ok);
  });

  it('Does not use a text that is damaged', () => {
    const store = open();
    const id = sha256Hex('text');
    assert.ok(store.keepText(id, 'text').ok);
    writeFileSync(join(root, 'texts', id.slice(0, 2), id.slice(2)), 'other');
    assert.equal(store.textOf(id), undefined);
    assert.equal(store.problems()[0]?.code, 'text-damaged');
    assert.equal(store.textOf('../../../../etc/passwd'), undefined);
  });

  it('Writes through no link that a hostile repository put in its way', () => {
    const outside = join(root, '../outside');
    mkdirSync(outside);
    symlinkSync(outside, root);
    assert.equal(open().append([snapshotRecord('src/a.ts', 'text', AT)]).ok, false);
    rmSync(root);
    mkdirSync(root);
    symlinkSync(outside, join(root, 'journal'));
    assert.equal(open().append([snapshotRecord('src/a.ts', 'text', AT)]).ok, false);
    assert.deepEqual(readdirSync(outside), []);
  });

  it('Compacts the segments of ended writers and loses nothing that can be asked for', async () => {
    const store = createJournalStore({ root, worktree: 'main', writer: 'x', mayWrite: true });
    for (let i = 0; i < 30; i++) {
      const text = `text ${i}`;
      const record = snapshotRecord('src/a.ts', text, new Date(Date.parse(AT) + i).toISOString());
      assert.ok(store.keepText(record.detail.text, text).ok);
      assert.ok(store.append([record]).ok);
    }
    store.close();
    const [file = ''] = segments();
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    // As two processes that are no more would have left it; a line of a later version too.
    const ended = ['x-999999991-00000001.jsonl', 'x-999999992-00000002.jsonl'];
    const [first, second] = ended.map((name) => join(root, 'journal/main', name));
    writeFileSync(first ?? '', `${lines.slice(0, 15).join('\n')}\n`);
    writeFileSync(second ?? '', `${lines.slice(15).join('\n')}\nof a later version\n`);
    rmSync(file);
    const inGit = snapshotRecord('src/a.ts', 'text 3', AT).subject.blob;
    const later = Date.now() + 48 * 60 * 60 * 1_000;
    await compactJournal({
      root,
      isDryRun: false,
      nowMs: later,
      knownBlobs: (ids) => Promise.resolve(new Set(ids.filter((id) => id === inGit))),
    });
    assert.equal(segments().length, 1);
    const kept = open()
      .readNew()
      .map((record) => (record.kind === 'snapshot' ? open().textOf(record.detail.text) : ''));
    const expected = [3, ...Array.from({ length: 20 }, (_, i) => i + 10)].map((i) => `text ${i}`);
    assert.deepEqual(kept, expected);
    assert.ok(readFileSync(segments()[0] ?? '', 'utf8').includes('of a later version'));
    assert.equal(open().textOf(sha256Hex('text 0')), undefined);
  });

  it('Word of other extensions moves into a repository with its file', () => {
    const record: DiagnosedRecord = {
      ...{ v: 1, hashVersion: 1, kind: 'diagnosed', by: { type: 'tool', id: 'ts' }, at: AT },
      subject: { path: 'a.ts', symbol: 'a', textHash: 'sha256:1' },
      detail: { source: 'ts', severity: 'error', lineInBlock: 1, message: 'no such' },
    };
    const outside = join(root, '..', 'outside');
    const options = { worktree: 'main', writer: 'test', mayWrite: true };
    assert.ok(createJournalStore({ root: outside, ...options }).append([record]).ok);
    moveJournalIn(outside, 'src/', { root, worktree: 'main' });
    assert.deepEqual(open().readNew(), [
      { ...record, subject: { ...record.subject, path: 'src/a.ts' } },
    ]);
  });

  it('Compacting keeps of what other extensions told the newest 200 of a path', async () => {
    const record = (i: number): DiagnosedRecord => ({
      ...{ v: 1, hashVersion: 1, kind: 'diagnosed', by: { type: 'tool', id: 'ts' } },
      at: new Date(Date.parse(AT) + i).toISOString(),
      subject: { path: 'src/a.ts', symbol: 'a', textHash: `sha256:${i}` },
      detail: { source: 'ts', severity: 'error', lineInBlock: 1, message: 'no such' },
    });
    const all = Array.from({ length: 250 }, (_, i) => record(i));
    for (const part of [all.slice(0, 120), all.slice(120)]) assert.ok(open().append(part).ok);
    for (const [i, file] of segments().entries()) {
      renameSync(file, join(root, `journal/main/lsp-99999999${i}-abcdef0${i}.jsonl`));
    }
    await compactJournal({
      root,
      isDryRun: false,
      nowMs: Date.now() + 48 * 60 * 60 * 1_000,
      knownBlobs: () => Promise.resolve(new Set()),
    });
    assert.deepEqual(open().readNew(), all.slice(50));
  });

  it('Writes nothing where it may only read', () => {
    const store = createJournalStore({ root, worktree: 'main', writer: 'gate', mayWrite: false });
    assert.equal(store.append([snapshotRecord('src/a.ts', 'text', AT)]).ok, false);
    assert.deepEqual(readdirSync(join(root, '..')), []);
  });
});
