// Opens a real editor on a sample repository with Countersign, a pretend assistant and the hook:
// desktop `code` when there is one, else VS Code's server in the browser.
// `npm start -- --headless` plays the six steps by itself and prints what happened.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, fail, ROOT, run, step } from './lib/setup.mjs';

const args = process.argv.slice(2);
const unknown = args.filter((arg) => !['--headless', '--browser'].includes(arg));
if (0 < unknown.length) {
  fail(`npm start does not know ${unknown.join(' ')}. It knows --headless and --browser.`);
}

ensurePackages();
run(process.execPath, ['scripts/package.mjs']);
const { makeSample } = await import('./lib/sample.mjs');
const sample = join(ROOT, 'out/sample');
step(`Sample repository in ${sample}`);
makeSample(sample);
const extensions = [
  join(ROOT, 'countersign.vsix'),
  join(ROOT, 'test/fixtures/completion-provider'),
];

if (args.includes('--headless')) await playHeadless();
else if (!args.includes('--browser') && hasDesktopCode()) openDesktop();
else await openInBrowser();

async function playHeadless() {
  step('The six steps in a real editor');
  const { ensureSystem } = await import('./lib/system.mjs');
  const { playDemo } = await import('./lib/demo.mjs');
  const screenshots = join(ROOT, 'out/screenshots');
  try {
    await ensureSystem({ chromium: true, toolchain: true, log: console.log });
    const dataDir = join(ROOT, 'out/demo');
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(screenshots, { recursive: true, force: true });
    const nDone = await playDemo({
      folder: sample,
      extensions,
      screenshots,
      dataDir,
      say: console.log,
    });
    console.log(`\n${nDone} of 6 steps happened. Screenshots: ${screenshots}`);
  } catch (error) {
    console.error(error);
    console.error(`\nA step did not happen. Screenshots: ${screenshots}`);
    process.exit(1);
  }
}

function hasDesktopCode() {
  return spawnSync('code', ['--version'], { stdio: 'ignore' }).status === 0;
}

function openDesktop() {
  const own = [
    `--user-data-dir=${join(ROOT, 'out/desktop/user')}`,
    `--extensions-dir=${join(ROOT, 'out/desktop/extensions')}`,
  ];
  step('Opening VS Code with a profile of its own');
  run('code', [...own, '--install-extension', extensions[0], '--force']);
  run('code', [
    ...own,
    `--extensionDevelopmentPath=${extensions[1]}`,
    '--enable-proposed-api=countersign.countersign',
    sample,
    join(sample, 'src/price.ts'),
  ]);
  sayWhatToDo();
}

async function openInBrowser() {
  const { ensureSystem } = await import('./lib/system.mjs');
  const { startServer } = await import('./lib/workbench.mjs');
  step('No desktop `code` here: starting the server build of VS Code');
  await ensureSystem({ toolchain: true, log: console.log });
  const server = await startServer({
    extensions,
    dataDir: join(ROOT, 'out/browser'),
    log: console.log,
  });
  console.log(`\nOpen this in a browser: ${server.url(sample)}`);
  sayWhatToDo();
  console.log('Ctrl+C ends it.');
  const end = () => server.close().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function sayWhatToDo() {
  console.log(
    'Then type `function parseP` at the end of src/price.ts, press Tab, save, and commit.',
  );
}
