/** The tests of test/vscode in the VS Code server build, with real keys: `npm run test:editor`. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSuite } from '../../test/vscode/driver/run.mjs';
import { ensureSystem } from '../lib/system.mjs';
import { makeSuiteWorkspace } from './suiteWorkspace.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMPLETIONS = join(ROOT, 'test/fixtures/completion-provider');

/**
 * Sets up what is missing and runs the built suite, once for each variant, in a new editor and a new repository.
 *
 * @param {object} [options]
 * @param {readonly { name: string, env?: Record<string, string | undefined>, userSettings?: Record<string, unknown> }[]} [options.variants]
 *   the same suite under other circumstances, told by its environment
 * @param {string} [options.grep] only tests whose title matches
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ passed: number, failed: number, skipped: number, failures: { title: string, message: string }[] }>}
 */
export async function runEditorTests({ variants = [{ name: '' }], grep, log = console.log } = {}) {
  await ensureSystem({ log });
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const { name, env, userSettings } of variants) {
    if (name) log(`-- ${name}`);
    const workspace = await makeSuiteWorkspace();
    try {
      const result = await runSuite({
        extensionDevelopmentPath: ROOT,
        workspace: workspace.folder,
        installed: [COMPLETIONS],
        failureFolder: join(ROOT, 'out/editor-failure', name || 'suite'),
        env: { ...env, COUNTERSIGN_TEST_GREP: grep },
        ...(userSettings && { userSettings }),
        log,
      });
      total.passed += result.passed;
      total.failed += result.failed;
      total.skipped += result.skipped;
      for (const { title, message } of result.failures) {
        total.failures.push({ title: name ? `${title} (${name})` : title, message });
      }
    } finally {
      await workspace.remove();
    }
  }
  return total;
}
