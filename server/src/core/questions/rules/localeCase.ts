import type { Call } from '../../code/code.ts';
import { methodOf } from '../../code/say.ts';
import { createDeclaredTypes, type DeclaredTypes } from '../facts/declaredTypes.ts';
import { cutTexts, firstBytes, inCpp, inRust } from '../facts/locale/bytes.ts';
import { inCsharp, writtenTexts } from '../facts/locale/csharp.ts';
import { inJava } from '../facts/locale/java.ts';
import { nameOrders } from '../facts/locale/peopleText.ts';
import { inPython } from '../facts/locale/python.ts';
import { inScript } from '../facts/locale/script.ts';
import { inPhp, inRuby } from '../facts/locale/web.ts';
import type { LanguageId } from '../languageId.ts';
import type { Fix, Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';
import { localeCaseExamples } from './examples/localeCase.ts';

/** Text whose meaning depends on where the program runs: letters' case, characters' bytes, numbers' points. */
export const localeCase: Rule = {
  id: 'locale-case',
  row: 21,
  title: 'Text that depends on the machine',
  severity: 'low',
  concern: 'logic',
  weight: 2,
  cwe: [176, 838],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest) return;
    const { view, language } = context;
    const types = createDeclaredTypes(context);
    for (const call of view.all('call')) {
      const effect = effectOf(context, call, types);
      if (effect === undefined) continue;
      const fix = fixOf(call, language);
      yield { at: call, about: { code: quoted(view, call), effect }, ...(fix && { fix }) };
    }
    if (language === 'go' || language === 'rust') yield* cutTexts(context, types);
    if (language === 'php' || language === 'go' || language === 'rust')
      yield* firstBytes(context, types);
    if (language === 'csharp') yield* writtenTexts(context);
    yield* nameOrders(context);
  },
  ask: ({ code, effect, line }) => `Line ${line}: ${code ?? ''} ${effect ?? ''}`,
  obligations: ['text', 'boundary'],
  page: {
    why: "In Turkish the small letter of I is not i, in German a number has a comma, and the bytes of ä depend on the encoding. Code that follows the machine's settings works at home and fails elsewhere.",
    instead:
      "Say the locale and the encoding: the neutral one for keys and files, the reader's for what people see.",
    sources: ['CWE-176, CWE-838'],
  },
  examples: localeCaseExamples,
};

function effectOf(context: RuleContext, call: Call, types: DeclaredTypes): string | undefined {
  const { language, view } = context;
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return inScript(view, call);
    case 'python':
      return inPython(view, call);
    case 'java':
      return inJava(view, call, types);
    case 'csharp':
      return inCsharp(view, call, types);
    case 'cpp':
      return inCpp(view, call, types);
    case 'ruby':
      return inRuby(view, call);
    case 'php':
      return inPhp(view, call);
    case 'rust':
      return inRust(view, call);
    case 'go':
      return undefined;
  }
}

/** What says the neutral language, where that is one word more. */
function fixOf(call: Call, language: LanguageId): Fix | undefined {
  if (language !== 'csharp' || !/^To(?:Lower|Upper)$/.test(methodOf(call))) return undefined;
  const { end } = call.callee;
  return { title: 'Use the neutral language', edits: [{ start: end, end, text: 'Invariant' }] };
}
