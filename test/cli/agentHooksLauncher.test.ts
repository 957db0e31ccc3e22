import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { hookCommands } from '../../server/src/node/agentHooks/command.ts';
import { batchLauncher, runtimeIn, shLauncher } from '../../server/src/node/agentHooks/launcher.ts';
import type { Machine } from '../../server/src/node/agentHooks/machine.ts';
import { carryOut, planDeed } from '../../server/src/node/agentHooks/manage.ts';
import { hookedAgents } from '../../server/src/node/agentHooks/table.ts';
import { type AgentHome, createAgentHome } from '../support/agentHome.ts';
import { ROOT } from '../support/golden.ts';

/** Writes down how it was called, talks, and ends badly: none of that may reach an agent. */
const PRETENDED = `
let stdin = '';
process.stdin.on('data', (part) => { stdin += part; }).on('end', () => {
  require('node:fs').writeFileSync(process.env.CALLED, JSON.stringify({
    pid: process.pid,
    args: process.argv.slice(2),
    electron: process.env.ELECTRON_RUN_AS_NODE ?? null,
    nodeOptions: process.env.NODE_OPTIONS ?? null,
    stdin,
  }));
  console.log('words');
  console.error('more words');
  if (stdin === 'throw') throw new Error('broken');
  process.exit(2);
});
`;

const EVIL = `it's "a" $HOME \`id\` %PATH%`;

