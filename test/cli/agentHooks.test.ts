import assert from 'node:assert/strict';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AgentHome, createAgentHome, listing } from '../support/agentHome.ts';
import { photograph } from '../support/hookedRepo.ts';
import { GOLDEN, LIVED_IN, LIVED_IN_INSTALLED } from './agentHooksGolden.ts';

describe('agents’ hooks', function () {
  this.timeout(60_000);
  const homes: AgentHome[] = [];
  const create = (): AgentHome => {
    const home = createAgentHome();
    homes.push(home);
    return home;
  };
  afterEach(() => {
    for (const home of homes.splice(0)) home.dispose();
  });
  const stateOf = (home: AgentHome, agent: string) =>
    home.json('status').agents?.find((each) => each.agent === agent)?.state;
  const filled = (home: AgentHome, text: string) =>
    text
      .replace(
        '<powershell>',
        `& '${home.launcher.replaceAll("'", "''")}' ingest --agent copilot-cli`,
      )
      .replace(/<([a-z-]+)>/g, (_, agent: string) => home.command(agent));

  for (const [agent, { file, folder, text }] of Object.entries(GOLDEN)) {
    it(`${agent}: writes its file into an empty home, and takes everything away again`, () => {
      const home = create();
      mkdirSync(join(home.home, folder), { recursive: true });
      const before = photograph(home.home);
      assert.equal(stateOf(home, agent), 'missing');
      const done = home.hooks('install', '--agents', agent, '--yes');
      assert.equal(done.code, 0, done.stderr);
      assert.equal(home.read(file), filled(home, text));
      assert.equal(stateOf(home, agent), 'installed');
      assert.equal(home.hooks('uninstall', '--agents', agent).code, 0);
      assert.equal(photograph(home.home), before);
    });
  }

  it('Keeps comments, unknown keys, tabs, line ends, byte order mark and missing final line end', () => {
    const home = create();
    const file = home.write('.claude/settings.json', LIVED_IN);
    chmodSync(file, 0o640);
    const before = photograph(home.home);
    assert.equal(home.hooks('install', '--agents', 'claude-code', '--yes').code, 0);
    assert.equal(home.read('.claude/settings.json'), filled(home, LIVED_IN_INSTALLED));
    assert.equal(lstatSync(file).mode & 0o777, 0o640);
    assert.equal(home.hooks('uninstall', '--agents', 'claude-code').code, 0);
    assert.equal(photograph(home.home), before);
  });

  const layouts: Readonly<Record<string, string>> = {
    'one line': '{"a":[1,2],"hooks":{"PreToolUse":[]}}',
    'one line with blanks': '{ "a": 1 }\n',
    'a trailing comma': '{\n  "a": 1, // one\n}\n',
    'trailing commas in arrays':
      '{\n  "hooks": {\n    "PostToolUse": [\n      {},\n    ],\n  },\n}\n',
    'four blanks and no hooks': '{\n    "a": { "b": [1, 2] }\n}\n',
    'an empty object': '{}',
    'an empty object with a comment': '{\n  // nothing yet\n}\n',
    'empty hooks': '{\n  "hooks": {\n  }\n}\n',
    'no text at all': '',
    'blank lines': '\n\n',
    'a last key with a comment behind': '{\n  "a": 1 // one\n  // two\n}\n',
    'braces on one line with the first key': '{ "a": 1,\n  "b": 2 }\n',
    'an item behind a comment': '{\n  "hooks": { "SessionStart": [ // c\n    {} ] }\n}\n',
  };
  for (const [name, text] of Object.entries(layouts)) {
    it(`Comes and goes byte for byte in a file with ${name}`, () => {
      for (const agent of ['claude-code', 'cursor']) {
        const home = create();
        const { file } = GOLDEN[agent] ?? assert.fail();
        home.write(file, text);
        const before = photograph(home.home);
        const done = home.hooks('install', '--agents', agent, '--yes');
        assert.equal(done.code, 0, done.stderr);
        assert.equal(stateOf(home, agent), 'installed');
        // Every line that a person wrote is there still, comma or no comma.
        for (const line of text.split('\n').filter((each) => each.includes('//')))
          assert.ok(home.read(file).includes(line.slice(line.indexOf('//'))), line);
        // Without our record only our own entries can go, and that leaves readable settings too.
        home.write('.countersign/agent-hooks.json', '');
        assert.equal(home.hooks('uninstall', '--agents', agent).code, 0);
        assert.equal(stateOf(home, agent), 'missing');
        assert.doesNotMatch(home.read(file), /countersign/);

        home.write(file, text);
        assert.equal(home.hooks('install', '--agents', agent, '--yes').code, 0);
        assert.equal(home.hooks('uninstall', '--agents', agent).code, 0);
        assert.equal(photograph(home.home), before);
      }
    });
  }

  it('A second install changes nothing, not even a time', () => {
    const home = create();
    home.write('.claude/settings.json', LIVED_IN);
    home.write('.codex/config.toml', 'model = "o"\n');
    assert.equal(home.hooks('install', '--agents', 'all', '--yes').code, 0);
    const before = listing(home.home);
    const again = home.hooks('install', '--agents', 'all');
    assert.equal(again.code, 0, again.stderr);
    assert.match(again.stdout, /in place already; nothing was changed/);
    assert.equal(listing(home.home), before);
  });

  it('Refreshes an entry with another launcher in place, and keeps one of each', () => {
    const home = create();
    const old = "'/old/bin/countersign-hook' ingest --agent claude-code";
    const mine = { type: 'command', command: 'mine' };
    const group = { matcher: 'Edit', hooks: [{ type: 'command', command: old }] };
    const hooks = {
      PreToolUse: [group, { hooks: [mine] }, group],
      PostToolUse: [{ matcher: 'Bash', hooks: [mine, { type: 'command', command: old }] }],
      Stop: [group],
    };
    home.write('.claude/settings.json', JSON.stringify({ hooks }, undefined, 4));
    assert.equal(stateOf(home, 'claude-code'), 'outdated');
    assert.equal(home.hooks('install', '--agents', 'claude-code', '--yes').code, 0);
    assert.equal(stateOf(home, 'claude-code'), 'installed');
    const text = home.read('.claude/settings.json');
    assert.doesNotMatch(text, /\/old\//);
    assert.equal(text.split('countersign-hook').length - 1, 3);
    const { hooks: now } = JSON.parse(text);
    assert.deepEqual(now.PreToolUse[1], { hooks: [mine] });
    assert.match(JSON.stringify(now.PreToolUse[0]), /"Edit\|Write.*countersign-hook/);
    assert.deepEqual(now.PostToolUse[0].hooks[0], mine);
    assert.match(now.PostToolUse[0].hooks[1].command, /countersign-hook/);
  });

  it('--dry-run shows a diff of every file and writes nothing', () => {
    const home = create();
    home.write('.claude/settings.json', LIVED_IN);
    const before = listing(home.home);
    const { stdout, code } = home.hooks('install', '--agents', 'claude-code,cursor', '--dry-run');
    assert.equal(code, 0);
    assert.match(stdout, /^--- \/dev\/null\n\+\+\+ .*\/\.cursor\/hooks\.json$/m);
    assert.match(stdout, /^\+\+\+ .*\/bin\/countersign-hook$/m);
    assert.match(stdout, /^\+\t\t"PreToolUse": \[$/m);
    const { diffs, agents } = home.json('install', '--agents', 'claude-code,cursor', '--dry-run');
    assert.deepEqual(
      diffs?.map(({ file }) => file.slice(home.home.length + 1)),
      ['.countersign/bin/countersign-hook', '.claude/settings.json', '.cursor/hooks.json'],
    );
    assert.deepEqual(
      agents?.map(({ state }) => state),
      ['missing', 'absent'],
    );
    assert.equal(listing(home.home), before);
  });

  it('Asks at a terminal, with the diff above the question', () => {
    const home = create();
    home.write('.codex/auth.json', '{}');
    const no = home.atTerminal('n\n', 'install', '--agents', 'codex');
    assert.equal(no.code, 1);
    assert.match(no.stdout, /^\+\+\+ .*\.codex\/hooks\.json\n[^]*Write these 2 files\? \[y\/N\] /m);
    assert.match(no.stdout, /Nothing was written\./);
    assert.ok(!existsSync(home.launcher));
    const yes = home.atTerminal('y\n', 'install', '--agents', 'codex');
    assert.equal(yes.code, 0, yes.stdout);
    assert.match(yes.stdout, /start Codex and run `\/hooks`/);
    assert.equal(stateOf(home, 'codex'), 'installed');
    assert.doesNotMatch(home.atTerminal('', 'install', '--agents', 'codex').stdout, /y\/N/);
  });

  it('Without a terminal it needs --yes', () => {
    const home = create();
    home.write('.codex/auth.json', '{}');
    const before = listing(home.home);
    const { code, stderr, stdout } = home.hooks('install', '--agents', 'codex');
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /2 files .* nobody can be asked here .* run it again with --yes\./);
    assert.equal(listing(home.home), before);
  });

  it('all stands for the agents on this machine; a named one is installed all the same', () => {
    const home = create();
    home.write('.cursor/mcp.json', '{}');
    const report = home.json('install', '--agents', 'all', '--yes');
    const found = (agents: typeof report.agents) =>
      Object.fromEntries((agents ?? []).map(({ agent, state }) => [agent, state]));
    assert.deepEqual(found(report.agents), {
      'claude-code': 'absent',
      'copilot-cli': 'absent',
      cursor: 'installed',
      codex: 'absent',
      'gemini-cli': 'absent',
      windsurf: 'absent',
      'vscode-agent': 'plugin',
    });
    assert.equal(home.hooks('install', '--agents', 'windsurf', '--yes').code, 0);
    assert.equal(stateOf(home, 'windsurf'), 'installed');
    assert.equal(home.hooks('uninstall', '--agents', 'all').code, 0);
    assert.deepEqual(
      ['.codeium', '.countersign', '.cursor'].map((each) => existsSync(join(home.home, each))),
      [false, false, true],
    );
  });

  it('The launcher goes with the last agent, not before', () => {
    const home = create();
    assert.equal(home.hooks('install', '--agents', 'cursor,codex', '--yes').code, 0);
    assert.equal(statSync(home.launcher).mode & 0o777, 0o755);
    assert.equal(home.hooks('uninstall', '--agents', 'cursor').code, 0);
    assert.ok(existsSync(home.launcher));
    assert.equal(stateOf(home, 'codex'), 'installed');
    assert.equal(home.hooks('uninstall', '--agents', 'codex').code, 0);
    assert.ok(!existsSync(join(home.home, '.countersign')));
  });

  it('Follows the variables that move an agent’s folder', () => {
    const home = create();
    for (const name of ['CLAUDE_CONFIG_DIR', 'COPILOT_HOME', 'CODEX_HOME'])
      home.setEnv(name, join(home.repo.root, name));
    assert.equal(
      home.hooks('install', '--agents', 'claude-code,copilot-cli,codex', '--yes').code,
      0,
    );
    for (const path of [
      'CLAUDE_CONFIG_DIR/settings.json',
      'COPILOT_HOME/hooks/countersign.json',
      'CODEX_HOME/hooks.json',
    ])
      assert.match(readFileSync(join(home.repo.root, path), 'utf8'), /countersign-hook/);
    assert.equal(home.hooks('uninstall', '--agents', 'all').code, 0);
    assert.ok(!existsSync(join(home.repo.root, 'CODEX_HOME')));
  });

  it('vscode-agent needs no file: the answer says who does it', () => {
    const home = create();
    const { code, stdout } = home.hooks('install', '--agents', 'vscode-agent');
    assert.equal(code, 0);
    assert.match(stdout, /vscode-agent: nothing to write\. The Countersign extension brings/);
    assert.equal(listing(home.home), '');
  });

  it('--git and --agents do both; git’s hooks alone need no answer', () => {
    const home = create();
    const report = home.json('install', '--git', '--agents', 'cursor', '--yes');
    assert.equal(report.installed, true);
    assert.deepEqual(
      report.agents?.map(({ state }) => state),
      ['installed'],
    );
    const gone = home.json('uninstall', '--git', '--agents', 'cursor');
    assert.equal(gone.installed, false);
    assert.equal(home.hooks('install').code, 0);
    assert.equal(home.hooks('install', '--git').code, 0);
    const alone = home.json('install', '--git');
    assert.equal(alone.installed, true);
    assert.equal(alone.agents, undefined);
    assert.equal(home.json('status', '--agents', 'cursor').installed, true);
  });
});
