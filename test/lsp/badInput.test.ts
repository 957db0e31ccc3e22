import assert from 'node:assert/strict';
import { recordAi } from '../support/aiText.ts';
import { BAD, lineCount, SAVE } from '../support/badTexts.ts';
import { ACCEPTED, startClient } from '../support/lspClient.ts';
import { createTempRepo } from '../support/tempRepo.ts';

describe('Texts that no one writes, in the editor', function () {
  this.timeout(120_000);

  for (const [path, text] of BAD) {
    it(`Are opened and edited beside others: ${path}`, async () => {
      const repo = createTempRepo({ files: { 'README.md': 'x\n' } });
      recordAi(repo.dir, path, text, [[1, lineCount(text)]]);
      const client = await startClient(repo.dir);
      try {
        const bad = client.open(path, text);
        const good = client.open('good.ts', '\n');
        good.edit(1, 1, SAVE, ACCEPTED);
        await good.blocks((blocks) => 0 < blocks.length);
        const [title] = (await client.lenses(good.uri)).map(({ command }) => command?.title);
        assert.equal(title, 'AI · sample.assistant · unverified · 1 question');
        await client.lenses(bad.uri);
        bad.edit(0, 0, '\n', undefined);
        await bad.blocks();
        await client.lenses(bad.uri);
        assert.equal(new Set(client.notices()).size, client.notices().length);
      } finally {
        await client.stop();
        repo.dispose();
      }
    });
  }
});
