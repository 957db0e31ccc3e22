import type { Code, Declare } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, calleeOf, methodOf } from '../../code/say.ts';
import type { MaybeNothing } from '../facts/maybe/nothing.ts';
import { maybeNothing } from '../facts/maybeNothing.ts';
import { firstUnchecked, type Place, placeName } from '../facts/uncheckedUse.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { nullPathExamples } from './examples/nullPath.ts';
import { beforeError, claimedTypes, nilMaps } from '../facts/null/go.ts';
import {
  type Known,
  atUse,
  createKnowledge,
  isCoalesced,
  isHandled,
  isStatement,
  isTried,
  trigger,
} from '../facts/null/known.ts';
import { askedOnce, asserted, optionalParams } from '../facts/null/marks.ts';
import { opens, valueNeeded } from '../facts/null/needs.ts';
import { droppedAnswers, firstOfNone, openedOptionals } from '../facts/null/others.ts';
import { unwrapped } from '../facts/null/rust.ts';

/** What may be nothing is used as if it were there. */
export const nullPath: Rule = {
  id: 'null-path',
  row: 15,
  title: 'A value that may not be there',
  severity: 'normal',
  concern: 'null',
  weight: 4,
  cwe: [476, 252],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest) return;
    const known = createKnowledge(context);
    yield* usedAtOnce(context, known);
    yield* usedLater(context, known);
    yield* asserted(context, known);
    yield* askedOnce(context, known);
    yield* optionalParams(context, known);
    switch (context.language) {
      case 'go':
        yield* beforeError(context, known);
        yield* claimedTypes(context);
        yield* nilMaps(context, known);
        break;
      case 'rust':
        yield* unwrapped(context);
        break;
      case 'python':
        yield* firstOfNone(context);
        break;
      case 'java':
        yield* openedOptionals(context, known);
        break;
      case 'csharp':
        yield* droppedAnswers(context, known);
        break;
      default:
        break;
    }
  },
  ask: ({ what, word, line }) =>
    `Line ${line}: ${what ?? ''} may give ${word ?? ''}, and what is done with it needs a value. Is it always there?`,
  obligations: ['nullish', 'empty'],
  page: {
    why: 'A search that finds nothing gives nothing. The next step on it throws, crashes, or fails far away, and only for the inputs that nobody tried.',
    instead:
      'Decide what happens when nothing is found: return early, throw an error that says what was looked for, or give a default.',
    sources: ['CWE-476, CWE-252', 'CodeRabbit 2025: null pointer issues 2.27 x in AI code'],
  },
  examples: nullPathExamples,
};

function isUse(context: RuleContext, name: Place, parent: Code, found: MaybeNothing): boolean {
  const value = valueNeeded(context, parent);
  if (value === name)
    return opens(found, parent) || (found.isIterator === true && parent.kind === 'member');
  if (context.language === 'go') return parent.kind === 'unary' && parent.operator === '*';
  const isMemory = context.language === 'cpp' && parent.kind === 'call' && !found.isIterator;
  return (
    isMemory &&
    /^(?:std\.)?(?:memcpy|memset|memmove|strn?cpy|strcat|s?n?printf|fread|fgets|fwrite|fprintf|fclose|strlen)$/.test(
      calleeOf(parent),
    )
  );
}

/** Kinds of code that may need a value. */
const NEEDING = ['member', 'index', 'unary', 'declare', 'loop', 'call', 'binary'] as const;

/** `users.find(…).name`. */
function* usedAtOnce(context: RuleContext, known: Known): Iterable<Trigger> {
  const { view, language } = context;
  for (const use of view.all(...NEEDING)) {
    const value = valueNeeded(context, use);
    if (!value) continue;
    const found = dynamicCast(view, { value }) ?? maybeNothing(language, value, known);
    if (!found || !opens(found, use) || isHandled(context, known, value, use)) continue;
    yield trigger(view, found.opens ? openedAt(use) : endOf(value, use), value, found.word);
  }
}

/** On the line of what opens it: `.get()` behind a chain of calls. */
function openedAt(use: Code): Code {
  return use.kind === 'member' ? { ...use, start: use.end - use.name.length } : use;
}

/** On the line of what is used, where a chain of calls has a line for each. */
function endOf(value: Code, use: Code): Code {
  const call = bare(value);
  if (call.kind !== 'call' || call.callee.kind !== 'member') return use;
  const start = call.callee.end - call.callee.name.length;
  return { ...call, start, end: Math.max(use.end, start + 1) };
}

/** `const user = users.find(…); user.name`. */
function* usedLater(context: RuleContext, known: Known): Iterable<Trigger> {
  const { view, language } = context;
  for (const origin of view.all('declare', 'assign')) {
    const { value } = origin;
    if (!value || (origin.kind === 'assign' && !isPlain(origin.operator))) continue;
    const taken = firstTaken(view, origin);
    const name = placeName(taken?.target ?? origin.target);
    if (name === undefined) continue;
    const found = taken?.found ?? dynamicCast(view, origin) ?? maybeNothing(language, value, known);
    if (!found || !isStatement(view, origin) || isHandled(context, known, value, origin)) continue;
    const use = firstUnchecked(view, {
      names: known.places.get(name) ?? [],
      origin,
      isUse: (place, parent) => isUse(context, place, parent, found),
    });
    const isSafe =
      use &&
      ((language === 'python' && isTried(view, use)) ||
        (language === 'php' && isCoalesced(view, use)));
    if (use && isSafe === false) {
      yield trigger(view, atUse(use, name), value, found.word);
    }
  }
}

/** `const [user] = await db.select(…)`, `const [first] = users.filter(…)`: there may be none. */
function firstTaken(
  view: CodeView,
  { target, value }: Pick<Declare, 'target' | 'value'>,
): { readonly target: Code; readonly found: MaybeNothing } | undefined {
  const [first] = target.kind === 'pattern' ? target.parts : [];
  if (first?.kind !== 'name' || !value || !view.textOf(target).startsWith('[')) return undefined;
  const call = bare(value);
  if (call.kind !== 'call' || calleeOf(call).startsWith('Promise.')) return undefined;
  const isMany = value.kind === 'await' ? FETCHES : /^filter$/;
  return isMany.test(methodOf(call)) ? { target: first, found: { word: 'nothing' } } : undefined;
}

const FETCHES = /^(?:select|find|findMany|findAll|where|limit|returning|filter|execute|all)$/;

function isPlain(operator: string): boolean {
  return operator === '=' || operator === ':=';
}

/** C++'s cast that gives null; its variable has the type as well. */
function dynamicCast(
  view: CodeView,
  { value }: { readonly value: Code | undefined },
): MaybeNothing | undefined {
  const isPointer = value?.kind === 'cast' && value.type.endsWith('*');
  return isPointer && /^(?:std::)?dynamic_(?:pointer_)?cast/.test(view.textOf(value))
    ? { word: 'null' }
    : undefined;
}
