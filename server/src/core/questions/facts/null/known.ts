import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare, doneIn, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import { createDeclaredTypes } from '../declaredTypes.ts';
import type { Knowledge } from '../maybe/nothing.ts';
import { placeName, type Place, placesByName } from '../uncheckedUse.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { callWords, quoted } from '../../words.ts';

/** What is known of a block for `null-path`. */
export interface Known extends Knowledge {
  readonly places: ReadonlyMap<string, readonly Place[]>;
  asked(): AskedFor;
}

/** Reads that once a block. */
export function createKnowledge(context: RuleContext): Known {
  const { view } = context;
  const values = new Map<string, Code>();
  for (const one of view.all('declare', 'assign')) {
    if (one.target.kind === 'name' && one.value) values.set(one.target.name, one.value);
  }
  let asked: AskedFor | undefined;
  return {
    asked: () => (asked ??= readAsked(view)),
    types: createDeclaredTypes(context),
    places: placesByName(view),
    valueOf: (name) => values.get(name),
  };
}

/** A trigger about what a call may give. */
export function trigger(view: CodeView, at: Code, from: Code, word: string): Trigger {
  const plain = withoutCasts(from);
  const what =
    from.kind === 'cast' && plain.kind !== 'call' ? quoted(view, from) : callWords(view, plain);
  return { at, about: { what, word } };
}

/** Somebody looked before: `m.has(k)`, `k in m`, the same call in a condition, a `try` for that. */
export function isHandled(
  { view, language }: RuleContext,
  known: Known,
  value: Code,
  use: Code,
): boolean {
  const call = bare(value);
  const object =
    call.kind === 'call' ? receiverOf(call) : call.kind === 'index' ? call.object : undefined;
  const looked = object && known.asked().firsts.get(view.flat(object));
  if (looked !== undefined && looked < use.start) return true;
  // Whether there is any at all is asked of the list.
  const isOfList =
    call.kind === 'index' || (call.kind === 'call' && LIST_ENDS.test(methodOf(call)));
  if (call.kind === 'call' && isAlwaysSet(call)) return true;
  if (call.kind === 'index' && isOwnParams(view, call.object)) return true;
  const words = view.flat(isOfList && object ? object : call);
  if (known.asked().conditions.includes(words)) return true;
  if (language === 'php') {
    const isFetch = call.kind === 'call' && /^fetch/i.test(methodOf(call));
    if (isFetch && /numRows|num_rows|rowCount/.test(known.asked().conditions)) return true;
    const isDecoded = call.kind === 'call' && methodOf(call) === 'json_decode';
    if (
      isDecoded &&
      (3 < call.args.length || known.asked().conditions.includes('json_last_error'))
    ) {
      return true;
    }
    return isCoalesced(view, use);
  }
  return language === 'python' && (isTried(view, use) || isCounted(view, call, use));
}

/** `System.getProperty("line.separator")`, a delegate's `Invoke`, a getter of settings. */
function isAlwaysSet(call: Call): boolean {
  const key = plainText(call.args[0]) ?? '';
  const receiver = receiverOf(call);
  switch (methodOf(call)) {
    case 'getProperty':
      return /^(?:(?:file|path|line)\.separator|java\.(?:version|home|io\.tmpdir)|os\.(?:name|arch|version)|user\.(?:home|dir|name))$/.test(
        key,
      );
    case 'GetMethod':
      return key === 'Invoke';
    case 'get':
      return receiver?.kind === 'member' && /^settings$/.test(receiver.name);
    default:
      return false;
  }
}

/** `params[:pdf]` where they are what the method is called with, and no request's. */
function isOwnParams(view: CodeView, object: Code): boolean {
  return (
    object.kind === 'name' &&
    object.name === 'params' &&
    view
      .around(object)
      .some((one) => one.kind === 'function' && one.params.some(({ name }) => name === 'params'))
  );
}

