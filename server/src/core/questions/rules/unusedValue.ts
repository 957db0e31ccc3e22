import type { Assign, Code, Declare, FunctionCode, Name } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf } from '../../code/say.ts';
import { deadParams } from '../facts/deadParams.ts';
import { deadStores } from '../facts/deadStores.ts';
import { droppedResults } from '../facts/droppedResults.ts';
import { declares, readersOf, scopeOf, type Readers } from '../facts/readers.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, inBackticks } from '../words.ts';
import { unusedValueExamples } from './examples/unusedValueExamples.ts';

/** What works by being there: it is released where it ends. */
const HELD =
  /guard|lock|scope|handle|timer|permit|span|keep|tracer?|sub(?:scription)?$|tmp_?dir|temp_?dir/i;
const MEANT = /^_|dummy|unused|ignore/i;
const PLAIN_TYPE =
  /^(?:const )?(?:auto|bool|char|short|int|long|float|double|unsigned|size_t|(?:u?int\d+_t)|std::string|String|string)(?: int| long)?(?: const)?$/;

/** A variable gets a value that nothing reads. */
export const unusedValue: Rule = {
  id: 'unused-value',
  row: 40,
  title: 'A value that nothing reads',
  severity: 'low',
  concern: 'readability',
  weight: 2,
  cwe: [563],
  kind: 'check',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language } = context;
    if (context.isTest) return;
    // Go's compiler refuses a variable that nothing reads at all.
    if (language !== 'go') yield* neverRead(context);
    const isOwn = (one: Code, name: string): boolean => {
      if (one.kind !== 'declare' && one.kind !== 'assign') return false;
      const scope = scopeOf(view, one, language);
      if (!scope || isHeld(language, name)) return false;
      return isLocal(context, scope, readersOf(view, scope, language), one, name);
    };
    for (const { at, name, by } of deadStores(view, language, isOwn))
      yield {
        at,
        about: { what: 'over', name: inBackticks(name), by: String(view.lineOf(by)) },
      };
    for (const call of droppedResults(view, language))
      yield { at: call, about: { what: 'result', name: callWords(view, call) } };
    for (const fn of view.all('function')) {
      if (isNeverCalled(context, fn))
        yield { at: fn, about: { what: 'function', name: inBackticks(fn.name ?? '') } };
      for (const param of deadParams(context, fn))
        yield { at: param, about: { what: 'param', name: inBackticks(param.name ?? '') } };
    }
  },
  ask: ({ what, name, line, by }) => {
    switch (what) {
      case 'over':
        return `Line ${line} gives ${name} a value, and line ${by} writes over it before anything reads it.`;
      case 'result':
        return `Line ${line} drops what ${name} gives, and the call does nothing else.`;
      case 'function':
        return `Line ${line} makes the function ${name}, and nothing around it calls it.`;
      case 'param':
        return `Line ${line}: nothing in the function reads its parameter ${name}.`;
      default:
        return `Line ${line} gives ${name} a value, and nothing in the function reads it.`;
    }
  },
  obligations: [],
  page: {
    why: 'What is worked out, or handed over, and then not used was to go somewhere: into the answer, a condition, a call. Or it is left from a version before.',
    instead: 'Use it where it was meant to be used, or take it out.',
    sources: ['CWE-563', 'Tambon et al. 2024: incomplete generation'],
  },
  examples: unusedValueExamples,
};

/** A function in a function, of which nobody speaks. */
function isNeverCalled({ view, language }: RuleContext, fn: FunctionCode): boolean {
  if (!isEcmascript(language) && language !== 'python' && language !== 'csharp') return false;
  const outer = view.around(fn).find((one) => one.kind === 'function' || one.kind === 'class');
  if (fn.form !== 'function' || fn.name === undefined || outer?.kind !== 'function') return false;
  if (0 < fn.decorators.length || MEANT.test(fn.name) || view.parentOf(fn)?.kind !== 'body')
    return false;
  const readers = readersOf(view, outer, language);
  return !readers.isReadByName && !readers.isRead(fn.name);
}

function* neverRead(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  for (const one of view.all('declare', 'assign')) {
    const { target, value } = one;
    if (!value || value.kind === 'class' || isClosed(view, one)) continue;
    if (one.kind === 'assign' && one.operator !== '=') continue;
    const scope = scopeOf(view, one, language);
    if (!scope?.body) continue;
    const readers = readersOf(view, scope, language);
    if (readers.isReadByName) continue;
    for (const name of namesOfTarget(language, one)) {
      if (isHeld(language, name.name) || readers.isRead(name.name)) continue;
      if (!isLocal(context, scope, readers, one, name.name)) continue;
      yield {
        at: target.kind === 'name' ? one : name,
        about: { what: 'never', name: inBackticks(name.name) },
      };
    }
  }
}

/** What it writes to. Of several at once, those that could have been left out. */
function namesOfTarget(language: LanguageId, { kind, target }: Declare | Assign): readonly Name[] {
  if (target.kind === 'name') return [target];
  if (target.kind !== 'pattern' || kind !== 'declare' || !isEcmascript(language)) return [];
  // Taken out to leave it out of the rest.
  if (target.parts.some((part) => part.kind === 'spread')) return [];
  return target.parts.flatMap((part) => (part.kind === 'name' ? [part] : []));
}

function isHeld(language: LanguageId, name: string): boolean {
  return MEANT.test(name) || (/^(?:rust|cpp|python)$/.test(language) && HELD.test(name));
}

function isLocal(
  { view, language }: RuleContext,
  scope: FunctionCode,
  { declared }: Readers,
  one: Declare | Assign,
  name: string,
): boolean {
  // A field of a class in the function.
  if (view.enclosing(one, 'class')) return false;
  if (one.kind === 'assign' && declares(language) && !declared.has(name)) return false;
  switch (language) {
    case 'ruby':
      return isStatement(view, one);
    case 'php':
      // Somebody else's by reference.
      return !view.textOf(scope).includes(`&$${name}`);
    case 'cpp':
      return (
        one.kind === 'declare' &&
        !/^(?:struct|class|union|enum)\b/.test(scope.returns ?? '') &&
        (PLAIN_TYPE.test(one.type ?? '') || isCopied(view, one)) &&
        !isStatic(view, one)
      );
    default:
      return true;
  }
}

/** C++: `const QSize size = …` of what holds nothing open, as far as its words tell. */
function isCopied(view: CodeView, { target, type = '', value }: Declare): boolean {
  return (
    value !== undefined &&
    view.text.slice(target.end, value.start).trim() === '=' &&
    !/[&*]|unique|shared|ptr|weak|connection|blocker|cleanup|finally|defer|transaction|session|raii|final/i.test(
      type,
    ) &&
    !HELD.test(type) &&
    !HELD.test(value.kind === 'call' ? methodOf(value) : '')
  );
}

/** What is closed at the end is used by that. */
function isClosed(view: CodeView, one: Code): boolean {
  const parent = view.parentOf(one);
  return parent?.kind === 'try' || parent?.kind === 'defer' || parent?.kind === 'other';
}

/** Ruby: as a value, it is read. */
function isStatement(view: CodeView, one: Code): boolean {
  const parent = view.parentOf(one);
  return parent?.kind === 'expression' || parent?.kind === 'body';
}

function isStatic(view: CodeView, one: Code): boolean {
  return /\b(?:static|thread_local|volatile|extern)\b|maybe_unused/.test(
    view.textOf(view.statementOf(one)).slice(0, 200),
  );
}
