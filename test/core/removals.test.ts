import assert from 'node:assert/strict';
import { removedBetween, removedFrom } from '../../server/src/core/removals/detect.ts';
import { sha256 } from '../../server/src/node/git/contentIds.ts';

/** Lines that AI must not take away unseen, by kind; and lines that are nobody's business. */
const LINES: { readonly [kind: string]: readonly string[] } = {
  guard: [
    'if (amount <= 0) throw new RangeError();',
    'if not user: raise PermissionError',
    'if err != nil { return err }',
    'guard let user = user else { return nil }',
    'return if amount.nil?',
    'raise ArgumentError unless valid',
    'const user = find(id) ?? throw new Error();',
    'let user = find(id).ok_or(Missing)?;',
    'User user = find(id).orElseThrow();',
  ],
  test: [
    "it('adds', () => {",
    "test.each([1])('adds %s', () => {",
    'def test_adds():',
    'func TestAdd(t *testing.T) {',
    '#[test]',
    '@Test',
    '[Fact]',
    'public function testAdds(): void',
    'TEST(Math, Adds) {',
  ],
  check: [
    'assert.ok(user);',
    'validateAmount(amount);',
    'this.authorize(user);',
    'requireNonNull(user);',
    'escapeHtml(name);',
    '} catch (error) {',
    'except ValueError:',
    'rescue StandardError => e',
  ],
  none: [
    'const total = a + b;',
    "import { validate } from './validate.ts';",
    'return total;',
    'function ifNeeded() {',
    '// checks nothing',
    '',
  ],
};

describe('What AI takes away', () => {
  for (const [kind, lines] of Object.entries(LINES)) {
    for (const line of lines) {
      it(`${kind}: ${line}`, () => {
        const before = `first();\n  ${line}\nlast();\n`;
        const found = removedBetween('src/a.ts', before, 'first();\nlast();\n', sha256);
        const kinds = found.map((removed) => removed.kind);
        assert.deepEqual(kinds, kind === 'none' ? [] : [kind]);
        if (found[0]) assert.deepEqual([found[0].line, found[0].textHash], [2, sha256(line)]);
      });
    }
  }

  it('An assertion in a test file is a test, elsewhere a check', () => {
    const kindIn = (path: string) =>
      removedBetween(path, 'expect(a).toBe(1);\nassert.ok(b);\n', '', sha256).map(
        ({ kind }) => kind,
      );
    assert.deepEqual(kindIn('test/a.test.ts'), ['test', 'test']);
    assert.deepEqual(kindIn('src/a.ts'), ['check']);
  });

  it('A guard over several lines is one', () => {
    const before = 'if (amount <= 0) {\n  log(amount);\n  throw new RangeError();\n}\nbook();\n';
    assert.deepEqual(
      removedBetween('src/a.ts', before, 'book();\n', sha256).map(({ kind, line }) => [kind, line]),
      [['guard', 1]],
    );
  });

  it('What moved or was only indented is still there', () => {
    const before = 'if (a) throw b;\nwork();\n';
    const after = 'work();\n{\n    if (a) throw b;\n}\n';
    assert.deepEqual(removedBetween('src/a.ts', before, after, sha256), []);
  });

  it('One of two equal guards is one less', () => {
    const one = 'if (a) throw b;\n';
    assert.equal(
      removedBetween('src/a.ts', `${one}x();\n${one}`, `${one}x();\n`, sha256).length,
      1,
    );
  });

  it('Within one change the place is the change’s', () => {
    const text = 'one();\ntwo();\n';
    const [removed] = removedFrom('src/a.ts', text, 'if (a) throw b;', 7, sha256);
    assert.deepEqual([removed?.kind, removed?.line], ['guard', 2]);
  });
});
