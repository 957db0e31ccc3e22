import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../../server/src/app/journal.ts';
import { findRepository } from '../../server/src/node/git/place.ts';
import { openRepository } from '../../server/src/node/repository.ts';
import { CLI, runCli } from '../support/cli.ts';
import { ACCEPTED, startClient } from '../support/lspClient.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const WRITERS = 6;
const CALLS = 8;
const BASE = 'export const base = 1;\n';

describe('Many writers on one repository', () => {
  let repo: TempRepo;
  beforeEach(() => {
    repo = createTempRepo({ files: { 'a.ts': BASE } });
  });
  afterEach(() => repo.dispose());

  it('Hooks that are killed at any moment, two windows and a joining of segments lose and double nothing', async function () {
    this.timeout(120_000);
    manyOldSegments(repo);
    const windows = [await startClient(repo.dir), await startClient(repo.dir)];
    const files = windows.map((window, i) => window.open(`window${i}.ts`, ''));
    const acknowledged: string[] = [];
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let i = 0; i < CALLS; i++) {
          const call = `w${writer}c${i}`;
          // Every third is killed a little later than the one before it, from its start on.
          const killAfter = i % 3 === 2 ? (writer * CALLS + i) * 2 : undefined;
          if ((await ingest(repo, call, killAfter)) === 0) acknowledged.push(call);
          const file = files[writer % 2];
          file?.edit(0, 0, `accepted_${call}();\n`, ACCEPTED);
          file?.save();
        }
      }),
    );
    for (const file of files) await file.blocks();
    for (const window of windows) await window.stop();

    const journal = reopen(repo);
    const calls = journal.book.agentRecords().map(({ subject }) => subject.path);
    assert.equal(new Set(calls).size, calls.length, 'a call was recorded twice');
    for (const call of acknowledged) assert.ok(calls.includes(`${call}.ts`), call);
    assert.ok(WRITERS * CALLS * 0.6 <= acknowledged.length, 'hardly a hook came to its end');
    for (const [i, file] of files.entries()) {
      const newest = journal.book.snapshotsOf(`window${i}.ts`)[0];
      assert.equal(newest && journal.textOf(newest.detail.text), file.text());
    }
    assert.deepEqual(
      journal.problems().filter(({ code }) => code !== 'journal-torn'),
      [],
    );
    assert.ok(readdirSync(segments(repo)).length < 256, 'the old segments were not joined');
    assert.equal(runCli(repo, ['blame', 'a.ts']).code, 0);
  });
});

/** Runs a hook about a file of its own; the exit code, or -1 where it was killed. */
function ingest(repo: TempRepo, call: string, killAfter: number | undefined): Promise<number> {
  const path = `${call}.ts`;
  repo.write(path, `export const ${call} = 1;\n`);
  const payload = {
    session_id: 's',
    transcript_path: '/home/u/.claude/projects/p/s.jsonl',
    cwd: repo.dir,
    hook_event_name: 'PostToolUse',
    tool_name: 'Write',
    tool_input: { file_path: join(repo.dir, path), content: `export const ${call} = 1;\n` },
    tool_response: { type: 'create', originalFile: null, structuredPatch: [] },
    tool_use_id: call,
  };
  return new Promise((done) => {
    const child = spawn(process.execPath, [CLI, 'ingest'], { cwd: repo.dir, env: repo.env });
    // A killed child closes its pipe while we write.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(payload));
    const timer =
      killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code) => {
      clearTimeout(timer);
      done(code ?? -1);
    });
  });
}

function segments(repo: TempRepo): string {
  return join(repo.dir, '.git/countersign/journal/main');
}

/** As a long day of an agent leaves them: so many that the next hook joins them. */
function manyOldSegments(repo: TempRepo): void {
  mkdirSync(segments(repo), { recursive: true });
  for (let i = 0; i < 300; i++) {
    // No process has such a number.
    const file = join(segments(repo), `ingest-${5_000_000 + i}-0000.jsonl`);
    writeFileSync(file, '');
    utimesSync(file, 0, 0);
  }
}

function reopen(repo: TempRepo) {
  const place = findRepository(repo.dir);
  if (!place.ok) throw new Error(place.error.message);
  const options = { writer: 'test', mayWrite: false, mayRunGit: true };
  return openJournal(openRepository(place.value, options).journal);
}
