import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunCli, firstLine } from '../../src/act/cli.ts';
import { commandScript, offerCliInTerminals, shellScript } from '../../src/act/terminal.ts';

describe('The command in the integrated terminal', () => {
  it('runs our command line by absolute paths, whatever characters they hold', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'countersign-terminal-')), "it's a $HOME");
    mkdirSync(folder, { recursive: true });
    const script = join(folder, 'cli.cjs');
    writeFileSync(script, 'console.log(JSON.stringify(process.argv.slice(2)))');
    const changes: string[][] = [];
    const variables = {
      description: '',
      prepend: (name: string, value: string) => void changes.push([name, value]),
    };
    const bin = join(folder, 'bin');
    const runtime = { execPath: process.execPath, script, isElectron: false };
    await offerCliInTerminals(variables, bin, runtime);
    await offerCliInTerminals(variables, bin, runtime);
    const output = execFileSync(join(bin, 'countersign'), ['sign', 'a b.ts:3', '$x'], {
      encoding: 'utf8',
      env: {},
    });
    assert.deepEqual(JSON.parse(output), ['sign', 'a b.ts:3', '$x']);
    assert.deepEqual(changes[0], ['PATH', `${bin}:`]);
  });

  it('tells Electron to behave as Node, and Windows to take a percent sign as one', () => {
    const runtime = { execPath: 'C:\\100%\\Code.exe', script: 'C:\\x\\cli.cjs', isElectron: true };
    assert.match(shellScript(runtime), /^#!\/bin\/sh\nELECTRON_RUN_AS_NODE=1 exec /u);
    assert.equal(
      commandScript(runtime),
      '@echo off\r\nsetlocal\r\nset ELECTRON_RUN_AS_NODE=1\r\n"C:\\100%%\\Code.exe" "C:\\x\\cli.cjs" %*\r\nexit /b %errorlevel%\r\n',
    );
  });
});

describe('A run of our command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-cli-'));
  const script = join(folder, 'cli.cjs');
  writeFileSync(
    script,
    'console.log(process.env.ELECTRON_RUN_AS_NODE ?? "node"); console.error("why"); process.exitCode = Number(process.argv[2]);',
  );

  it('answers its exit code and its words', async () => {
    const run = createRunCli({ execPath: process.execPath, script, isElectron: false }, {});
    assert.deepEqual(await run(['1'], folder), { exitCode: 1, stdout: 'node\n', stderr: 'why\n' });
    assert.equal(firstLine(await run(['0'], folder)), 'node');
    assert.equal(firstLine(await run(['2'], folder)), 'why');
  });

  it('does not reject when it cannot be started', async () => {
    const run = createRunCli({ execPath: '/no/such/node', script, isElectron: true }, {});
    const result = await run([], folder);
    assert.equal(result.exitCode, 2);
    assert.match(result.stderr, /ENOENT/u);
  });
});
