import assert from 'node:assert/strict';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import type { BlockJson } from '../../server/src/cli/schemas/block.ts';
import { statusSchema } from '../../server/src/cli/schemas/status.ts';
import { recordAi } from '../support/aiText.ts';
import { jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const MANIFEST = '{\n  "name": "shop",\n  "dependencies": {\n    "express": "^5.0.0"\n  }\n}\n';

describe('Packages that AI takes in', function () {
  this.timeout(60_000);
  let repo: TempRepo;

  beforeEach(() => {
    repo = createTempRepo({
      files: {
        '.vscode/settings.json': '{"countersign.mode":"enforce"}',
        'package.json': MANIFEST,
      },
    });
  });
  afterEach(() => repo.dispose());

  function writeAi(
    path: string,
    text: string,
    first = 1,
    last = text.split('\n').length - 1,
  ): void {
    repo.write(path, text);
    recordAi(repo.dir, path, text, [[first, last]]);
    repo.git('add', path);
  }

  /** What the gate finds in each file: line and rule. */
  function foundByGate(): readonly string[] {
    return found(gateSchema.parse(jsonOf(runCli(repo, ['gate', '--json']))).blocks);
  }

  function foundByStatus(): readonly string[] {
    return found(statusSchema.parse(jsonOf(runCli(repo, ['status', '--json']))).blocks);
  }

  function found(blocks: readonly BlockJson[]): readonly string[] {
    return blocks
      .flatMap(({ path, questions, checks }) =>
        [...questions, ...checks].map(({ rule, line }) => `${path}:${line} ${rule}`),
      )
      .sort();
  }

  it('Tells of a made-up package, and of none that the index declares', () => {
    writeAi(
      'src/a.ts',
      "import express from 'express';\nimport pad from 'left-pad-utils';\n\nexport const app = express(pad);\n",
    );
    assert.deepEqual(foundByGate(), ['src/a.ts:2 missing-package']);
    assert.deepEqual(foundByStatus(), ['src/a.ts:2 missing-package']);
    repo.write(
      'package.json',
      MANIFEST.replace('"express"', '"left-pad-utils": "1",\n    "express"'),
    );
    assert.deepEqual(foundByGate(), ['src/a.ts:2 missing-package'], 'declared on disk only');
    assert.deepEqual(foundByStatus(), [], 'the disk is what status goes by');
    repo.git('add', 'package.json');
    assert.deepEqual(foundByGate(), []);
  });

  it('Asks about a dependency that AI wrote into a manifest, not about those of people', () => {
    const text = MANIFEST.replace(
      '    "express"',
      '    "left-pad": "^1.3.0",\n    "lodahs": "^4.0.0",\n    "mine": "1",\n    "express"',
    );
    writeAi('package.json', text, 4, 5);
    assert.deepEqual(foundByGate(), [
      'package.json:4 new-dependency',
      'package.json:5 look-alike-package',
      'package.json:5 new-dependency',
    ]);
  });
});
