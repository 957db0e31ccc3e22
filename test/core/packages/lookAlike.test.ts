import assert from 'node:assert/strict';
import type { Ecosystem } from '../../../server/src/core/packages/ecosystem.ts';
import { editDistance } from '../../../server/src/core/packages/editDistance.ts';
import { lookAlike } from '../../../server/src/core/packages/lookAlike.ts';
import { readNpmModule } from '../../../server/src/core/packages/npmModule.ts';
import { popularNames } from '../../../server/src/core/packages/names/popular.ts';

describe('Packages: names', () => {
  function meant(ecosystem: Ecosystem, name: string, declared: readonly string[] = []): string {
    const found = lookAlike(ecosystem, name, declared);
    return found === undefined ? '' : found.kind === 'near' ? found.name : `a ${found.of} package`;
  }

  it('Counts letters left out, put in, changed and exchanged', () => {
    const cases: readonly [string, string, number | undefined][] = [
      ['express', 'express', 0],
      ['expres', 'express', 1],
      ['exprses', 'express', 1],
      ['exprezz', 'express', 2],
      ['lodash', 'express', undefined],
      ['', 'ab', 2],
    ];
    for (const [a, b, distance] of cases)
      assert.equal(editDistance(a, b, 2), distance, `${a} ${b}`);
  });

  it('Tells names that are nearly well known ones', () => {
    assert.equal(meant('npm', 'expresss'), 'express');
    assert.equal(meant('npm', 'crossenv'), 'cross-env');
    assert.equal(meant('npm', '@tanstack/react-querry'), '@tanstack/react-query');
    assert.equal(meant('pypi', 'reqeusts'), 'requests');
    assert.equal(meant('pypi', 'Python_Dateutils'), 'python-dateutil');
    assert.equal(meant('go', 'github.com/sirupsen/logruss'), 'github.com/sirupsen/logrus');
    assert.equal(meant('cargo', 'serde-jason'), 'serde_json');
  });

  it('Tells names that are nearly declared ones, and those of other languages', () => {
    assert.equal(meant('npm', '@shop/chart', ['@shop/charts']), '@shop/charts');
    assert.equal(meant('npm', 'numpy'), 'a Python package');
    assert.equal(meant('pypi', 'lodash'), 'a npm package');
  });

  it('Says nothing of well known, declared, short and other names', () => {
    for (const name of [
      'preact',
      'koa-router',
      'ms',
      'vuex',
      'tsup',
      'some-other-thing',
      'lodash.get',
    ]) {
      assert.equal(meant('npm', name, ['lodash.set']), '', name);
    }
    assert.equal(meant('npm', 'expresso', ['expresso']), '');
    assert.equal(meant('pypi', 'faker'), '');
    for (const ecosystem of ['npm', 'pypi', 'go', 'cargo', 'maven', 'nuget', 'rubygems'] as const) {
      for (const name of popularNames(ecosystem)) assert.equal(meant(ecosystem, name), '', name);
    }
  });

  it('Tells packages of npm from what is none', () => {
    const kinds: Readonly<Record<string, string>> = {
      './a': 'own',
      '../a': 'own',
      '/a': 'own',
      fs: 'own',
      'fs/promises': 'own',
      'node:fs': 'own',
      'node:test': 'own',
      vscode: 'own',
      'bun:test': 'strange',
      'virtual:x': 'strange',
      'https://x.y/z.js': 'strange',
      $lib: 'strange',
      '$app/stores': 'strange',
      '@/a': 'strange',
      '~/a': 'strange',
      'raw-loader!./a': 'strange',
      '#a': 'inner',
      test: 'package',
      'lodash/get': 'package',
      '@a/b/c': 'package',
      JSONStream: 'package',
    };
    for (const [module, kind] of Object.entries(kinds)) {
      assert.equal(readNpmModule(module).kind, kind, module);
    }
  });
});