describe('the launcher that agents run', function () {
  this.timeout(60_000);
  const homes: AgentHome[] = [];
  const create = () => {
    const home = createAgentHome();
    homes.push(home);
    const folder = join(home.repo.root, EVIL);
    mkdirSync(join(folder, 'dist'), { recursive: true });
    symlinkSync(process.execPath, join(folder, 'no de'));
    const cli = join(folder, 'dist/cli.cjs');
    writeFileSync(cli, PRETENDED);
    const called = join(home.repo.root, 'called.json');
    const env: Record<string, string> = {
      ...home.repo.env,
      HOME: home.home,
      CALLED: called,
      NODE_OPTIONS: '--no-warnings',
    };
    const machine = (electron = false): Machine => ({
      homes: { home: home.home, env: {} },
      platform: process.platform,
      runtime: { node: join(folder, 'no de'), electron, cli },
    });
    const install = async (electron = false) => {
      const plan = await planDeed('install', hookedAgents, machine(electron));
      const done = await carryOut(plan, 'install', hookedAgents, machine(electron));
      assert.deepEqual(done.problems, []);
    };
    /** As an agent does it: the command through a shell, the payload on standard input. */
    const run = (
      command: string,
      input = '{"hook_event_name":"PostToolUse"}',
      path = env['PATH'] ?? '',
    ) =>
      spawnSync(command, {
        shell: '/bin/sh',
        input,
        encoding: 'utf8',
        env: { ...env, PATH: path },
      });
    const call = () => (existsSync(called) ? JSON.parse(readFileSync(called, 'utf8')) : undefined);
    return { home, folder, cli, env, install, run, call, called };
  };
  type Stage = ReturnType<typeof create>;
  afterEach(() => {
    for (const home of homes.splice(0)) home.dispose();
  });
  const isSilent = ({ status, stdout, stderr }: ReturnType<Stage['run']>) =>
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
  const codexCommand = ({ home }: Stage): string =>
    JSON.parse(home.read('.codex/hooks.json')).hooks.PostToolUse[0].hooks[0].command;

  it('Hands payload and agent to the command line; words and exit codes stay inside', async () => {
    const stage = create();
    await stage.install();
    isSilent(stage.run(codexCommand(stage)));
    const { args, stdin, electron, nodeOptions } = stage.call();
    assert.deepEqual(args, ['ingest', '--agent', 'codex']);
    assert.equal(stdin, '{"hook_event_name":"PostToolUse"}');
    assert.equal(electron, null);
    assert.equal(nodeOptions, '');
    isSilent(stage.run(codexCommand(stage), 'throw'));
    assert.equal(stage.call().stdin, 'throw');
  });

  it('Every agent’s command reaches it under that agent’s name', async () => {
    const stage = create();
    await stage.install();
    const names: Record<string, string> = {};
    for (const [file, text] of [
      '.claude/settings.json',
      '.copilot/hooks/countersign.json',
      '.cursor/hooks.json',
      '.codex/hooks.json',
      '.gemini/settings.json',
      '.codeium/windsurf/hooks.json',
    ].map((each) => [each, stage.home.read(each)] as const)) {
      JSON.parse(text, (key, value) => {
        if (key === 'command' || key === 'bash') {
          isSilent(stage.run(value));
          names[stage.call().args[2]] = file;
        }
        return value;
      });
    }
    assert.deepEqual(Object.keys(names).sort(), [
      'claude-code',
      'codex',
      'copilot-cli',
      'cursor',
      'cursor-tab',
      'gemini-cli',
      'windsurf',
    ]);
  });

  it('Leaves no process in between', async () => {
    const stage = create();
    await stage.install();
    const { pid } = spawnSync(stage.home.launcher, ['ingest'], { input: '{}', env: stage.env });
    assert.equal(stage.call().pid, pid);
  });

  it('Starts VS Code’s binary as Node', async () => {
    const stage = create();
    await stage.install(true);
    isSilent(stage.run(codexCommand(stage)));
    assert.equal(stage.call().electron, '1');
  });

  it('Finds the folder of an updated extension beside the old one', () => {
    const stage = create();
    const beside = (version: string) =>
      join(stage.home.home, `extensions/countersign.countersign-${version}/dist/cli.cjs`);
    mkdirSync(dirname(beside('0.3.0')), { recursive: true });
    writeFileSync(beside('0.3.0'), PRETENDED);
    const runtime = { node: process.execPath, electron: false, cli: beside('0.2.0') };
    const launcher = stage.home.write('launcher', shLauncher(runtime));
    chmodSync(launcher, 0o755);
    isSilent(stage.run(`'${launcher.replaceAll("'", `'\\''`)}' ingest`));
    assert.deepEqual(stage.call().args, ['ingest']);
  });

  it('Takes `countersign` from PATH when its own runtime is gone, also one that knows no ingest', async () => {
    const stage = create();
    await stage.install();
    rmSync(stage.cli);
    const bin = join(stage.home.repo.root, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'countersign'),
      '#!/bin/sh\nprintf "%s\\n" "$@" >"$CALLED.args"\necho words >&2\nexit 2\n',
      { mode: 0o755 },
    );
    isSilent(stage.run(codexCommand(stage), '{}', `${bin}:/usr/bin:/bin`));
    assert.equal(readFileSync(`${stage.called}.args`, 'utf8'), 'ingest\n--agent\ncodex\n');
  });

  it('Does nothing, silently, when there is no runtime at all or it cannot be started', async () => {
    const stage = create();
    await stage.install();
    const nothing = join(stage.home.repo.root, 'nothing');
    mkdirSync(nothing);
    rmSync(join(stage.folder, 'no de'));
    isSilent(stage.run(codexCommand(stage), '{}', nothing));
    writeFileSync(join(stage.folder, 'no de'), '#!/not/there\n', { mode: 0o755 });
    isSilent(stage.run(codexCommand(stage), '{}', nothing));
    assert.equal(stage.call(), undefined);
  });

  it('Shows as outdated when its runtime is gone, and a new install mends it', async () => {
    const stage = create();
    await stage.install();
    const state = () => stage.home.json('status', '--agents', 'codex').agents?.[0]?.state;
    assert.equal(state(), 'installed');
    rmSync(stage.cli);
    assert.equal(state(), 'outdated');
    assert.equal(stage.home.hooks('install', '--agents', 'codex', '--yes').code, 0);
    assert.equal(state(), 'installed');
  });

  it('Quotes for Windows: cmd.exe and PowerShell read one form, and a launcher tells its runtime', () => {
    const commands = hookCommands('C:\\Users\\Ada L', 'win32', 'codex');
    assert.match(
      commands.system,
      /^cmd \/d \/c call "C:\\Users\\Ada L.*countersign-hook\.cmd" ingest --agent codex$/,
    );
    assert.match(
      commands.powershell,
      /^& 'C:\\Users\\Ada L.*countersign-hook\.cmd' ingest --agent codex$/,
    );
    assert.match(commands.sh, /^'C:\/Users\/Ada L\/\.countersign\/bin\/countersign-hook' ingest/);
    for (const electron of [false, true]) {
      const runtime = { node: `C:\\100%\\${EVIL}`, electron, cli: 'C:\\a b\\cli.cjs' };
      assert.deepEqual(runtimeIn(batchLauncher(runtime)), runtime);
      assert.deepEqual(runtimeIn(shLauncher(runtime)), runtime);
    }
  });

  describe('of the chat plugin', () => {
    /** The plugin's folder as in an extension, in a folder with an evil name; the hook as VS Code runs it. */
    const plugin = (stage: Stage) => {
      const root = join(stage.folder, 'agent-plugin');
      mkdirSync(root);
      copyFileSync(
        join(ROOT, 'agent-plugin/countersign-hook.sh'),
        join(root, 'countersign-hook.sh'),
      );
      const { hooks } = JSON.parse(
        readFileSync(join(ROOT, 'agent-plugin/hooks/hooks.json'), 'utf8'),
      );
      const { command } = hooks.PostToolUse[0];
      // VS Code puts the path in as text; here the shell takes the same from its environment.
      return (env: Readonly<Record<string, string>>) =>
        spawnSync(command, {
          shell: '/bin/sh',
          input: '{"tool_name":"create_file"}',
          encoding: 'utf8',
          env: { ...stage.env, PLUGIN_ROOT: root, PATH: '/nowhere', ...env },
        });
    };

    it('Has the extension’s name and version', () => {
      const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
      const { name, version } = read('agent-plugin/.plugin/plugin.json');
      const extension = read('package.json');
      assert.deepEqual([name, version], [extension.name, extension.version]);
    });

    it('Runs Node from PATH', () => {
      const stage = create();
      isSilent(plugin(stage)({ PATH: dirname(process.execPath) }));
      assert.deepEqual(stage.call().args, ['ingest', '--agent', 'vscode-agent']);
      assert.equal(stage.call().stdin, '{"tool_name":"create_file"}');
    });

    it('Passes a Node over that is too old', () => {
      const stage = create();
      const old = join(stage.home.repo.root, 'old');
      mkdirSync(old);
      writeFileSync(join(old, 'node'), '#!/bin/sh\nexit 75\n', { mode: 0o755 });
      isSilent(plugin(stage)({ PATH: old, VSCODE_GIT_ASKPASS_NODE: process.execPath }));
      assert.equal(stage.call().electron, '1');
    });

    it('Runs the process that runs extensions, where nothing else is known (Linux)', () => {
      const stage = create();
      isSilent(plugin(stage)({}));
      assert.deepEqual(stage.call().args, ['ingest', '--agent', 'vscode-agent']);
    });

    it('Knows VS Code’s folder by its translations', () => {
      const stage = create();
      const app = join(stage.home.repo.root, 'code');
      mkdirSync(join(app, 'resources/app/out'), { recursive: true });
      // It tells its own name, so that the one that ran is known.
      writeFileSync(join(app, 'code'), '#!/bin/sh\necho "$0" >"$CALLED.by"\nexit 0\n', {
        mode: 0o755,
      });
      const nls = {
        userLocale: 'en',
        defaultMessagesFile: join(app, 'resources/app/out/nls.messages.json'),
      };
      const root = join(stage.folder, 'agent-plugin');
      plugin(stage);
      // With a shell in between there is no parent to ask.
      spawnSync('/bin/sh', ['-c', `/bin/sh "$ROOT/countersign-hook.sh"; true`], {
        input: '{}',
        env: { ...stage.env, ROOT: root, PATH: '/nowhere', VSCODE_NLS_CONFIG: JSON.stringify(nls) },
      });
      assert.equal(readFileSync(`${stage.called}.by`, 'utf8').trim(), join(app, 'code'));
    });

    it('Does nothing, silently, where the extension’s program is not there', () => {
      const stage = create();
      rmSync(stage.cli);
      isSilent(plugin(stage)({ PATH: dirname(process.execPath) }));
      assert.equal(stage.call(), undefined);
    });
  });
});
