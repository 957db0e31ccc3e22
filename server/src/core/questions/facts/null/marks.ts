import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { maybeNothing } from '../maybeNothing.ts';
import { firstUnchecked, isCheckedBefore, type Place } from '../uncheckedUse.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { callWords, inBackticks, quoted, shortened } from '../../words.ts';
import { type Known, atUse, isHandled, isTried, nothingWord, trigger } from './known.ts';
import { isHarmless, valueNeeded } from './needs.ts';

/** TypeScript's and C#'s `a!`, and `(a as any).b`. */
export function* asserted(context: RuleContext, known: Known): Iterable<Trigger> {
  const { view, language } = context;
  const checked = new Set<string>();
  for (const cast of view.all('cast')) {
    const parent = view.parentOf(cast);
    const isUsed =
      (parent?.kind === 'member' || parent?.kind === 'index') && parent.object === cast;
    if (cast.form === 'nonNull') {
      const found = maybeNothing(language, cast.value, known);
      if (found && !isHandled(context, known, cast.value, cast))
        yield trigger(view, cast, cast.value, found.word);
      else if (isUsed && cast.value.kind === 'name' && !checked.has(cast.value.name)) {
        if (isEverChecked(view, cast.value.name, cast, known) || isFlagged(view, cast)) {
          checked.add(cast.value.name);
          continue;
        }
        yield {
          at: cast,
          about: { what: inBackticks(shortened(`${cast.value.name}`)), word: 'nothing' },
          severity: 'low',
        };
      }
    }
    if (cast.form === 'nonNull' && isUsed && cast.value.kind === 'index') {
      const isAsked = known.asked().conditions.includes(view.flat(cast.value.object));
      if (!isAsked) {
        yield {
          at: cast,
          about: { what: quoted(view, cast.value), word: 'nothing' },
          severity: 'low',
        };
      }
    }
    if (
      cast.form === 'claim' &&
      cast.type === 'any' &&
      isUsed &&
      parent.kind === 'member' &&
      !parent.name.startsWith('_') &&
      !parent.isOptional &&
      cast.value.kind === 'call'
    ) {
      yield {
        at: cast,
        about: { what: callWords(view, cast.value), word: 'anything' },
        severity: 'low',
      };
    }
  }
}

/** `a?.b`, and then `a.c`. */
export function* askedOnce(context: RuleContext, known: Known): Iterable<Trigger> {
  const { view, language } = context;
  const seen = new Set<string>();
  for (const link of view.all('member', 'index')) {
    if (!link.isOptional) continue;
    if (link.object.kind === 'name') {
      const { name } = link.object;
      if (seen.has(name)) continue;
      seen.add(name);
      const names = known.places.get(name) ?? [];
      const watched = {
        names,
        origin: link,
        isUse: (one: Place, parent: Code) => valueNeeded(context, parent) === one,
      };
      if (isConditional(view, link) || isCheckedBefore(view, watched, link)) continue;
      const use = firstUnchecked(view, watched);
      if (use && !isInCallOf(view, link, use))
        yield {
          at: atUse(use, name),
          about: { what: inBackticks(shortened(name)), word: nothingWord(language) },
        };
    }
    const next = afterLink(view, link, language);
    if (next) yield { at: next, about: { what: quoted(view, link), word: nothingWord(language) } };
  }
}

/** `def f(user=None): user.name`, PHP's `?User $user`, C#'s `User? user`. */
export function* optionalParams(context: RuleContext, known: Known): Iterable<Trigger> {
  const { view, language } = context;
  for (const param of view.all('param')) {
    const { name, type = '', value } = param;
    if (name === undefined || param.isRest) continue;
    const isNull = value?.kind === 'constant' && value.value === null;
    const isNullable = MAY_BE_NULL[language]?.test(type) ?? false;
    if (!isNullable && !(isNull && language === 'python')) continue;
    const use = firstUnchecked(view, {
      names: known.places.get(name) ?? [],
      origin: param,
      isUse: (one, parent) => valueNeeded(context, parent) === one && !isSafeMember(parent),
    });
    if (!use || (language === 'python' && isTried(view, use))) continue;
    const word = nothingWord(language);
    yield { at: atUse(use, name), about: { what: inBackticks(shortened(name)), word } };
  }
}

/** `if (hasIterator) iterator!.from(…)`: a flag stands for it. */
function isFlagged(view: CodeView, place: Code): boolean {
  const around = view.enclosing(place, 'if');
  return around?.condition.kind === 'name' && place.end <= around.whenTrue.end;
}

function isEverChecked(view: CodeView, name: string, place: Code, known: Known): boolean {
  const names = known.places.get(name) ?? [];
  return isCheckedBefore(view, { names, origin: place, isUse: () => false }, place);
}

/** `menu?.items.map(() => menu.id)`: it is not done where there is none. */
function isInCallOf(view: CodeView, link: Code, use: Code): boolean {
  return view
    .around(link)
    .some(
      (one) =>
        one.kind === 'call' &&
        link.end <= one.callee.end &&
        one.callee.end <= use.start &&
        use.end <= one.end,
    );
}

/** The optional link is itself what a condition asks, or stands to the left of `&&`. */
function isConditional(view: CodeView, link: Code): boolean {
  let inner: Code = link;
  for (const node of view.around(link)) {
    if (node.kind === 'body' || node.kind === 'function') return false;
    const isAsked =
      ((node.kind === 'if' || node.kind === 'conditional' || node.kind === 'loop') &&
        node.condition === inner) ||
      (node.kind === 'switch' && node.subject === inner) ||
      (node.kind === 'binary' && /^(?:&&|\|\||\?\?|[=!]==?|[<>]=?)$/.test(node.operator));
    if (isAsked || (node.kind === 'unary' && node.operator === '!')) return true;
    inner = node;
  }
  return false;
}

/** `(a?.b).c`; Ruby's `a&.b.c` does not stop at nil. */
function afterLink(view: CodeView, link: Code, language: string): Code | undefined {
  let whole = link;
  let parent = view.parentOf(whole);
  if (parent?.kind === 'call' && parent.callee === whole) {
    whole = parent;
    parent = view.parentOf(whole);
  }
  if (parent?.kind !== 'member' || parent.object !== whole || parent.isOptional) return undefined;
  if (language === 'ruby') return isHarmless('ruby', parent.name) ? undefined : parent;
  return view.text.slice(whole.end, whole.end + 1) === ')' ? parent : undefined;
}

/** What an empty `std::optional` answers too. */
function isSafeMember(code: Code): boolean {
  return code.kind === 'member' && /^(?:value_or|reset|emplace|and_then|or_else)$/.test(code.name);
}

/** Types, as written, that say that there may be nothing. */
const MAY_BE_NULL: { readonly [L in LanguageId]?: RegExp } = {
  typescript: /\|\s*(?:null|undefined)$|^(?:null|undefined)\s*\|/,
  tsx: /\|\s*(?:null|undefined)$|^(?:null|undefined)\s*\|/,
  python: /^(?:typing\.)?Optional\[|\|\s*None$|^None\s*\|/,
  php: /^\?|\|null\b/,
  cpp: /^(?:const )?std::optional</,
  csharp: /^[A-Za-z]\w*(?:<.*>)?\?$/,
};
