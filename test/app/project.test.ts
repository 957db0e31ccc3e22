import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, createProjects } from '../../server/src/app/project/project.ts';
import { stagedManifests, stagedProject } from '../../server/src/app/project/stagedFiles.ts';
import type { ProjectFiles } from '../../server/src/core/ports.ts';
import { createProjectFiles } from '../../server/src/node/projectFiles.ts';
import { openRepositoryAt } from '../../server/src/node/openAt.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

describe('A project on disk', () => {
  let repo: TempRepo;
  let files: ProjectFiles;

  beforeEach(() => {
    repo = createTempRepo();
    files = createProjectFiles(repo.dir, { PATH: '' });
  });
  afterEach(() => repo.dispose());

  function write(texts: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(texts)) repo.write(path, text);
  }

  /** What each module is to a file, in one word. */
  function standing(path: string, ...modules: readonly string[]): Record<string, string> {
    const { packages } = createProject(files, path);
    return Object.fromEntries(
      modules.map((module) => [module, packages?.standingOf(module).kind ?? 'no manifest']),
    );
  }

  describe('npm', () => {
    it('Knows what manifests, workspaces, aliases and installations name', () => {
      write({
        'package.json':
          '{"name":"top","workspaces":["packages/*","!packages/old"],"devDependencies":{"vitest":"3"}}',
        'packages/ui/package.json':
          '{"name":"@shop/ui","dependencies":{"react":"19"},"imports":{"#x/*":"./x/*"}}',
        'packages/tax/package.json': '{"name":"@shop/tax","dependencies":{"nanoid":"5"}}',
        'packages/ui/tsconfig.json': '{"extends":"../../tsconfig.base"}',
        'tsconfig.base.json': '{"compilerOptions":{"paths":{"app/*":["src/*"]}}} // shared',
        'packages/ui/vite.config.ts':
          "import smart from 'vite-plugin-smart';\nexport default { resolve: { alias: { design: './d' } } };",
        'node_modules/csstype/package.json': '{}',
        'yarn.lock': 'picocolors@^1:\n  version "1"\n',
      });
      assert.deepEqual(
        standing(
          'packages/ui/src/a.ts',
          ...[
            'react',
            'react/jsx-runtime',
            'vitest',
            '@shop/tax',
            '@shop/ui',
            '#x/y',
            '#z',
            'app/b',
          ],
          ...['./b', 'node:fs', 'design', 'csstype', 'picocolors', 'nanoid', 'vite-plugin-smart'],
        ),
        {
          react: 'known',
          'react/jsx-runtime': 'known',
          vitest: 'known',
          '@shop/tax': 'known',
          '@shop/ui': 'known',
          '#x/y': 'known',
          '#z': 'unsure',
          'app/b': 'known',
          './b': 'known',
          'node:fs': 'known',
          design: 'unsure',
          csstype: 'undeclared',
          picocolors: 'undeclared',
          nanoid: 'undeclared',
          'vite-plugin-smart': 'missing',
        },
      );
    });

    it('Looks for installations above the repository, too', () => {
      write({ 'package.json': '{}' });
      mkdirSync(join(repo.root, 'node_modules/left-pad'), { recursive: true });
      assert.deepEqual(standing('a.js', 'left-pad', 'left-pad-2'), {
        'left-pad': 'undeclared',
        'left-pad-2': 'missing',
      });
    });

    it('Judges nothing where the manifest is torn, and says so; and nothing without one', () => {
      assert.deepEqual(standing('a.ts', 'b'), { b: 'no manifest' });
      write({ 'package.json': '{ "dependencies": { "a" "1" } }' });
      assert.deepEqual(standing('a.ts', 'b', 'fs'), { b: 'unsure', fs: 'known' });
      const problems = createProject(files, 'a.ts').packages?.problems ?? [];
      assert.match(problems.join('\n'), /^package\.json:1: this is not JSON/);
    });

    it('Leaves open what a torn pnpm-workspace.yaml or tsconfig.json may name', () => {
      write({ 'package.json': '{}', 'pnpm-workspace.yaml': 'packages: [\n  - "a' });
      assert.deepEqual(standing('a.ts', 'b'), { b: 'unsure' });
      write({ 'pnpm-workspace.yaml': 'packages:\n  - libs/**\n' });
      assert.deepEqual(standing('a.ts', 'b'), { b: 'missing' });
      write({ 'libs/x/b/package.json': '{"name":"b"}' });
      assert.deepEqual(standing('a.ts', 'b'), { b: 'known' });
      write({ 'tsconfig.json': '{ "compilerOptions": {' });
      assert.deepEqual(standing('a.ts', 'c'), { c: 'unsure' });
    });
  });

  it('Go: knows the module, its requirements, a workspace and what is vendored', () => {
    write({
      'go.work': 'go 1.22\n\nuse (\n\t./app\n\t./lib\n)\n',
      'app/go.mod':
        'module example.com/app\n\nrequire (\n\tgithub.com/a/b v1.0.0\n\tgithub.com/a/c v1.0.0 // indirect\n)\n',
      'app/go.sum': 'github.com/a/d v1.0.0/go.mod h1:x=\n',
      'app/vendor/github.com/a/e/e.go': 'package e\n',
      'lib/go.mod': 'module example.com/lib\n',
    });
    assert.deepEqual(
      standing(
        'app/cmd/main.go',
        ...['fmt', 'net/http', 'C', 'example.com/app/x', 'example.com/lib', 'github.com/a/b/sub'],
        ...['github.com/a/bb', 'github.com/a/c', 'github.com/a/d/v', 'github.com/a/e', 'net/new'],
      ),
      {
        fmt: 'known',
        'net/http': 'known',
        C: 'known',
        'example.com/app/x': 'known',
        'example.com/lib': 'known',
        'github.com/a/b/sub': 'known',
        'github.com/a/bb': 'missing',
        'github.com/a/c': 'undeclared',
        'github.com/a/d/v': 'undeclared',
        'github.com/a/e': 'undeclared',
        'net/new': 'unsure',
      },
    );
    assert.deepEqual(standing('other/a.go', 'github.com/a/b'), { 'github.com/a/b': 'no manifest' });
  });

  it('Cargo: knows crates by what code calls them, and files beside', () => {
    write({
      'Cargo.toml': '[workspace]\nmembers = ["shop"]\n',
      'Cargo.lock': '[[package]]\nname = "proc-macro2"\nversion = "1"\n',
      'shop/Cargo.toml':
        '[package]\nname = "shop-core"\nedition.workspace = true\n\n[dependencies]\nserde-json = "1"\nweb = { package = "actix-web", version = "4" }\nsha-1 = "0.10"\n',
      'shop/src/prices/mod.rs': '',
    });
    assert.deepEqual(
      standing(
        'shop/src/lib.rs',
        ...['std::fs', 'crate::a', 'serde_json::Value', 'web::App', 'actix_web::App', 'sha1::Sha1'],
        ...[
          'shop_core::a',
          'prices::of',
          'proc_macro2::Span',
          'fast_rand',
          'Kind::A',
          '::nowhere::a',
        ],
      ),
      {
        'std::fs': 'known',
        'crate::a': 'known',
        'serde_json::Value': 'known',
        'web::App': 'known',
        'actix_web::App': 'missing',
        'sha1::Sha1': 'unsure',
        'shop_core::a': 'known',
        'prices::of': 'known',
        'proc_macro2::Span': 'undeclared',
        fast_rand: 'missing',
        'Kind::A': 'known',
        '::nowhere::a': 'missing',
      },
    );
  });

  describe('Python', () => {
    const PACKAGES = '.venv/lib/python3.12/site-packages';

    it('Decides by a virtual environment, and knows modules of the repository', () => {
      write({
        'pyproject.toml':
          '[project]\nname = "shop"\ndependencies = ["PyYAML", "odd.name>=1"]\n\n[dependency-groups]\ndev = ["pytest"]\n',
        'src/shop/tax.py': '',
        'tools/make/it.py': '',
        '.venv/pyvenv.cfg': 'home = /usr/bin\n',
        [`${PACKAGES}/yaml/__init__.py`]: '',
        [`${PACKAGES}/_yaml.cpython-312-x86_64-linux-gnu.so`]: '',
        [`${PACKAGES}/PyYAML-6.0.dist-info/top_level.txt`]: '_yaml\nyaml\n',
        [`${PACKAGES}/strange.py`]: '',
        [`${PACKAGES}/odd_name-1.0.dist-info/RECORD`]:
          'strange.py,,\nodd_name-1.0.dist-info/RECORD,,\n',
        [`${PACKAGES}/urllib3/__init__.py`]: '',
        [`${PACKAGES}/urllib3-2.0.dist-info/RECORD`]: 'urllib3/__init__.py,,\n',
        [`${PACKAGES}/distutils-precedence.pth`]: 'import os\n',
      });
      assert.deepEqual(
        standing(
          'src/shop/main.py',
          ...['os.path', 'yaml', 'strange', 'urllib3.util', 'shop.tax', 'tax', 'make', 'pytest'],
          ...['nowhere', '.tax', '__future__', 'setuptools'],
        ),
        {
          'os.path': 'known',
          yaml: 'known',
          strange: 'known',
          'urllib3.util': 'undeclared',
          'shop.tax': 'known',
          tax: 'known',
          make: 'known',
          pytest: 'known',
          nowhere: 'missing',
          '.tax': 'known',
          __future__: 'known',
          setuptools: 'known',
        },
      );
    });

    it('Decides nothing without an environment, or where one lacks what is declared', () => {
      write({ 'requirements.txt': 'odd-name\n-r more.txt\n', 'more.txt': 'other\n' });
      assert.deepEqual(standing('a.py', 'nowhere', 'odd_name', 'other', 'os'), {
        nowhere: 'unsure',
        odd_name: 'known',
        other: 'known',
        os: 'known',
      });
      write({ '.venv/pyvenv.cfg': '', [`${PACKAGES}/other/__init__.py`]: '' });
      assert.deepEqual(standing('a.py', 'nowhere'), { nowhere: 'unsure' });
      assert.deepEqual(standing('b/a.py', 'nowhere'), { nowhere: 'unsure' });
    });

    it('Takes the packages of an active environment where the project has none', () => {
      write({ 'requirements.txt': 'requests\n' });
      repo.write('../active/lib/python3.11/site-packages/requests/__init__.py', '');
      repo.write(
        '../active/lib/python3.11/site-packages/requests-2.dist-info/RECORD',
        'requests/x.py,,\n',
      );
      files = createProjectFiles(repo.dir, { PATH: '', VIRTUAL_ENV: join(repo.root, 'active') });
      assert.deepEqual(standing('a.py', 'requests', 'nowhere', 'requests_smart_retry'), {
        requests: 'known',
        nowhere: 'missing',
        requests_smart_retry: 'missing',
      });
      write({ 'requirements.txt': 'requests\nflask\npython-decouple\n' });
      assert.deepEqual(standing('a.py', 'flask', 'decouple', 'flask_smart'), {
        flask: 'known',
        decouple: 'known',
        flask_smart: 'missing',
      });
    });

    it('Follows editable packages', () => {
      write({
        'requirements.txt': 'requests\n',
        '.venv/pyvenv.cfg': '',
        [`${PACKAGES}/__editable__.x-1.pth`]: 'import __editable___x_1_finder; y()\n',
        [`${PACKAGES}/__editable___x_1_finder.py`]:
          "MAPPING: dict[str, str] = {'mine': '/elsewhere/mine'}\n",
        [`${PACKAGES}/more.pth`]: `${join(repo.root, 'beside')}\n`,
      });
      repo.write('../beside/near.py', '');
      assert.deepEqual(standing('a.py', 'mine', 'near', 'nowhere'), {
        mine: 'unsure',
        near: 'unsure',
        nowhere: 'missing',
      });
    });
  });

  it('Reads the index at a commit: what is only on disk declares nothing', async () => {
    write({ 'package.json': '{"dependencies":{"a":"1"}}', 'lib/package.json': '{"name":"lib"}' });
    repo.git('add', '-A');
    write({
      'package.json': '{"dependencies":{"a":"1","b":"1"}}',
      'node_modules/c/package.json': '{}',
    });
    write({ 'sub/package.json': '{"dependencies":{"d":"1"}}' });
    const repository = openRepositoryAt(repo.dir, false);
    assert.ok(repository.ok);
    const manifests = stagedManifests(files, ['sub/x.ts']);
    const objects = await repository.value.git.readObjects(manifests);
    assert.ok(objects.ok);
    const staged = stagedProject(files, manifests, objects.value);
    const { packages } = createProjects(staged).of('sub/x.ts');
    assert.equal(packages?.manifest, 'package.json');
    const kinds = ['a', 'b', 'c', 'd'].map((name) => packages.standingOf(name).kind);
    assert.deepEqual(kinds, ['known', 'missing', 'undeclared', 'missing']);
    assert.equal(createProjects(files).of('sub/x.ts').packages?.standingOf('b').kind, 'known');
  });

  it('Reads nothing of its own outside the repository, and no folder as a file', () => {
    repo.write('../secret.json', '{}');
    write({ 'a/b.json': '{}' });
    assert.equal(files.own.read('../secret.json'), undefined);
    assert.equal(files.own.read(join(repo.root, 'secret.json')), undefined);
    assert.equal(files.own.read('a'), undefined);
    assert.deepEqual(files.own.list('a'), ['b.json']);
    assert.deepEqual(files.own.list('nowhere'), []);
  });
});
