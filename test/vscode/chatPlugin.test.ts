import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './helpers.ts';

/** What the proposed API lists; stable VS Code has no such call. */
interface ChatHooks {
  getHooks?: unknown;
}

describe('The chat plugin for VS Code’s own agent', () => {
  it('Is found by the editor, with its hooks, in the extension’s folder', async function () {
    const chat: ChatHooks = Object(Reflect.get(vscode, 'chat'));
    const { getHooks } = chat;
    if (typeof getHooks !== 'function') this.skip();
    const listed = await until(
      'our hooks in the list',
      () => hookPaths(getHooks),
      (paths) => paths.some((path) => path.endsWith('/agent-plugin/hooks/hooks.json')),
    );
    // Once for each event: before a tool, and after it.
    const ours = listed.filter((path) => path.endsWith('/agent-plugin/hooks/hooks.json'));
    assert.equal(ours.length, 2, JSON.stringify(listed));
  });
});

async function hookPaths(getHooks: Function): Promise<readonly string[]> {
  const hooks: unknown = await getHooks.call(Reflect.get(vscode, 'chat'), NEVER.token);
  if (!Array.isArray(hooks)) return [];
  return hooks.map((hook) => String(Object(Object(hook).uri).path));
}

const NEVER = new vscode.CancellationTokenSource();
