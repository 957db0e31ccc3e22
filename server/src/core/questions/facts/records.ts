import type { Code } from '../../code/code.ts';
import { lastWord, plainText } from '../../code/say.ts';
import { isLiteral } from './repeatable.ts';

/** Fields that data of people and things has; what settings and menus have (`label`, `value`) is not among them. */
const FIELD =
  /^(?:id|uuid|name|(?:first|last|full|user|display)_?name|email|e_?mail|phone|age|price|amount|total|balance|salary|city|address|street|country|title|author|description|date|created(?:_?at)?|status|rating|quantity|stock|sku|score|role|department|company|customer|product)$/i;
const NOT_RECORD =
  /^(?:Error|Exception|Regex|RegExp|Date|Color|Point|Vector|Size|Rect|Font|Column|Option|Param|Argument|Field|Flag|Token|Keyword|Rule|Route|Range|Pair|Entry|Tuple)/;

/** Whether a piece of code is one made-up record: an object with two or more of its fields written in it. */
export function isRecord(code: Code): boolean {
  const value = code.kind === 'unary' ? code.operand : code;
  if (value.kind === 'dict') {
    const given = value.entries.filter((one) => one.kind === 'entry' && isGiven(one.value));
    const named = given.filter(
      (one) =>
        one.kind === 'entry' &&
        FIELD.test(plainText(one.key)?.replace(/^:/, '') ?? lastWord(one.key)),
    );
    return 2 <= given.length && 2 <= named.length && given.length * 2 > value.entries.length;
  }
  if (value.kind === 'list') return isRow(value.items) && value.start !== value.end;
  if (value.kind !== 'call') return false;
  const [only] = value.args;
  if (value.args.length === 1 && only?.kind === 'dict') return isRecord(only);
  const named = value.args.filter(
    (arg) => arg.kind === 'named' && FIELD.test(arg.name) && isGiven(arg.value),
  );
  if (2 <= named.length) return true;
  const name = lastWord(value.callee);
  const isMade = value.isNew || /^[A-Z]/.test(name) || name === 'new';
  return isMade && !NOT_RECORD.test(name) && isRow(value.args);
}

/** `1, "Ada", 36`: a number that counts up, and words. */
function isRow(values: readonly Code[]): boolean {
  const [first] = values;
  const isCounted =
    first?.kind === 'number' ||
    (first?.kind === 'text' && /^[a-z]*-?\d+$/i.test(plainText(first) ?? ''));
  return (
    2 <= values.length &&
    isCounted &&
    values.every((value) => isGiven(value)) &&
    values.some((value) => isWords(value))
  );
}

function isWords(code: Code): boolean {
  const text = textIn(code);
  return text !== undefined && /^[A-Z][a-z]/.test(text);
}

function isGiven(code: Code): boolean {
  return isLiteral(code) || textIn(code) !== undefined;
}

/** `"a"`, `"a".to_string()`, `String::from("a")`. */
function textIn(code: Code): string | undefined {
  if (code.kind !== 'call') return plainText(code);
  if (code.callee.kind === 'member' && code.callee.object.kind === 'text')
    return plainText(code.callee.object);
  return code.args.length === 1 ? plainText(code.args[0]) : undefined;
}

/** The records that stand side by side in a list, whatever makes the list; none where it is no list of such. */
export function recordsIn(code: Code): number {
  const items = code.kind === 'list' ? code.items : code.kind === 'call' ? code.args : [];
  const records = items.filter((item) => isRecord(item));
  return records.length === items.length ? records.length : 0;
}
