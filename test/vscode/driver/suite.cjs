/**
 * What VS Code loads in its extension host: all test files of this tier, through mocha. Both runners use it. Where the
 * built tests are is in COUNTERSIGN_TEST_FILES (a folder), else out/test/vscode; COUNTERSIGN_TEST_GREP picks some.
 */

const { readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { format } = require('node:util');

const ROOT = resolve(__dirname, '../../..');

exports.run = async () => {
  // Here the console ends in the window's log: the driver knows our lines by the mark.
  if (process.env.COUNTERSIGN_KEY_BRIDGE) markConsole();
  const { default: Mocha } = await import('mocha');
  const folder = process.env.COUNTERSIGN_TEST_FILES ?? join(ROOT, 'out/test/vscode');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.cjs'))
    .sort();
  if (files.length === 0) throw new Error(`There is no built test in ${folder}.`);
  const mocha = new Mocha({
    timeout: 60_000,
    // A real editor on a busy machine now and then misses a key; what fails twice is a defect.
    retries: 1,
    color: false,
    reporter: require('../../../scripts/lib/reporter.cjs'),
    ...(process.env.COUNTERSIGN_TEST_GREP && { grep: process.env.COUNTERSIGN_TEST_GREP }),
  });
  for (const file of files) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  await new Promise((passed, failed) => {
    mocha.run((nFailures) => {
      if (nFailures === 0) passed();
      else failed(new Error(`${nFailures} tests failed`));
    });
  });
};

/** VS Code's console takes no new methods (its setters do nothing), so all of it is replaced. */
function markConsole() {
  const real = console;
  const names = ['log', 'info', 'warn', 'error'];
  const marked = names.map((name) => [
    name,
    { value: (...args) => real[name](`[suite] ${format(...args)}`) },
  ]);
  globalThis.console = Object.create(real, Object.fromEntries(marked));
}
