import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { calleeOf, lastWord, methodOf } from '../../../code/say.ts';
import { type Bound, boundOf } from '../lengths.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt, quoted } from '../../words.ts';
import { type ValueOf, isNumber } from './loops.ts';

/** `pages = Math.floor(total / size)`: the last page is seldom full. */
export function* pages({ view, language }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('declare', 'assign')) {
    const { target, value } = one;
    if (!value || !PAGES.test(lastWord(target)) || /^page$/i.test(lastWord(target))) continue;
    if (addsPage(value, language)) {
      yield effectAt(view, value, 'gives one page too many where the last one is full');
      continue;
    }
    const divided = value.kind === 'call' && value.args.length === 1 ? value.args[0] : value;
    if (divided?.kind !== 'binary' || divided.left.kind === 'binary') continue;
    const isCut =
      value.kind === 'call'
        ? /^(?:floor|trunc|int|intval|parseInt)$/.test(methodOf(value)) && divided.operator === '/'
        : divided.operator === '//' || (divided.operator === '/' && WHOLE_DIVISION.has(language));
    if (isCut && value.kind !== 'cast')
      yield effectAt(view, value, 'leaves out a last page that is not full');
  }
}

/** `total / size + 1`, `Math.floor(total / size) + 1`. */
function addsPage(value: Code, language: LanguageId): boolean {
  if (value.kind !== 'binary' || value.operator !== '+' || !isNumber(value.right, 1)) return false;
  const { left } = value;
  const isCall =
    left.kind === 'call' && /^(?:floor|trunc|int|intval|parseInt|intdiv)$/.test(methodOf(left));
  if (isCall && methodOf(left) === 'intdiv') return left.args[0]?.kind !== 'binary';
  const divided = isCall ? left.args[0] : left;
  if (divided?.kind !== 'binary' || divided.left.kind === 'binary') return false;
  const isWhole = divided.operator === '//' || WHOLE_DIVISION.has(language) || language === 'ruby';
  return (divided.operator === '/' || divided.operator === '//') && (isCall || isWhole);
}

/** `const page = query.page || 1; const offset = page * limit`: the first page is left out. */
export function* skippedPage({ view }: RuleContext): Iterable<Trigger> {
  for (const one of view.all('binary')) {
    if (one.operator !== '*') continue;
    const page = [one.left, one.right].find(
      (side) => side.kind === 'name' && /^(?:page|page_?n(?:o|um|umber))$/i.test(side.name),
    );
    if (page?.kind !== 'name' || !beginsAtOne(view, page.name)) continue;
    const parent = view.parentOf(one);
    const holder =
      parent?.kind === 'declare' || parent?.kind === 'assign'
        ? lastWord(parent.target)
        : parent?.kind === 'call'
          ? methodOf(parent)
          : parent?.kind === 'entry'
            ? lastWord(parent.key)
            : parent?.kind === 'named'
              ? parent.name
              : '';
    if (/^(?:offset|skip|start|from|begin|Skip|start_?index)$/i.test(holder))
      yield effectAt(view, one, 'leaves out the first page where pages begin at 1');
  }
}

/** `page = 1` as a default, `query.page || 1`. */
function beginsAtOne(view: CodeView, name: string): boolean {
  const isOne = (code: Code | undefined): boolean => code?.kind === 'number' && code.value === 1;
  const param = view.all('param').find((each) => each.name === name);
  if (param && isOne(param.value)) return true;
  return view.all('declare', 'assign').some(({ target, value }) => {
    if (target.kind !== 'name' || target.name !== name || !value) return false;
    if (value.kind === 'binary' && /^(?:\|\||\?\?)$/.test(value.operator))
      return isOne(value.right);
    const call =
      value.kind === 'call' && value.args.length === 1 && value.args[0] ? value.args[0] : value;
    if (call.kind === 'binary' && /^(?:\|\||\?\?)$/.test(call.operator)) return isOne(call.right);
    return call.kind === 'call' && 2 <= call.args.length && isOne(call.args[1]);
  });
}

/** `items.slice(0, limit - 1)`, `xs[:n-1]`; with an inclusive range `xs[0..n]`. */
export function* cutShort({ view }: RuleContext, valueOf: ValueOf): Iterable<Trigger> {
  for (const one of view.all('call', 'index')) {
    const part = pageTaken(one);
    if (part) yield effectAt(view, one, 'leaves out the last of the page, as its end is not taken');
    const to = endTaken(one);
    if (!to || isJoined(view, one)) continue;
    const isInclusive =
      one.kind === 'index' && one.index?.kind === 'interval' && one.index.isInclusive;
    const bound = boundOf(to, valueOf);
    if (!bound || bound.of || bound.name === undefined || !COUNT.test(lastPart(bound.name)))
      continue;
    if (isIndexName(bound, valueOf)) continue;
    const off = bound.offset + (isInclusive ? 1 : 0);
    if (off === -1) yield effectAt(view, one, `takes one less than ${quoted(view, nameIn(to))}`);
    if (off === 1 && isInclusive)
      yield effectAt(view, one, `takes one more than ${quoted(view, nameIn(to))}`);
  }
}