/** In Python it is usual to try, and to catch what nothing gives. */
export function isTried(view: CodeView, use: Code): boolean {
  const tried = view.enclosing(use, 'try');
  return tried !== undefined && use.end <= tried.body.end && tried.catches.length !== 0;
}

/** A use, from the variable on. */
export function atUse(use: Code, name: string): Code {
  for (const node of doneIn(use))
    if (placeName(node) === name) return { ...use, start: node.start };
  return use;
}

/** Its value is not also a condition. */
export function isStatement(view: CodeView, origin: Code): boolean {
  const parent = view.parentOf(origin);
  if (parent?.kind === 'if')
    return parent.before === origin && origin.end <= parent.condition.start;
  return parent?.kind === 'expression' || parent?.kind === 'body' || parent?.kind === 'group';
}

/** The language's word for nothing. */
export function nothingWord(language: string): string {
  return language === 'ruby' ? 'nil' : language === 'python' ? 'None' : 'null';
}

function withoutCasts(code: Code): Code {
  return code.kind === 'cast' ? withoutCasts(code.value) : code;
}

const ASKS_FOR =
  /^(?:has|set|put|putIfAbsent|computeIfAbsent|insert|emplace|setdefault|keys|keySet|entrySet|entries|try_emplace|Add|containsKey|contains|ContainsKey|Contains|contains_key|count|key\?|include\?|isset|test|includes|exists|hasItem|has_key|Any|any\?|TryGetValue|member\?|array_key_exists|IsMatch)$/;

/** PHP's `$row['a'] ?? null` asks for all of it. */
export function isCoalesced(view: CodeView, use: Code): boolean {
  let node = use;
  for (let parent = view.parentOf(node); parent; parent = view.parentOf(node)) {
    if (parent.kind === 'binary') return parent.operator === '??' && parent.left === node;
    if (parent.kind !== 'index' && parent.kind !== 'member') return false;
    node = parent;
  }
  return false;
}

/** A query for a count always gives a row. */
function isCounted(view: CodeView, call: Code, use: Code): boolean {
  if (call.kind !== 'call' || methodOf(call) !== 'fetchone') return false;
  const home = view.enclosing(call, 'function');
  const start = home ? home.start : Math.max(0, use.start - 1000);
  return /\b(?:count|max|min|sum|avg|exists|last_insert_rowid)\s*\(/i.test(
    view.textOf({ start, end: use.end }),
  );
}

const LIST_ENDS = /^(?:at|pop|shift)$/;

/** What is asked for somewhere in the block. */
interface AskedFor {
  /** Where a thing is first asked whether it has something. */
  readonly firsts: ReadonlyMap<string, number>;
  /** The text of all conditions. */
  readonly conditions: string;
}

function readAsked(view: CodeView): AskedFor {
  const firsts = new Map<string, number>();
  const put = (code: Code, start: number): void => {
    const words = view.flat(code);
    firsts.set(words, Math.min(start, firsts.get(words) ?? start));
  };
  for (const one of view.all('call', 'binary', 'assign')) {
    // What is put in can be taken out.
    if (one.kind === 'assign' && one.target.kind === 'index') put(one.target.object, one.start);
    if (one.kind === 'call' && ASKS_FOR.test(methodOf(one))) {
      const receiver = receiverOf(one);
      if (receiver) put(receiver, one.start);
      for (const arg of one.args) put(arg, one.start);
    }
    if (one.kind === 'binary' && /^(?:not )?in$/.test(one.operator)) put(one.right, one.start);
  }
  const conditions = view
    .all('if', 'conditional', 'loop', 'binary')
    .flatMap((one) => {
      if (one.kind === 'binary') {
        const outer = view.parentOf(one);
        const isInner = outer?.kind === 'binary' && outer.operator === '&&';
        return one.operator === '&&' && !isInner ? [one.left] : [];
      }
      return one.condition ? [one.condition] : [];
    })
    .map((condition) => view.flat(condition))
    .join('\n');
  return { firsts, conditions };
}
