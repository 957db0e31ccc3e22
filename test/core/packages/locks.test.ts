import assert from 'node:assert/strict';
import { cargoLock, npmLocks, pythonLocks } from '../../../server/src/core/packages/locks.ts';

describe('Packages: lock files', () => {
  function names(file: string, text: string): readonly string[] {
    const format = [...npmLocks, cargoLock, ...pythonLocks].find((one) => one.file === file);
    if (!format) throw new Error(`${file} is no lock file`);
    return [...format.read(text)].sort();
  }

  it("Reads npm's of all versions", () => {
    const newer =
      '{\n  "packages": {\n    "": { "name": "x" },\n    "node_modules/a": {},\n    "node_modules/a/node_modules/@b/c": {}\n  }\n}';
    assert.deepEqual(names('package-lock.json', newer), ['@b/c', 'a']);
    const older =
      '{\n  "dependencies": {\n    "a": {\n      "version": "1",\n      "dependencies": {\n        "@b/c": {\n          "version": "2"\n        }\n      }\n    }\n  }\n}';
    for (const name of ['a', '@b/c']) assert.ok(names('package-lock.json', older).includes(name));
  });

  it("Reads Yarn's, old and new", () => {
    const old =
      '# yarn lockfile v1\n\n"@a/b@^1.0.0", "@a/b@^1.1.0":\n  version "1"\n\nc@1:\n  version "1"\n';
    assert.deepEqual(names('yarn.lock', old), ['@a/b', 'c']);
    const berry =
      '__metadata:\n  version: 8\n\n"@a/b@npm:^1.0.0":\n  version: 1.0.0\n\n"c@npm:1, c@npm:2":\n  version: 1\n';
    assert.deepEqual(names('yarn.lock', berry), ['@a/b', 'c']);
  });

  it("Reads pnpm's of all versions", () => {
    const text =
      "lockfileVersion: '9.0'\n\npackages:\n\n  '@a/b@1.0.0':\n    resolution: {}\n\n  c@2.0.0(d@1.0.0):\n    resolution: {}\n\n  /e@1.0.0:\n    dev: true\n\n  /f/1.0.0:\n    dev: true\n\n  /@g/h/1.0.0:\n    dev: true\n";
    assert.deepEqual(names('pnpm-lock.yaml', text), ['@a/b', '@g/h', 'c', 'e', 'f']);
  });

  it("Reads Bun's, Cargo's and Python's", () => {
    const bun = '{\n  "packages": {\n    "a": ["a@1", "", {}],\n    "@b/c": ["@b/c@1"],\n  }\n}';
    assert.deepEqual(names('bun.lock', bun), ['@b/c', 'a']);
    assert.deepEqual(names('Cargo.lock', '[[package]]\nname = "a-b"\nversion = "1"\n'), ['a-b']);
    assert.deepEqual(names('uv.lock', '[[package]]\nname = "A_b"\n'), ['a-b']);
    assert.deepEqual(names('Pipfile.lock', '{"default":{"a.b":{}},"develop":{"C":{}}}'), [
      'a-b',
      'c',
    ]);
  });

  it('Keeps the names of a lock file that is torn', () => {
    assert.deepEqual(
      names('package-lock.json', '{\n  "packages": {\n    "node_modules/a": {\n <<<<<<< HEAD'),
      ['a'],
    );
    assert.deepEqual(names('Pipfile.lock', '{"default":{"a":{}'), ['a']);
    for (const { file } of [...npmLocks, cargoLock, ...pythonLocks])
      names(file, '\0{"'.repeat(1000));
  });
});