/** A random place in a row that is never the last, or one past it. */
export function* drawn({ view, language }: RuleContext): Iterable<Trigger> {
  for (const call of view.all('call')) {
    const method = methodOf(call);
    const name = calleeOf(call);
    const last = call.args.at(-1);
    if (name === 'Math.floor' || name === 'Math.round') {
      const [product] = call.args;
      if (product?.kind !== 'binary' || product.operator !== '*') continue;
      const sides = [product.left, product.right];
      if (!sides.some((side) => side.kind === 'call' && calleeOf(side) === 'Math.random')) continue;
      const bound = sides.map((side) => boundOf(side, () => undefined)).find((each) => each?.of);
      if (!bound?.of) continue;
      const shift = bound.offset;
      if (name === 'Math.floor' && shift === -1)
        yield effectAt(view, call, `never draws the last of ${quoted(view, bound.of)}`);
      if (name === 'Math.round' && shift === 0)
        yield effectAt(view, call, `may draw one past the end of ${quoted(view, bound.of)}`);
      continue;
    }
    if (!last) continue;
    const isInclusiveDraw =
      (language === 'python' && method === 'randint') ||
      (language === 'php' && /^(?:rand|mt_rand|random_int)$/.test(method));
    const range = last.kind === 'interval' ? last : undefined;
    const bound = boundOf(range?.to ?? last, () => undefined);
    if (!bound?.of) continue;
    const things = quoted(view, bound.of);
    const isDraw = EXCLUSIVE_DRAW.test(method) || (language === 'ruby' && method === 'rand');
    const isInclusive = isInclusiveDraw || (isDraw && range?.isInclusive === true);
    if (isInclusive && bound.offset === 0)
      yield effectAt(view, call, `may draw one past the end of ${things}`);
    else if (isDraw && !isInclusive && bound.offset === -1)
      yield effectAt(view, call, `never draws the last of ${things}`);
  }
  if (language !== 'cpp') return;
  for (const one of view.all('binary')) {
    if (one.operator !== '%' || one.left.kind !== 'call' || calleeOf(one.left) !== 'rand') continue;
    const bound = boundOf(one.right, () => undefined);
    if (bound?.of && bound.offset === -1)
      yield effectAt(view, one, `never draws the last of ${quoted(view, bound.of)}`);
  }
}

const PAGES = /^(?:total|num|max|page|last|n)?_?pages?(?:_?count|_?total)?$/i;

const WHOLE_DIVISION: ReadonlySet<LanguageId> = new Set<LanguageId>([
  'go',
  'rust',
  'java',
  'csharp',
  'cpp',
]);

const COUNT =
  /^(?:n|k|limit|max|count|size|num|top|total|amount|pageSize|page_size|perPage|per_page|maxItems|max_items|maxLength|max_length|batchSize|batch_size|topN|top_n|howMany|maxResults|max_results|take|length|len)$/i;

const TAKES =
  /^(?:slice|take|limit|first|Take|subList|head|substr|substring|Substring|GetRange|left|islice|array_slice|mb_substr|subarray|sublist)$/;

function lastPart(name: string): string {
  return name.split('.').at(-1) ?? name;
}

/** A name whose value is a place, not a number of things. */
function isIndexName({ name }: Bound, valueOf: ValueOf): boolean {
  const value = name === undefined ? undefined : valueOf(name);
  return (
    value !== undefined &&
    /index|find|search|pos|strlen|len/i.test(value.kind === 'call' ? calleeOf(value) : '')
  );
}

function nameIn(code: Code): Code {
  return code.kind === 'binary' ? nameIn(code.left) : code;
}

/** The end of `slice(start, start + size - 1)`, which is one too near. */
function pageTaken(one: Code): Code | undefined {
  const isCall = one.kind === 'call' && /^(?:slice|subList|array_slice)$/.test(methodOf(one));
  const interval = one.kind === 'index' && one.index?.kind === 'interval' ? one.index : undefined;
  if (interval?.isInclusive === true || (isCall && one.args.length !== 2)) return undefined;
  const from = isCall ? one.args[0] : interval?.from;
  const to = isCall ? one.args[1] : interval?.to;
  if (!from || isNumber(from, 0) || to?.kind !== 'binary') return undefined;
  const { operator, left, right } = to;
  if (operator !== '-' || !isNumber(right, 1) || left.kind !== 'binary') return undefined;
  const hasCount = [left.left, left.right].some((side) => COUNT.test(lastWord(side)));
  return /^[+*]$/.test(left.operator) && hasCount ? to : undefined;
}

/** Up to where something is taken from the beginning on. */
function endTaken(one: Code): Code | undefined {
  if (one.kind === 'index') {
    if (one.index?.kind !== 'interval') return undefined;
    const { from, to } = one.index;
    return from === undefined || isNumber(from, 0) ? to : undefined;
  }
  if (one.kind !== 'call' || !TAKES.test(methodOf(one))) return undefined;
  const last = one.args.at(-1);
  const before = one.args.at(-2);
  if (one.args.length === 1) {
    return /^(?:take|limit|first|Take|head|left)$/.test(methodOf(one)) ? last : undefined;
  }
  return before && isNumber(before, 0) ? last : undefined;
}

/** `name.slice(0, max - 1) + '…'`: room is left for what is added. */
function isJoined(view: CodeView, one: Code): boolean {
  const parent = view.parentOf(one);
  const outer = parent && view.parentOf(parent);
  return [parent, outer].some(
    (each) =>
      (each?.kind === 'binary' && /^[+.]$/.test(each.operator)) ||
      each?.kind === 'text' ||
      (each?.kind === 'call' &&
        /^(?:join|concat|push|format!?|sprintf|append|strings\.Join)$/.test(methodOf(each))),
  );
}

const EXCLUSIVE_DRAW =
  /^(?:nextInt|Intn|Int31n|Int63n|IntN|randrange|Next|gen_range|random_range|randomInt)$/;
