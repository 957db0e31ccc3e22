import assert from 'node:assert/strict';
import { plantedFiles } from '../../bench/rules/plantedFile.ts';
import { createTestReader } from '../blocks/testReader.ts';

describe('Planted files', () => {
  const reader = createTestReader();

  it('Are code, with the defect and without it', async () => {
    const broken: string[] = [];
    for (const planted of plantedFiles().filter(({ isPlain }) => !isPlain)) {
      const { name, path, text, repaired, before = '' } = planted;
      for (const each of [text, repaired, before]) {
        const tree = (await reader.read(path, each)).code();
        const faults = tree?.faults({ start: 0, end: each.length });
        // The grammar takes a test's macro for a declaration that wants its end.
        const isMacro = /^TEST_CASE\(/m.test(each);
        if (faults?.length !== 0 && !isMacro) broken.push(name);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('Are repaired where the defect is', () => {
    const same = plantedFiles().filter(({ text, repaired }) => text.trim() === repaired.trim());
    assert.deepEqual(
      same.map(({ name }) => name),
      [],
    );
  });
});
