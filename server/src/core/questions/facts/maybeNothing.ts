import type { Code } from '../../code/code.ts';
import { bare } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';
import { inCpp } from './maybe/cpp.ts';
import { inCsharp } from './maybe/csharp.ts';
import { inJava } from './maybe/java.ts';
import { type Knowledge, type MaybeNothing, NIL } from './maybe/nothing.ts';
import { inPhp } from './maybe/php.ts';
import { inPython } from './maybe/python.ts';
import { inRuby } from './maybe/ruby.ts';
import { headerOrEnvironment, inScript } from './maybe/script.ts';

/** What a piece of code gives where it finds nothing; undefined where it always gives something. */
export function maybeNothing(
  language: LanguageId,
  code: Code,
  known: Knowledge,
): MaybeNothing | undefined {
  const isAwaited = code.kind === 'await';
  const one = bare(code);
  if (code.kind === 'cast' && code.form === 'nonNull') return undefined;
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return one.kind === 'call'
        ? inScript(one, isAwaited, known)
        : headerOrEnvironment(one, known);
    case 'python':
      return one.kind === 'call' ? inPython(one, known) : undefined;
    case 'java':
      return one.kind === 'call' ? inJava(one, known) : undefined;
    case 'csharp':
      return inCsharp(code, known);
    case 'cpp':
      return inCpp(code, known);
    case 'ruby':
      return inRuby(one, known);
    case 'php':
      return one.kind === 'call' ? inPhp(one) : undefined;
    case 'go':
      return inGo(one, known);
    case 'rust':
      return undefined;
  }
}

/** `m[k]` of a map of pointers. */
function inGo(code: Code, known: Knowledge): MaybeNothing | undefined {
  if (code.kind !== 'index' || code.index?.kind === 'interval') return undefined;
  const type = known.types.typeOf(code.object) ?? '';
  return /^map\[[^\]]+\]\*/.test(type) ? NIL : undefined;
}
