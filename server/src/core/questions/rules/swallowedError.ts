import type { Catch, Code } from '../../code/code.ts';
import { bare, methodOf } from '../../code/say.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, firstCall } from '../words.ts';

/** An error is caught, and nobody learns of it. */
export const swallowedError: Rule = {
  id: 'swallowed-error',
  row: 10,
  title: 'An error that nobody learns of',
  severity: 'normal',
  concern: 'errors',
  weight: 4,
  cwe: [390, 391, 755],
  kind: 'question',
  isOn: true,
  absent: {
    python: 'its code is not read yet',
    go: 'its code is not read yet',
    rust: 'its code is not read yet',
    java: 'its code is not read yet',
    csharp: 'its code is not read yet',
    cpp: 'its code is not read yet',
    ruby: 'its code is not read yet',
    php: 'its code is not read yet',
  },
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language } = context;
    for (const one of view.all('catch')) {
      if (isSilent(context, one)) yield { at: one, about: { what: whatFails(context, one) } };
    }
    if (language === 'go') yield* droppedErrors(context);
    if (language === 'rust') yield* droppedResults(context);
    for (const call of view.all('call')) {
      // `.catch(() => {})`
      const [handler] = call.args;
      if (methodOf(call) !== 'catch' || handler?.kind !== 'function') continue;
      const { body } = handler;
      const isEmpty = body !== undefined && body.statements.length === 0;
      if (isEmpty && !isExplained(context, handler)) {
        const what = call.callee.kind === 'member' ? callWords(view, call.callee.object) : 'it';
        yield { at: { start: handler.start, end: call.end }, about: { what } };
      }
    }
  },
  ask: ({ what, line }) =>
    `Line ${line}: if ${what} fails, nobody learns of it. Is that what callers expect?`,
  obligations: ['error'],
  page: {
    why: 'The error is caught, and then the program goes on as if all were well. Callers see success, and what they build on it fails later, far from the cause.',
    instead:
      'Let the error pass, or turn it into an answer that callers must look at. Where it may be dropped, say why in a comment.',
    sources: ['CWE-390, CWE-391, CWE-755', 'CodeRabbit 2025: exception handling 1.97 x in AI code'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function save() {\n  try {\n    store.write(data);\n  } catch (error) {} ⟵\n  flush().catch(() => {}); ⟵\n}',
      quiet:
        'function save() {\n  try {\n    store.write(data);\n  } catch (error) {\n    throw new SaveError(error);\n  }\n  try { fs.unlinkSync(old); } catch { /* it was never there */ }\n}',
    },
  ],
};

/** Nothing is done with the error: an empty body, or only words that nobody reads. */
function isSilent(context: RuleContext, { body, start, end }: Catch): boolean {
  if (isExplained(context, { start, end })) return false;
  return body.statements.every((statement) => isIdle(statement));
}

function isIdle(statement: Code): boolean {
  return statement.kind === 'other' && statement.type === 'pass_statement';
}

/** A comment in it says why. */
function isExplained({ view }: RuleContext, range: { start: number; end: number }): boolean {
  return view.comments.some(({ start, end, text }) => {
    const isInside = range.start <= start && end <= range.end;
    return isInside && 8 < text.replace(/^[^\p{L}]+/u, '').length && !/TODO|FIXME/i.test(text);
  });
}

function whatFails({ view }: RuleContext, one: Catch): string {
  const tried = view.parentOf(one);
  const call = tried?.kind === 'try' ? firstCall(tried.body) : undefined;
  return call ? callWords(view, call) : 'the code before';
}

/** `_ = f()`, `x, _ := f()`. */
function* droppedErrors({ view }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('declare', 'assign')) {
    const value = one.value && bare(one.value);
    if (value?.kind !== 'call') continue;
    const targets = one.target.kind === 'pattern' ? one.target.parts : [one.target];
    const last = targets.at(-1);
    if (last?.kind === 'name' && last.name === '_') {
      yield { at: one, about: { what: callWords(view, value) } };
    }
  }
}

/** `let _ = f();`, `f().ok();` */
function* droppedResults({ view }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('declare')) {
    const isDropped = one.target.kind === 'name' && one.target.name === '_';
    if (isDropped && one.value?.kind === 'call') {
      yield { at: one, about: { what: callWords(view, one.value) } };
    }
  }
  for (const { value } of view.all('expression')) {
    if (value.kind !== 'call' || methodOf(value) !== 'ok' || value.callee.kind !== 'member') {
      continue;
    }
    yield { at: value, about: { what: callWords(view, value.callee.object) } };
  }
}
