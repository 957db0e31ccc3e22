// Runs the tests: all tiers, fast ones first, or those named: `npm test -- core cli`.
// `--grep WORDS` narrows within tiers. The last line sums up over all tiers.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, ensurePackages, fail, ROOT, run, step } from './lib/setup.mjs';

/**
 * A tier is a folder of tests. `clients` talks to the server from other editors; `editor` runs a suite inside a real VS Code, in both detection modes;
 * `person` acts on a real VS Code as a person does.
 */
const TIERS = [
  'architecture',
  'core',
  'app',
  'node',
  'lsp',
  'extension',
  'cli',
  'clients',
  'editor',
  'person',
];
const DRIVEN = { clients: runClients, editor: runEditor, person: runPerson };

const args = process.argv.slice(2);
const grepAt = args.indexOf('--grep');
const grep = grepAt < 0 ? [] : args.splice(grepAt, 2);
const asked = args.filter((arg) => arg !== 'check');
const unknown = asked.filter((tier) => !TIERS.includes(tier));
if (0 < unknown.length) fail(`No tier ${unknown.join(', ')}. Tiers: ${TIERS.join(', ')}.`);

ensurePackages();
build('--tests');
if (args.length === 0 || args.includes('check')) {
  step('Types, lint, format (npm run check)');
  run(process.execPath, ['scripts/check.mjs']);
}

const totals = { passed: 0, failed: 0, skipped: 0 };
const table = [];
const reports = mkdtempSync(join(tmpdir(), 'countersign-tests-'));
for (const tier of 0 < asked.length ? asked : args.length === 0 ? TIERS : []) {
  step(`Tests: ${tier}`);
  const started = Date.now();
  const report = await guarded(DRIVEN[tier] ?? (() => runMocha(tier)));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  for (const key of Object.keys(totals)) totals[key] += report[key];
  table.push(
    `${tier.padEnd(14)}${seconds.padStart(8)} s  ${report.passed} passed, ${report.failed} failed`,
  );
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${table.join('\n')}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(0 < totals.failed || totals.passed === 0 ? 1 : 0);

function runMocha(tier) {
  const dir = join(ROOT, 'out/test', tier);
  const files = existsSync(dir)
    ? readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.test.cjs'))
        .map((file) => join(dir, file))
        .sort()
    : [];
  if (files.length === 0) return { passed: 0, failed: 1, skipped: 0 };
  const report = join(reports, `${tier}.json`);
  const mocha = spawnSync(
    process.execPath,
    [
      '--enable-source-maps',
      join(ROOT, 'node_modules/mocha/bin/mocha.js'),
      '--no-config',
      // A child that a failed test left behind must not hold the run.
      '--exit',
      '--timeout=60000',
      `--reporter=${join(ROOT, 'scripts/lib/reporter.cjs')}`,
      ...grep,
      ...files,
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, COUNTERSIGN_TEST_REPORT: report } },
  );
  if (!existsSync(report)) {
    console.error(`${tier}: the test run broke off (${mocha.status ?? mocha.signal})`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** What cannot even start is a failure, never a silent skip. */
async function guarded(runTier) {
  try {
    return await runTier();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function runClients() {
  const { ensureOtherEditors } = await import('./lib/otherEditors.mjs');
  try {
    await ensureOtherEditors();
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return runMocha('clients');
}

async function runEditor() {
  const { runEditorTests } = await import('./editor/testEditor.mjs');
  return runEditorTests({
    variants: [
      { name: 'platform reasons' },
      { name: 'accept commands', env: { COUNTERSIGN_TEST_FORCE_STABLE: '1' } },
    ],
    ...(grep[1] === undefined ? {} : { grep: grep[1] }),
  });
}

async function runPerson() {
  const { runPersonTests } = await import('./editor/testPerson.mjs');
  return runPersonTests(grep[1] === undefined ? {} : { grep: grep[1] });
}
