import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { CliResult } from '../../src/act/cli.ts';
import type { ActContext } from '../../src/act/context.ts';
import { createHookOffer } from '../../src/act/hooks.ts';
import { scheduleWithTimer } from '../../src/lifetime.ts';
import { createBlockStore } from '../../src/show/blockStore.ts';
import { createFakeVscode } from '../support/fakeVscode.ts';

function setUp(status: CliResult = { exitCode: 0, stdout: '{"installed": false}', stderr: '' }) {
  const root = mkdtempSync(join(tmpdir(), 'countersign-hooks-'));
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  const fake = createFakeVscode();
  const ran: string[] = [];
  const context: ActContext = {
    api: fake.api,
    store: createBlockStore(scheduleWithTimer),
    server: () => Promise.reject(new Error('not asked here')),
    runCli: (args, folder) => {
      ran.push(`${args.join(' ')} in ${basename(folder)}`);
      const done = { exitCode: 0, stdout: 'installed\n', stderr: '' };
      return Promise.resolve(args.includes('status') ? status : done);
    },
    log: fake.api.window.createOutputChannel('Countersign', { log: true }),
    extensionVersion: '0.0.0',
  };
  const values = new Map<string, unknown>();
  const memory = createMemory(values);
  const file = fake.api.Uri.file(join(root, 'price.ts'));
  return { fake, context, ran, memory, file, name: basename(root) };
}

function createMemory(values: Map<string, unknown>) {
  function get<T>(key: string): T | undefined;
  function get<T>(key: string, fallback: T): T;
  function get<T>(key: string, fallback?: T): T | undefined {
    return values.has(key) ? JSON.parse(String(values.get(key))) : fallback;
  }
  const update = (key: string, value: unknown) => {
    values.set(key, JSON.stringify(value));
    return Promise.resolve();
  };
  return { get, update, keys: () => [...values.keys()] };
}

describe('The offer of the git hook', () => {
  it('comes once for a repository, and installs when the person says so', async () => {
    const { fake, context, ran, memory, file, name } = setUp();
    const offer = createHookOffer(context, memory);
    fake.answers.push('Install the Git Hook');
    await offer(file);
    await offer(file);
    await createHookOffer(context, memory)(file);
    assert.deepEqual(ran, [`hooks status --json in ${name}`, `hooks install in ${name}`]);
    assert.equal(fake.said.filter((words) => words.includes('Install the git hook')).length, 1);
  });

  it('is not repeated in another window after “Not Here”, or after no answer', async () => {
    const { fake, context, ran, memory, file } = setUp();
    await createHookOffer(context, memory)(file);
    await createHookOffer(context, memory)(file);
    assert.equal(fake.said.length, 1);
    assert.equal(ran.filter((args) => args.startsWith('hooks install')).length, 0);
  });

  it('does not come when the hook is there, or when that cannot be told', async () => {
    const there = setUp({ exitCode: 0, stdout: '{"installed": true}', stderr: '' });
    await createHookOffer(there.context, there.memory)(there.file);
    assert.deepEqual(there.fake.said, []);
    const broken = setUp({ exitCode: 2, stdout: '', stderr: 'no git\n' });
    await createHookOffer(broken.context, broken.memory)(broken.file);
    assert.deepEqual(broken.fake.said, []);
  });

  it('never comes in a workspace that is not trusted: no program is started there', async () => {
    const { fake, context, ran, memory, file } = setUp();
    fake.trust(false);
    await createHookOffer(context, memory)(file);
    assert.deepEqual([fake.said, ran], [[], []]);
  });
});
