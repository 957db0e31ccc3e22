import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installHooks } from '../../server/src/node/hooks/install.ts';
import type { HookRuntime } from '../../server/src/node/hooks/shim.ts';
import { createHookedRepo, type HookedRepo, refusal, value } from '../support/hookedRepo.ts';
import type { TempRepoOptions } from '../support/tempRepo.ts';

describe('what a hook runs the gate with', function () {
  this.timeout(30_000);
  const repos: HookedRepo[] = [];
  const create = (options?: TempRepoOptions) => {
    const repo = createHookedRepo(options);
    repos.push(repo);
    return repo;
  };
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });

  const installWith = async (repo: HookedRepo, runtime: Partial<HookRuntime>) =>
    value(
      await installHooks(await repo.hookRepo(), { ...repo.runtime, ...runtime }, { dryRun: false }),
    );
  const gone = '/nowhere at all/node';
  const settings = (repo: HookedRepo, text: string) => {
    repo.write('.vscode/settings.json', text);
    repo.git('add', '--all');
  };
  /** The machine's own Node and VS Code must not be found where the hook looks for them. */
  const hidden = (repo: HookedRepo) => {
    const text = repo.read('.git/hooks/pre-commit');
    const places = /^ {4}("\$\{N_PREFIX|\/usr\/share|'\/Applications).*$/gm;
    assert.equal(text.match(places)?.length, 3);
    repo.write('.git/hooks/pre-commit', text.replace(places, '    \\'));
  };

  describe('none to be found', () => {
    const cannot = async (repo: HookedRepo) => {
      await installWith(repo, { node: gone });
      hidden(repo);
      return repo.run('git', ['commit', '--allow-empty', '-qm', 'x'], { env: repo.onlyGit });
    };

    it('enforce refuses the commit, and the first line is the whole message', async () => {
      const repo = create();
      settings(repo, '{ "countersign.mode": "enforce" }\n');
      const ended = await cannot(repo);
      assert.equal(ended.code, 1);
      assert.match(
        ended.stderr.split('\n')[0] ?? '',
        /^Countersign could not run, so this commit is refused \(countersign\.mode is enforce\): Node was not found at \/nowhere at all\/node.*To mend it, .*countersign hooks install$/,
      );
    });

    for (const mode of ['warn', 'observe']) {
      it(`${mode} lets it through and says that nothing was checked`, async () => {
        const repo = create();
        settings(repo, `{ "countersign.mode": "${mode}" }\n`);
        const ended = await cannot(repo);
        assert.equal(ended.code, 0);
        assert.match(
          ended.stderr,
          new RegExp(
            `^Countersign could not run, so this commit was not checked \\(countersign.mode is ${mode}\\)`,
          ),
        );
      });
    }

    it('Without settings it is warn', async () => {
      const ended = await cannot(create());
      assert.equal(ended.code, 0);
      assert.match(ended.stderr, /countersign\.mode is warn/);
    });

    it('What is staged counts, not what is on disk', async () => {
      const repo = create();
      settings(repo, '{ "countersign.mode": "enforce" }\n');
      repo.write('.vscode/settings.json', '{}\n');
      assert.equal((await cannot(repo)).code, 1);
    });

    it('Settings that git does not hold come from disk', async () => {
      const repo = create();
      repo.write('.vscode/settings.json', '{ "countersign.mode": "enforce" }\n');
      assert.equal((await cannot(repo)).code, 1);
    });

    it('A commit that weakens the policy is judged by the stricter one', async () => {
      const repo = create();
      settings(repo, '{ "countersign.mode": "enforce" }\n');
      repo.commit('Enforce');
      settings(repo, '{ "countersign.mode": "observe" }\n');
      assert.equal((await cannot(repo)).code, 1);
    });

    it('The hook from before still runs first and may refuse', async () => {
      const repo = create();
      repo.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 9\n', 0o755);
      await cannot(repo);
      const ended = repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit });
      assert.deepEqual([ended.code, ended.stderr], [9, '']);
    });

    it('A program that is gone is named as such', async () => {
      const repo = create();
      await installWith(repo, { cli: '/old version/cli.cjs' });
      const ended = repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit });
      assert.match(ended.stderr, /its program was not found at \/old version\/cli\.cjs/);
    });

    it('A file that cannot be run as Node counts as none', async () => {
      const repo = create();
      settings(repo, '{ "countersign.mode": "enforce" }\n');
      const broken = repo.write('../broken node', '\u007fELF nonsense', 0o755);
      await installWith(repo, { node: broken });
      hidden(repo);
      const ended = repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit });
      assert.equal(ended.code, 1);
      assert.match(ended.stderr, /Countersign could not run, so this commit is refused/);
    });

    it('A gate that is killed in the middle follows the policy', async () => {
      const repo = create();
      await repo.install();
      writeFileSync(repo.runtime.cli, 'process.kill(process.pid, "SIGKILL")');
      const hook = () => repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit });
      const ended = hook();
      assert.equal(ended.code, 0);
      assert.match(
        ended.stderr,
        /could not run, so this commit was not checked .*stopped in the middle \(exit code 137\)/,
      );
      settings(repo, '{ "countersign.mode": "enforce" }\n');
      assert.equal(hook().code, 1);
    });
  });

  describe('reading countersign.mode with what the shell has built in', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['plain', '{"countersign.mode":"enforce"}', 'enforce'],
      ['over several lines', '{\n  "countersign.mode"\n  :\n  "enforce"\n}', 'enforce'],
      ['with Windows line ends', '{\r\n\t"countersign.mode": "enforce"\r\n}\r\n', 'enforce'],
      ['with a byte order mark', '\ufeff{ "countersign.mode": "enforce" }', 'enforce'],
      ['without a last line end', '{\n"countersign.mode": "observe"}', 'observe'],
      ['commented out by the line', '{\n  // "countersign.mode": "enforce"\n}', 'warn'],
      [
        'commented out at the end of a line',
        '{ "a": 1, // "countersign.mode": "enforce"\n }',
        'warn',
      ],
      ['commented out as a block', '{ /* "countersign.mode":\n "enforce" */ "b": 2 }', 'warn'],
      ['after a block comment', '{ /* one\n two */ "countersign.mode": "enforce" }', 'enforce'],
      [
        'after what looks like a comment',
        '{ "url": "https://x /* y", "countersign.mode": "enforce" }',
        'enforce',
      ],
      [
        'after quotes in a string',
        '{ "a": "\\"countersign.mode\\": \\\\", "countersign.mode": "observe" }',
        'observe',
      ],
      ['in another value', '{ "a": "countersign.mode", "b": "enforce" }', 'warn'],
      ['in a nested object', '{ "[markdown]": { "countersign.mode": "enforce" } }', 'warn'],
      ['after nested ones', '{ "a": { "b": [1, "}"] }, "countersign.mode": "enforce" }', 'enforce'],
      [
        'twice: the last one counts',
        '{ "countersign.mode": "enforce", "countersign.mode": "observe" }',
        'observe',
      ],
      ['with a trailing comma', '{ "countersign.mode": "observe", }', 'observe'],
      [
        'beside stars and dollars',
        '{ "files": "**/* $HOME `id` $(id)", "countersign.mode": "observe" }',
        'observe',
      ],
      ['a word of no mode', '{ "countersign.mode": "Enforced" }', 'unreadable'],
      ['no string', '{ "countersign.mode": true }', 'unreadable'],
      ['a string cut off', '{ "countersign.mode": "enf', 'unreadable'],
      ['nothing at all', '', 'warn'],
    ];
    const verdicts: Readonly<Record<string, readonly [number, RegExp]>> = {
      enforce: [1, /refused \(countersign\.mode is enforce\)/],
      unreadable: [1, /refused \(countersign\.mode in .* counts as enforce\)/],
      warn: [0, /not checked \(countersign\.mode is warn\)/],
      observe: [0, /not checked \(countersign\.mode is observe\)/],
    };

    it('All the ways to write it are understood', async () => {
      const repo = create();
      await installWith(repo, { cli: gone });
      for (const [title, text, mode] of cases) {
        settings(repo, text);
        const ended = repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit });
        const [code, words] = verdicts[mode] ?? [-1, /never/];
        assert.match(ended.stderr, words, title);
        assert.equal(ended.code, code, title);
      }
    });

    it('A long settings file takes no time worth naming', async () => {
      const repo = create();
      await installWith(repo, { cli: gone });
      const many = Array.from({ length: 2000 }, (_, n) => `  "some.setting.${n}": ["a", ${n}],`);
      settings(repo, `{\n${many.join('\n')}\n  "countersign.mode": "enforce"\n}\n`);
      assert.equal(repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit }).code, 1);
    });
  });

  describe('others, when the recorded ones are gone', () => {
    const asksWith = (repo: HookedRepo, env: Record<string, string>) => {
      const before = repo.calls().length;
      const ended = repo.run('.git/hooks/pre-commit', [], { env: { ...repo.onlyGit, ...env } });
      assert.equal(ended.code, 0, ended.stderr);
      return repo.calls().length - before === 1;
    };
    const nodeAt = (path: string) => {
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(process.execPath, path);
      return path;
    };

    it('Node on PATH', async () => {
      const repo = create();
      await installWith(repo, { node: gone });
      hidden(repo);
      const folder = dirname(nodeAt(join(repo.root, 'some bin/node')));
      assert.equal(asksWith(repo, {}), false);
      assert.equal(asksWith(repo, { PATH: `${repo.onlyGit['PATH']}:${folder}` }), true);
    });

    const places: readonly (readonly [string, string, string?])[] = [
      ['nvm', 'home/.nvm/versions/node/v20.1.0/bin/node'],
      ['nvm elsewhere', 'my nvm/versions/node/v20.1.0/bin/node', 'NVM_DIR=my nvm'],
      ['volta', 'home/.volta/tools/image/node/20.1.0/bin/node'],
      ['fnm', 'home/.local/share/fnm/node-versions/v20.1.0/installation/bin/node'],
      ['asdf', 'home/.asdf/installs/nodejs/20.1.0/bin/node'],
      ['mise', 'home/.local/share/mise/installs/node/20.1.0/bin/node'],
      [
        'VS Code, by the variable it gives its git',
        'vs code/code',
        'VSCODE_GIT_ASKPASS_NODE=vs code/code',
      ],
      ["VS Code's server", 'home/.vscode-server/bin/0123456789abcdef/node'],
    ];
    for (const [title, path, variable] of places) {
      it(`Node of ${title}`, async () => {
        const repo = create();
        await installWith(repo, { node: gone });
        hidden(repo);
        nodeAt(join(repo.root, path));
        const [name, way] = variable?.split('=') ?? [];
        const env = name === undefined ? {} : { [name]: join(repo.root, way ?? '') };
        assert.equal(asksWith(repo, env), true);
        assert.equal(repo.calls().at(-1)?.electron, '1');
      });
    }

    it('A Node that is too old is passed over', async () => {
      const repo = create();
      await installWith(repo, { node: gone });
      hidden(repo);
      repo.write('../home/.nvm/versions/node/v12.0.0/bin/node', '#!/bin/sh\nexit 1\n', 0o755);
      assert.equal(asksWith(repo, {}), false);
      nodeAt(join(repo.root, 'home/.nvm/versions/node/v20.1.0/bin/node'));
      assert.equal(asksWith(repo, {}), true);
    });

    it('The version of the extension that lies beside the old one', async () => {
      const repo = create();
      const extensions = join(repo.root, '.vscode/extensions');
      const cliOf = (version: string) =>
        join(extensions, `countersign.countersign-${version}`, 'dist/cli.cjs');
      cpSync(dirname(repo.runtime.cli), dirname(cliOf('0.1.0')), { recursive: true });
      await installWith(repo, { cli: cliOf('0.1.0') });
      const newer = dirname(dirname(cliOf('0.2.0')));
      cpSync(dirname(dirname(cliOf('0.1.0'))), newer, { recursive: true });
      rmSync(dirname(dirname(cliOf('0.1.0'))), { recursive: true });
      repo.write(
        '../.vscode/extensions/countersign.countersign-0.2.0/dist/answer.json',
        '{"code":6}',
      );
      assert.equal(repo.run('.git/hooks/pre-commit', [], { env: repo.onlyGit }).code, 6);
    });

    it('What a later install wrote down in the git directory, for a hook that was moved away from us', async () => {
      const repo = create();
      await installWith(repo, { cli: '/gone/cli.cjs', node: gone });
      const { node, cli } = repo.runtime;
      repo.write('.git/countersign/runtime', `${node}\n\n${cli}\n`);
      assert.equal(asksWith(repo, {}), true);
    });

    it('countersign on PATH, also when its own first line needs a Node that is not', async () => {
      const repo = create();
      await installWith(repo, { cli: '/gone/cli.cjs' });
      const folder = join(repo.root, 'npm bin');
      mkdirSync(folder);
      writeFileSync(
        join(folder, 'countersign'),
        `#!/usr/bin/env node\nrequire(${JSON.stringify(repo.runtime.cli)});\n`,
      );
      chmodSync(join(folder, 'countersign'), 0o755);
      const env = { PATH: `${repo.onlyGit['PATH']}:${folder}` };
      assert.equal(asksWith(repo, env), true);
      assert.deepEqual(repo.calls()[0]?.argv, ['gate', '--staged', '--hook', 'pre-commit']);
    });
  });

  it('A path that cannot stand in a hook is refused', async () => {
    const repo = create();
    const repoOfHooks = await repo.hookRepo();
    for (const node of ['node', '/a\n/b']) {
      const runtime = { ...repo.runtime, node };
      refusal(await installHooks(repoOfHooks, runtime, { dryRun: false }), 'bad-runtime');
    }
  });
});
