import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commitHints } from '../../../server/src/core/interop/coAuthors/commitHints.ts';
import { assistants } from '../../../server/src/core/interop/coAuthors/table.ts';

function hinted(
  trailers: string,
  body = 'Fix the parser\n\nIt lost a line.\n\n',
): readonly string[] {
  return commitHints(`${body}${trailers}\n`, assistants).map(({ assistant }) => assistant);
}

describe('Assistants as co-authors', () => {
  for (const { name, marks } of assistants) {
    it(`${name} is known by each of its addresses, and each has a source`, () => {
      assert.ok(0 < marks.length);
      for (const mark of marks) {
        assert.match(mark.source, /^https:\/\/\S+$/);
        const addresses =
          'email' in mark
            ? [mark.email, mark.email.toUpperCase()]
            : [
                `1234567+${mark.login}@users.noreply.github.com`,
                `${mark.login}@users.noreply.github.com`,
              ];
        for (const address of addresses) {
          assert.deepEqual(hinted(`Co-authored-by: Anything <${address}>`), [name], address);
        }
      }
    });
  }

  it('Addresses are in the table once, e-mails in small letters', () => {
    const marks = assistants.flatMap((each) => each.marks);
    const keys = marks.map((mark) => ('email' in mark ? mark.email : mark.login.toLowerCase()));
    assert.equal(new Set(keys).size, keys.length);
    for (const mark of marks) {
      if ('email' in mark) assert.match(mark.email, /^[a-z0-9.-]+@[a-z0-9.-]+$/);
    }
    assert.equal(new Set(assistants.map(({ name }) => name)).size, assistants.length);
  });

  it('A hint holds the name and the address as the message has them, and no lines', () => {
    const message = 'Add a cache\n\nCo-Authored-By: Claude Opus 4.5 <noreply@anthropic.com>\n';
    assert.deepEqual(commitHints(message, assistants), [
      {
        kind: 'co-author',
        assistant: 'Claude Code',
        name: 'Claude Opus 4.5',
        email: 'noreply@anthropic.com',
      },
    ]);
  });

  it('People who are called like an assistant are people', () => {
    for (const person of [
      'Claude Monet <claude@example.org>',
      'Devin Example <devin@example.org>',
      'Jules Verne <12+julesverne@users.noreply.github.com>',
      'Copilot Smith <copilot@example.org>',
      'Amp <amp@example.org>',
      'Cursor <noreply@anthropic.com.example.org>',
      'x <not-copilot@users.noreply.github.com>',
      'x <1+copilot@users.noreply.github.com.example.org>',
      'x <1+2+copilot@users.noreply.github.com>',
    ]) {
      assert.deepEqual(hinted(`Co-authored-by: ${person}`), [], person);
    }
  });

  it('Addresses that assistants once signed with and that are other people’s are no hints', () => {
    for (const address of ['codex@example.com', 'claude-code@anthropic.com']) {
      assert.deepEqual(hinted(`Co-authored-by: Codex <${address}>`), [], address);
    }
  });

  it('Bots that write no code of their own are no hints', () => {
    for (const login of ['dependabot[bot]', 'github-actions[bot]', 'renovate[bot]']) {
      const address = `49699333+${login}@users.noreply.github.com`;
      assert.deepEqual(hinted(`Co-authored-by: ${login} <${address}>`), [], login);
    }
  });

  it('Only trailers count: the last paragraph of a message that has more than one', () => {
    const trailer = 'Co-authored-by: Cursor <cursoragent@cursor.com>';
    assert.deepEqual(hinted(`Signed-off-by: Ada <ada@example.org>\n${trailer}`), ['Cursor']);
    assert.deepEqual(hinted(`${trailer}\n\nThat was the trailer.`), []);
    assert.deepEqual(hinted(trailer, ''), []);
    assert.deepEqual(hinted(trailer, 'Fix it\n'), []);
    assert.deepEqual(hinted(`> ${trailer}`), []);
    assert.deepEqual(hinted(trailer.replaceAll('\n', '\r\n'), 'Fix it\r\n\r\n'), ['Cursor']);
  });

  it('Each assistant is named once, in the order of the message', () => {
    const trailers = [
      'Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>',
      'Co-authored-by: Ada Example <ada@example.org>',
      'co-authored-by:Claude <noreply@anthropic.com>',
      'Co-authored-by: Copilot <copilot@github.com>',
    ];
    assert.deepEqual(hinted(trailers.join('\n')), ['GitHub Copilot', 'Claude Code']);
  });

  it('A line of blanks alone takes no time', () => {
    assert.deepEqual(hinted(`Co-authored-by:${' '.repeat(200_000)}x`), []);
  });

  it('Law: any message has an answer, and only known assistants are in it', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', 'Co-authored-by: ', '<noreply@anthropic.com>', '<<>>', '\r', '\n'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const { assistant } of commitHints(lines.join('\n'), assistants)) {
          assert.ok(assistants.some(({ name }) => name === assistant));
        }
      }),
    );
  });
});
