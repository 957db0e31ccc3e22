import assert from 'node:assert/strict';
import { statusSchema } from '../../server/src/cli/schemas/status.ts';
import { recordAi } from '../support/aiText.ts';
import { BAD, lineCount, SAVE } from '../support/badTexts.ts';
import { jsonOf, runCli } from '../support/cli.ts';
import { createTempRepo } from '../support/tempRepo.ts';

describe('Texts that no one writes', function () {
  this.timeout(120_000);

  for (const [path, text] of BAD) {
    it(`Hold nobody up, and all else is asked about: ${path}`, () => {
      const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
      try {
        for (const [each, content] of [
          [path, text],
          ['good.ts', SAVE],
        ] as const) {
          repo.write(each, content);
          recordAi(repo.dir, each, content, [[1, lineCount(content)]]);
        }
        repo.git('add', '--all');
        const asked = runCli(repo, ['status', '--json']);
        assert.equal(asked.code, 0, asked.stderr);
        const { blocks } = statusSchema.parse(jsonOf(asked));
        const good = blocks.filter((block) => block.path === 'good.ts');
        assert.deepEqual(
          good.flatMap(({ questions }) => questions.map(({ rule }) => rule)),
          ['swallowed-error'],
        );
        const committed = runCli(repo, ['gate', '--staged', '--hook', 'pre-commit']);
        assert.equal(committed.code, 0);
        assert.match(committed.stderr, /^Countersign warning: .*good\.ts/);
        for (const { stderr } of [asked, committed]) {
          const told = stderr.split('\n').filter((line) => /could not|failed|took/.test(line));
          assert.equal(new Set(told).size, told.length, stderr);
        }
      } finally {
        repo.dispose();
      }
    });
  }
});
