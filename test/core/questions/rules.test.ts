import assert from 'node:assert/strict';
import { rules } from '../../../server/src/core/questions/rules/table.ts';

describe('Rules: the table', () => {
  it('Has each id once, in words with hyphens', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
    for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('Is in the order of the taxonomy', () => {
    const rows = rules.map(({ row }) => row);
    assert.deepEqual(
      rows,
      rows.toSorted((a, b) => a - b),
    );
  });

  it('Says of every rule why it asks, what to do instead, and where that comes from', () => {
    for (const { id, weight, page, title } of rules) {
      assert.ok(20 < page.why.length && 20 < page.instead.length, id);
      assert.notEqual(page.sources.length, 0, id);
      assert.ok(1 <= weight && weight <= 5, id);
      assert.ok(title.length <= 60, id);
    }
  });
});
