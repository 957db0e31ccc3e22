import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../server/src/core/questions/languageId.ts';
import { rules } from '../../../server/src/core/questions/rules/table.ts';
import { askText, EXTENSION } from '../../support/ruleExample.ts';
import { createTestReader } from '../blocks/testReader.ts';

const SEED = Number(process.env['COUNTERSIGN_FUZZ_SEED'] ?? 20_261_123);
const CUTS = Number(process.env['COUNTERSIGN_FUZZ_STEPS'] ?? 12);
/** Longer texts say nothing more, and every cut is looked into by every rule. */
const MAX_LENGTH = 6_000;
const MARK = /[ \t]*⟵[ \t]*$/gm;

/** A generator of numbers below 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('Rules: any text', function () {
  this.timeout(600_000);
  const reader = createTestReader();

  for (const language of LANGUAGES) {
    const texts = rules
      .flatMap(({ examples }) => examples)
      .filter(({ languages, isPlain }) => isPlain !== true && languages.includes(language))
      .map(({ asks }) => asks.replace(MARK, ''));

    it(`Cut anywhere, torn and odd, fails no rule: ${language} (seed ${SEED})`, async () => {
      const random = randomFrom(SEED);
      const pick = (): string => texts[Math.floor(random() * texts.length)] ?? '';
      const path = `src/example.${EXTENSION[language]}`;
      for (let i = 0; i < CUTS; i++) {
        const whole = [pick(), pick(), pick()].join('\n').slice(0, MAX_LENGTH);
        const at = Math.floor(random() * whole.length);
        const to = at + Math.floor(random() * 40);
        for (const text of [
          whole.slice(0, at),
          whole.slice(at),
          whole.slice(0, at) + whole.slice(to),
          `\uFEFF${whole.slice(0, at)}\0\ud800${whole.slice(at)}`.replaceAll('\n', '\r\n'),
        ]) {
          const before = random() < 0.5 ? whole : undefined;
          const hits = await askText({ reader, rules, language, path, text, before });
          for (const { at: range, line } of hits) {
            assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
            assert.ok(1 <= line);
          }
        }
      }
    });

    it(`Nested 5,000 deep, or one line of a megabyte, fails no rule: ${language}`, async () => {
      const path = `src/example.${EXTENSION[language]}`;
      const deep = `${'f(['.repeat(2_500)}1${'])'.repeat(2_500)}`;
      const wide = `${'a = b + c; '.repeat(1_500)}\n`;
      for (const text of [deep, wide, `x = "${'a'.repeat(15_000)}"\n`]) {
        const map = await reader.read(path, text);
        if (map.code()) await askText({ reader, rules, language, path, text });
      }
    });
  }
});
