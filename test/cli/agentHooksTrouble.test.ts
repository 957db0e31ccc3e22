import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../../server/src/node/agentHooks/machine.ts';
import { planDeed } from '../../server/src/node/agentHooks/manage.ts';
import { hookedAgents } from '../../server/src/node/agentHooks/table.ts';
import { applySteps } from '../../server/src/node/hooks/steps.ts';
import { type AgentHome, createAgentHome, listing } from '../support/agentHome.ts';
import { CLI } from '../support/cli.ts';
import { photograph } from '../support/hookedRepo.ts';
import { LIVED_IN } from './agentHooksGolden.ts';

describe('agents’ hooks in trouble', function () {
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
  const install = (home: AgentHome, agents: string) =>
    home.hooks('install', '--agents', agents, '--yes');
  const uninstall = (home: AgentHome, agents: string) =>
    home.hooks('uninstall', '--agents', agents);

  describe('edited since', () => {
    it('Only our entries go, and what the install had created, where it is empty', () => {
      const home = create();
      home.write('.claude/settings.json', '{\n  // mine\n  "model": "a"\n}\n');
      install(home, 'claude-code');
      const text = home.read('.claude/settings.json').replace('"a"', '"b"');
      home.write('.claude/settings.json', text);
      const done = uninstall(home, 'claude-code');
      assert.match(done.stdout, /was edited since the install, so only our own entries/);
      assert.equal(home.read('.claude/settings.json'), '{\n  // mine\n  "model": "b"\n}\n');
      assert.ok(!existsSync(join(home.home, '.countersign')));
    });

    it('A hook that a person added to our event stays, and `version` with it', () => {
      const home = create();
      install(home, 'cursor');
      const added = JSON.parse(home.read('.cursor/hooks.json'));
      added.hooks.afterFileEdit.push({ command: './mine.sh' });
      home.write('.cursor/hooks.json', JSON.stringify(added, undefined, 2));
      uninstall(home, 'cursor');
      assert.deepEqual(JSON.parse(home.read('.cursor/hooks.json')), {
        version: 1,
        hooks: { afterFileEdit: [{ command: './mine.sh' }] },
      });
    });

    it('A file that we created goes when nothing else is left in it, with its folders', () => {
      const home = create();
      install(home, 'copilot-cli');
      home.write(
        '.copilot/hooks/countersign.json',
        home.read('.copilot/hooks/countersign.json').replaceAll('  ', '\t'),
      );
      uninstall(home, 'copilot-cli');
      assert.ok(!existsSync(join(home.home, '.copilot')));
    });

    it('A folder in which somebody else put a file stays', () => {
      const home = create();
      install(home, 'copilot-cli');
      home.write('.copilot/hooks/other.json', '{}');
      uninstall(home, 'copilot-cli');
      assert.equal(photograph(join(home.home, '.copilot')).split('\n').length, 2);
    });

    it('What was edited between two installs is kept by an uninstall', () => {
      const home = create();
      home.write('.claude/settings.json', LIVED_IN);
      install(home, 'claude-code');
      const text = home.read('.claude/settings.json');
      const edited = text.replace('"opus"', '"haiku"').replace('"timeout": 5', '"timeout": 99');
      home.write('.claude/settings.json', edited);
      assert.equal(install(home, 'claude-code').code, 0);
      uninstall(home, 'claude-code');
      assert.equal(home.read('.claude/settings.json'), LIVED_IN.replace('"opus"', '"haiku"'));
    });

    it('A file that was deleted since is not brought back', () => {
      const home = create();
      home.write('.claude/settings.json', LIVED_IN);
      install(home, 'claude-code');
      rmSync(join(home.home, '.claude/settings.json'));
      assert.equal(uninstall(home, 'claude-code').code, 0);
      assert.deepEqual(listing(home.home).split('\n').length, 1);
    });
  });

  describe('refusals', () => {
    /** One agent cannot be written; the other is, nothing of the first one changes, and the exit code says so. */
    const refused = (home: AgentHome, words: RegExp) => {
      home.write('.codex/auth.json', '{}');
      const before = photograph(join(home.home, '.claude'));
      const done = install(home, 'claude-code,codex');
      assert.equal(done.code, 2);
      assert.match(done.stderr, words);
      assert.equal(photograph(join(home.home, '.claude')), before);
      assert.ok(existsSync(join(home.home, '.codex/hooks.json')));
    };

    it('Settings that are not JSON are left alone, and the others are installed', () => {
      const home = create();
      home.write('.claude/settings.json', '{\n  "model": "a",\n  "hooks": {\n');
      refused(
        home,
        /claude-code: .*settings\.json cannot be read as settings \(line 4 is not JSON\)/,
      );
      const { problems, agents } = home.json('install', '--agents', 'claude-code,codex', '--yes');
      assert.equal(problems?.[0]?.code, 'not-json');
      assert.deepEqual(
        agents?.map(({ state }) => state),
        ['missing', 'installed'],
      );
    });

    const odd: Readonly<Record<string, readonly [text: string | Buffer, words: RegExp]>> = {
      'no object': ['[]', /it holds no JSON object/],
      'hooks that are no object': ['{"hooks":[]}', /its "hooks" is no object/],
      'an event that is no list': [
        '{"hooks":{"PostToolUse":{}}}',
        /its "hooks.PostToolUse" is no array/,
      ],
      'bytes that are no text': [Buffer.from([0x7b, 0xff, 0x7d]), /is not UTF-8 text/],
    };
    for (const [name, [text, words]] of Object.entries(odd)) {
      it(`Settings with ${name}`, () => {
        const home = create();
        home.write('.claude/settings.json', text);
        refused(home, words);
      });
    }

    it('A folder in the place of the file', () => {
      const home = create();
      mkdirSync(join(home.home, '.claude/settings.json'), { recursive: true });
      refused(home, /settings\.json is a folder, so no settings can be written there/);
    });

    it('A link that leads out of home', () => {
      const home = create();
      const outside = join(home.repo.root, 'shared.json');
      writeFileSync(outside, '{}\n');
      mkdirSync(join(home.home, '.claude'));
      symlinkSync(outside, join(home.home, '.claude/settings.json'));
      refused(home, /leads out of your home folder to .*shared\.json/);
      assert.equal(readFileSync(outside, 'utf8'), '{}\n');
    });

    it('A link that stays in home is kept, and what it leads to is written and restored', () => {
      const home = create();
      const real = home.write('dotfiles/claude.json', LIVED_IN);
      mkdirSync(join(home.home, '.claude'));
      symlinkSync('../dotfiles/claude.json', join(home.home, '.claude/settings.json'));
      const before = photograph(home.home);
      assert.equal(install(home, 'claude-code').code, 0);
      assert.ok(lstatSync(join(home.home, '.claude/settings.json')).isSymbolicLink());
      assert.match(readFileSync(real, 'utf8'), /countersign-hook/);
      assert.equal(uninstall(home, 'claude-code').code, 0);
      assert.equal(photograph(home.home), before);
    });

    it('A file that is marked read-only, and a folder that is', () => {
      for (const [path, mode] of [
        ['.claude/settings.json', 0o444],
        ['.claude', 0o555],
      ] as const) {
        const home = create();
        home.write('.claude/settings.json', '{}\n');
        chmodSync(join(home.home, path), mode);
        refused(home, /cannot be written, so nothing was changed there/);
        chmodSync(join(home.home, path), 0o755);
      }
    });

    it('Codex with hooks in config.toml: refused with the lines to add by hand', () => {
      const home = create();
      home.write('.codex/config.toml', '[[hooks.PostToolUse]]\nmatcher = "Bash"\n');
      const before = listing(home.home);
      const { code, stderr } = install(home, 'codex');
      assert.equal(code, 2);
      assert.match(
        stderr,
        /config\.toml has hooks of its own, and Codex takes hooks from one file/,
      );
      assert.ok(
        stderr.includes(
          `[[hooks.PreToolUse.hooks]]\ntype = "command"\ncommand = "${home.command('codex')}"\ntimeout = 5`,
        ),
      );
      assert.equal(listing(home.home), before);
    });

    const tomls: readonly (readonly [isHook: boolean, toml: string])[] = [
      [true, '[hooks]\nPreToolUse = []\n'],
      [true, 'hooks = { PreToolUse = [] }\n'],
      [true, 'hooks.PreToolUse = []\n'],
      [true, '[hooks.state]\n[[ hooks . PostToolUse ]]\n'],
      [false, '[hooks]\n# nothing\n[hooks.state."/x/hooks.json:post:0:0"]\ntrusted_hash = "a"\n'],
      [false, '[hooks.state]\n"/x/hooks.json:post:0:0" = { trusted_hash = "a" }\n'],
      [false, '[features]\nhooks = true\n# [hooks.PreToolUse]\n'],
    ];
    for (const [isHook, toml] of tomls) {
      it(`Codex: ${JSON.stringify(toml)} ${isHook ? 'holds hooks' : 'holds none'}`, () => {
        const home = create();
        home.write('.codex/config.toml', toml);
        assert.equal(install(home, 'codex').code, isHook ? 2 : 0);
        assert.equal(existsSync(join(home.home, '.codex/hooks.json')), !isHook);
      });
    }

    it('An agent nobody knows: nothing is done for the others either', () => {
      const home = create();
      const { code, stderr } = install(home, 'cursor,frob');
      assert.equal(code, 2);
      assert.match(stderr, /there is no agent "frob"\. Known are claude-code, .* and all\./);
      assert.equal(listing(home.home), '');
    });

    it('A name cut short: the only agent that begins so is meant', () => {
      const home = create();
      const { code } = install(home, 'Claude');
      assert.equal(code, 0);
      assert.ok(existsSync(join(home.home, '.claude/settings.json')));
      assert.match(install(home, 'c').stderr, /there is no agent "c"/);
    });

    it('A record of a newer version', () => {
      const home = create();
      home.write('.countersign/agent-hooks.json', '{"version": 2}');
      const { code, stderr } = install(home, 'cursor');
      assert.equal(code, 2);
      assert.match(stderr, /was written by a newer Countersign/);
      assert.ok(!existsSync(join(home.home, '.cursor')));
    });

    it('Settings that became unreadable after the install: the launcher stays for them', () => {
      const home = create();
      home.write('.claude/settings.json', LIVED_IN);
      install(home, 'claude-code');
      const torn = home.read('.claude/settings.json').slice(0, -20);
      home.write('.claude/settings.json', torn);
      assert.equal(uninstall(home, 'claude-code').code, 2);
      assert.equal(home.read('.claude/settings.json'), torn);
      assert.ok(existsSync(home.launcher));
    });

    it('Says so when an agent’s hooks are switched off in its own settings', () => {
      const home = create();
      home.write('.claude/settings.json', '{"disableAllHooks":true}');
      assert.match(install(home, 'claude-code').stdout, /Claude Code runs no hooks/);
    });
  });

  describe('killed between two steps', () => {
    const AGENTS = hookedAgents.filter(({ id }) => ['claude-code', 'copilot-cli'].includes(id));
    const machineOf = ({ home }: AgentHome): Machine => ({
      homes: { home, env: {} },
      platform: process.platform,
      runtime: { node: process.execPath, electron: false, cli: CLI },
    });
    const prepare = (home: AgentHome) => {
      home.write('.claude/settings.json', LIVED_IN);
      return photograph(home.home);
    };
    /** Does the first `n` steps; false when there are fewer. */
    const begin = async (home: AgentHome, deed: 'install' | 'uninstall', n: number) => {
      const plan = await planDeed(deed, AGENTS, machineOf(home));
      const steps = plan.groups.flatMap((group) => group.steps);
      assert.ok((await applySteps(steps.slice(0, n))).ok);
      return n <= steps.length;
    };

    it('An install: an uninstall restores every byte, and a second install finishes', async () => {
      for (let n = 0; ; n++) {
        const home = create();
        const before = prepare(home);
        if (!(await begin(home, 'install', n))) break;
        assert.equal(uninstall(home, 'all').code, 0, `after ${n} steps`);
        assert.equal(photograph(home.home), before, `after ${n} steps`);

        await begin(home, 'install', n);
        assert.equal(install(home, 'claude-code,copilot-cli').code, 0);
        assert.deepEqual(
          home
            .json('status', '--agents', 'claude-code,copilot-cli')
            .agents?.map(({ state }) => state),
          ['installed', 'installed'],
        );
        assert.equal(uninstall(home, 'all').code, 0);
        assert.equal(photograph(home.home), before, `finished after ${n} steps`);
      }
    });

    it('An uninstall: a second one finishes', async () => {
      for (let n = 0; ; n++) {
        const home = create();
        const before = prepare(home);
        install(home, 'claude-code,copilot-cli');
        if (!(await begin(home, 'uninstall', n))) break;
        assert.equal(uninstall(home, 'all').code, 0, `after ${n} steps`);
        assert.equal(photograph(home.home), before, `after ${n} steps`);
      }
    });

    it('A refresh: every byte comes back still', async () => {
      for (let n = 0; ; n++) {
        const home = create();
        const before = prepare(home);
        install(home, 'claude-code,copilot-cli');
        // As another version left it: nobody edited the file, and the entries are not ours of today.
        const file = join(home.home, '.claude/settings.json');
        const old = home.read('.claude/settings.json').replace('"timeout": 10', '"timeout": 11');
        writeFileSync(file, old);
        const { createHash } = await import('node:crypto');
        const record = JSON.parse(home.read('.countersign/agent-hooks.json'));
        for (const each of record.files)
          if (each.agent === 'claude-code')
            each.wrote = [createHash('sha256').update(old).digest('hex')];
        home.write('.countersign/agent-hooks.json', JSON.stringify(record));
        if (!(await begin(home, 'install', n))) break;
        assert.equal(uninstall(home, 'all').code, 0, `after ${n} steps`);
        assert.equal(photograph(home.home), before, `after ${n} steps`);
      }
    });
  });
});
