import assert from 'node:assert/strict';
import { findHitsInFile } from '../../../server/src/core/questions/findHits.ts';
import { LANGUAGES } from '../../../server/src/core/questions/languageId.ts';
import type { Example, RemovedLine, Rule } from '../../../server/src/core/questions/rule.ts';
import type { LanguageId } from '../../../server/src/core/questions/languageId.ts';
import { rules } from '../../../server/src/core/questions/rules/table.ts';
import { askText, EXTENSION } from '../../support/ruleExample.ts';
import { exampleProject } from '../../support/exampleProject.ts';
import { createTestReader } from '../blocks/testReader.ts';

const MARK = /[ \t]*⟵[ \t]*$/gm;

describe('Rules: examples', () => {
  const reader = createTestReader();

  for (const rule of rules) {
    describe(rule.id, () => {
      it('Has an example in each of its languages', () => {
        const shown = new Set(rule.examples.flatMap(({ languages }) => languages));
        const missing = LANGUAGES.filter(
          (language) => rule.absent[language] === undefined && !shown.has(language),
        );
        const strange = [...shown].filter((language) => rule.absent[language] !== undefined);
        assert.deepEqual({ missing, strange }, { missing: [], strange: [] });
      });

      for (const [i, example] of rule.examples.entries()) {
        for (const language of example.languages) {
          it(`Finds what is marked in example ${i + 1}, and nothing in its repair: ${language}`, async () => {
            assert.notEqual(markedLines(example.asks).length, 0, 'nothing is marked with ⟵');
            assert.deepEqual(
              await linesFound(rule, example, language, example.asks, example.removals),
              markedLines(example.asks),
              'what asks',
            );
            assert.deepEqual(
              await linesFound(rule, example, language, example.quiet),
              [],
              'the repair',
            );
          });
        }
      }
    });
  }

  function markedLines(code: string): number[] {
    return code.split('\n').flatMap((line, i) => (line.includes('⟵') ? [i + 1] : []));
  }

  async function linesFound(
    rule: Rule,
    { path, before, files, isPlain = false }: Example,
    language: LanguageId,
    code: string,
    removals?: readonly RemovedLine[],
  ): Promise<number[]> {
    const name = path ?? `src/example.${EXTENSION[language]}`;
    const text = code.replace(MARK, '');
    const project = exampleProject(name, language, files);
    const own = [{ start: 0, end: text.length }];
    const hits = isPlain
      ? findHitsInFile([rule], { path: name, text, own, before })
      : await askText({
          reader,
          rules: [rule],
          language,
          path: name,
          text,
          before,
          removals,
          project,
        });
    for (const hit of hits) assertWords(rule, hit.text);
    return [...new Set(hits.map(({ line }) => line))];
  }

  /** A question asks, a check says; neither is longer than a person reads at once. */
  function assertWords({ kind }: Rule, text: string): void {
    assert.ok(text.endsWith(kind === 'question' ? '?' : '.'), text);
    assert.ok(text.length <= 240, `${text.length} characters: ${text}`);
    assert.doesNotMatch(text, /undefined|\[object|\n/, text);
    assert.match(text, /\bLine \d+\b/i, text);
  }
});
