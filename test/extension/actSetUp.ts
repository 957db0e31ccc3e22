import assert from 'node:assert/strict';
import type { BlockView } from '../../server/src/protocol/index.ts';
import type { ActContext } from '../../src/act/context.ts';
import { scheduleWithTimer } from '../../src/lifetime.ts';
import type { ServerClient } from '../../src/serverProcess.ts';
import { createBlockStore } from '../../src/show/blockStore.ts';
import { createFakeVscode } from '../support/fakeVscode.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** One open document in the fake editor, and a server whose answers a test gives. */
export function actSetUp(uri: string, text: string) {
  const fake = createFakeVscode();
  const store = createBlockStore(scheduleWithTimer);
  const never = () => Promise.reject(new Error('not asked here'));
  const server: Writable<ServerClient> = {
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    signal: () => Promise.resolve(),
    copied: () => Promise.resolve(),
    diagnosed: () => Promise.resolve(),
    changePolicy: () => Promise.resolve(),
    refreshLenses: () => undefined,
    attest: never,
    copies: never,
    correct: never,
    blame: never,
    queue: () => Promise.resolve({ items: [] }),
    questions: () => Promise.resolve({ kind: 'gone' }),
    answer: () => Promise.resolve({ kind: 'recorded' }),
    rulePage: () => Promise.resolve({}),
    reviewed: () => Promise.resolve({}),
    history: never,
    historyCommit: never,
  };
  const document = fake.open(uri, text);
  const [editor] = fake.show(document);
  assert.ok(editor);
  const context: ActContext = {
    api: fake.api,
    store,
    server: () => Promise.resolve(server),
    runCli: () => Promise.resolve({ exitCode: 0, stdout: '', stderr: '' }),
    log: fake.api.window.createOutputChannel('Countersign', { log: true }),
    extensionVersion: '0.0.0',
  };
  const push = (version: number, blocks: readonly BlockView[], blockText = 'block text') =>
    store.accept({ uri, version, blocks }, () => blockText);
  return { fake, store, server, context, document, editor, push };
}
