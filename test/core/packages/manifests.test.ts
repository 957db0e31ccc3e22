import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isManifestPath } from '../../../server/src/core/packages/manifestPath.ts';
import type { Manifest } from '../../../server/src/core/packages/manifest.ts';
import { formatOf, manifestFormats } from '../../../server/src/core/packages/manifests/table.ts';

describe('Packages: manifests', () => {
  function read(path: string, text: string): Manifest {
    const format = formatOf(path);
    if (!format) throw new Error(`${path} is no manifest`);
    return format.read(path, text);
  }

  /** Each dependency as its name and the text that its range holds. */
  function named(path: string, text: string): Record<string, string> {
    const { dependencies } = read(path, text);
    return Object.fromEntries(
      dependencies.map(({ name, at }) => [name, text.slice(at.start, at.end)]),
    );
  }

  it('Reads all groups of a package.json, also lists of bundled ones', () => {
    const text =
      '{"name":"a","dependencies":{"b":"1"},"devDependencies":{"@c/d":"2"},"peerDependencies":{"e":"*"},"optionalDependencies":{"f":"1"},"bundleDependencies":["g"]}';
    assert.deepEqual(named('x/package.json', text), {
      b: '"b":"1"',
      '@c/d': '"@c/d":"2"',
      e: '"e":"*"',
      f: '"f":"1"',
      g: '"g"',
    });
    assert.equal(read('package.json', text).name, 'a');
  });

  it('Knows what is no package of others: workspaces, folders', () => {
    const text = '{"dependencies":{"a":"workspace:*","b":"file:../b","c":"^1"}}';
    const local = read('package.json', text).dependencies.filter(({ isLocal }) => isLocal);
    assert.deepEqual(
      local.map(({ name }) => name),
      ['a', 'b'],
    );
  });

  it('Says where a torn manifest is torn, and reads what stands before', () => {
    const text = '{\n  "dependencies": {\n    "a": "1",\n    "b" "2"\n';
    const { dependencies, isOpen, problem } = read('app/package.json', text);
    assert.ok(dependencies.some(({ name }) => name === 'a'));
    assert.equal(isOpen, true);
    assert.match(problem ?? '', /^app\/package\.json:4: this is not JSON.*mend the file\.$/);
    assert.match(
      read('Cargo.toml', '[package]\nname = "a\n').problem ?? '',
      /^Cargo\.toml:2: this is not TOML/,
    );
    assert.match(
      read('pom.xml', '<project>\n<dependencies>\n</project>').problem ?? '',
      /^pom\.xml:3: this is not XML/,
    );
  });

  it("Reads Go's blocks, single lines, comments and quotes", () => {
    const text =
      'module "example.com/a"\r\n\r\nrequire example.com/b v1.0.0\r\nrequire (\r\n\texample.com/c/v2 v2.0.0 // indirect\r\n\t// example.com/d v1.0.0\r\n)\r\nexclude example.com/e v1.0.0\r\n';
    const { name, dependencies } = read('go.mod', text);
    assert.equal(name, 'example.com/a');
    assert.deepEqual(
      dependencies.map((one) => [one.name, one.isIndirect]),
      [
        ['example.com/b', false],
        ['example.com/c/v2', true],
      ],
    );
  });

  it("Reads Cargo's groups, targets, tables, renamed crates and the workspace's", () => {
    const text =
      '[package]\nname = "a"\n[dependencies]\nb = "1"\nc.workspace = true\n[dependencies.d]\npackage = "dd"\n[dev-dependencies]\ne = "1"\n[target."cfg(unix)".build-dependencies]\nf = { path = "../f" }\n[workspace.dependencies]\ng = "1"\n';
    assert.deepEqual(named('Cargo.toml', text), {
      b: 'b = "1"',
      c: 'c.workspace = true',
      dd: '[dependencies.d]',
      e: 'e = "1"',
      f: 'f = { path = "../f" }',
      g: 'g = "1"',
    });
  });

  it("Reads pyproject's tables of all tools", () => {
    const text =
      '[project]\nname = "a"\ndependencies = ["b>=1", "c[x] ; python_version < \'3.9\'"]\n[project.optional-dependencies]\ndev = ["d"]\n[dependency-groups]\ntest = ["e", {include-group = "x"}]\n[tool.poetry.dependencies]\npython = "^3.9"\nf = "^1"\n[tool.poetry.group.dev.dependencies]\ng = {path = "../g"}\n[tool.pdm.dev-dependencies]\nx = ["h"]\n[tool.uv]\ndev-dependencies = ["i"]\n[tool.hatch.envs.default]\ndependencies = ["j"]\n';
    const { dependencies } = read('pyproject.toml', text);
    assert.deepEqual(dependencies.map(({ name }) => name).sort(), [...'bcdefghij']);
    assert.equal(
      dependencies.find(({ name }) => name === 'c')?.condition,
      "python_version < '3.9'",
    );
    assert.equal(dependencies.find(({ name }) => name === 'g')?.isLocal, true);
  });

  it('Leaves open what a list of requirements does not tell', () => {
    assert.equal(read('requirements.txt', 'a==1\n').isOpen, false);
    assert.equal(read('requirements.txt', '-r base.txt\na==1\n').isOpen, false);
    assert.equal(read('requirements.txt', 'git+https://example.com/x.git\n').isOpen, true);
    assert.deepEqual(named('requirements/dev.txt', 'a[b]>=1 # c\n--hash=x\nd @ https://e.f/g\n'), {
      a: 'a[b]>=1 # c',
      d: 'd @ https://e.f/g',
    });
  });

  it('Reads setup.py and setup.cfg as far as they are written out', () => {
    const script =
      'setup(name="a", install_requires=["b>=1",\n  \'c\'], extras_require={"x": more()})';
    assert.deepEqual(named('setup.py', script), { b: '"b>=1"', c: "'c'" });
    assert.equal(read('setup.py', script).isOpen, true);
    assert.equal(read('setup.py', 'from setuptools import setup\nsetup()\n').isOpen, false);
    const settings =
      '[metadata]\nname = a\n[options]\ninstall_requires =\n    b>=1\n    c\npackages = find:\n';
    assert.deepEqual(named('setup.cfg', settings), { b: 'b>=1', c: 'c' });
  });

  it("Reads CMake's commands, and Deno's imports", () => {
    const lists =
      'find_package(OpenSSL REQUIRED)\nFetchContent_Declare(\n  fmt # text\n  GIT_TAG 11)\n# find_package(No)\nCPMAddPackage("gh:gabime/spdlog#1.14")\n';
    assert.deepEqual(named('CMakeLists.txt', lists), {
      OpenSSL: 'find_package(OpenSSL REQUIRED)',
      fmt: 'fmt # text',
      spdlog: 'CPMAddPackage("gh:gabime/spdlog#1.14")',
    });
    const deno = '{"imports":{"a":"npm:chalk@5","@std/x":"jsr:@std/x@^1","b/":"./b/"}}';
    assert.deepEqual(named('deno.json', deno), {
      chalk: '"a":"npm:chalk@5"',
      '@std/x': '"@std/x":"jsr:@std/x@^1"',
    });
  });

  it('Reads manifests whose lines end as on Windows', () => {
    const xml =
      '<Project>\r\n  <ItemGroup>\r\n    <PackageReference Include="A" Version="1" />\r\n  </ItemGroup>\r\n</Project>';
    assert.deepEqual(named('a.csproj', xml), { A: '<PackageReference Include="A" Version="1" />' });
    assert.deepEqual(named('Cargo.toml', '[dependencies]\r\na = "1"\r\n'), { a: 'a = "1"' });
    assert.deepEqual(named('Gemfile', "gem 'a'\r\n"), { a: "gem 'a'" });
  });

  it('Reads any text, torn anywhere, without a fault', () => {
    const pieces = [
      ...['{', '}', '[', ']', '"a"', ':', ',', '\n', '[dependencies]', 'a = "1"', '<dependency>'],
      ...['</dependency>', 'require (', ')', "gem 'a'", '\r\n', '\uFEFF', '-r x', '<![CDATA['],
      ...['&x;', 'install_requires=[', '[dependencies.', '"""', '{ a = ', '\0', '<!--', '=> ./'],
    ];
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 40 })
      .map((some) => some.join(''));
    const paths = [
      ...['package.json', 'pyproject.toml', 'requirements.txt', 'setup.cfg', 'setup.py', 'Pipfile'],
      ...['environment.yml', 'go.mod', 'Cargo.toml', 'pom.xml', 'build.gradle', 'a.csproj'],
      ...['Gemfile', 'composer.json', 'vcpkg.json', 'conanfile.py', 'libs.versions.toml'],
      ...['deno.json', 'CMakeLists.txt'],
    ];
    assert.equal(new Set(paths.map(formatOf)).size, manifestFormats.length);
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, (path, torn) => {
        for (const { at } of read(path, torn).dependencies) {
          assert.ok(0 <= at.start && at.start <= at.end && at.end <= torn.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('Is known by its path without what reads it', () => {
    const paths = [
      ...[
        'package.json',
        'a/pyproject.toml',
        'requirements.txt',
        'requirements-dev.in',
        'dev-requirements.txt',
      ],
      ...['requirements/dev.txt', 'constraints.txt', 'setup.cfg', 'setup.py', 'Pipfile', 'go.mod'],
      ...[
        'environment.yml',
        'environment-dev.yaml',
        'Cargo.toml',
        'pom.xml',
        'a.pom',
        'build.gradle',
      ],
      ...[
        'build.gradle.kts',
        'gradle/libs.versions.toml',
        'a.csproj',
        'a.fsproj',
        'packages.config',
      ],
      ...[
        'Directory.Packages.props',
        'Gemfile',
        'gems.rb',
        'a.gemspec',
        'composer.json',
        'vcpkg.json',
      ],
      ...[
        'conanfile.txt',
        'conanfile.py',
        'package-lock.json',
        'a.json',
        'setup.ts',
        'notes.txt',
        'Gemfile.lock',
      ],
      ...[
        'docs/requirements/a.md',
        'Cargo.lock',
        'tsconfig.json',
        'environment.ts',
        'x/package.json.bak',
        'CMakeLists.txt',
        'cmake/a.cmake',
        'deno.jsonc',
        'import_map.json',
      ],
    ];
    for (const path of paths)
      assert.equal(isManifestPath(path), formatOf(path) !== undefined, path);
  });

  it('Reads deep and long texts in time', () => {
    for (const path of ['package.json', 'Cargo.toml', 'pyproject.toml', 'pom.xml', 'a.csproj']) {
      const open = path.endsWith('.json') ? '{"a":' : path.endsWith('.toml') ? 'a = [[' : '<a>';
      assert.deepEqual(read(path, open.repeat(20_000)).dependencies, []);
    }
    const lines = Array.from({ length: 20_000 }, (_, i) => `p${i} = "1"`).join('\n');
    assert.equal(read('Cargo.toml', `[dependencies]\n${lines}`).dependencies.length, 20_000);
    for (const path of ['setup.py', 'requirements.txt', 'build.gradle', 'Gemfile', 'go.mod']) {
      read(path, ' '.repeat(200_000));
      read(path, 'install_requires=['.repeat(10_000));
    }
  });
});
