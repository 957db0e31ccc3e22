import type { Code } from '../../code/code.ts';
import { methodOf, plainText } from '../../code/say.ts';
import { isLiteral } from './repeatable.ts';

/**
 * How surely a value is one of many, and no choice that a program offers. `sure`: a sentence, an
 * address, a code, a list. `word`: a word or number like any other, so what is asked must be data.
 */
export type Specimen = 'sure' | 'word';

const ADDRESS = /^[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}$/;
/** Words that mean a choice whatever they are given to. */
const CHOICE_TEXT =
  /^(?:true|True|false|False|yes|no|on|off|auto|none|None|null|nil|undefined|nan|NaN|Infinity|all|any|default|inherit|self|this|root|main|master|other|unknown|object|array|string|number|boolean|function|length|constructor|prototype|name|class|style|type|value|key|stdin|stdout|localhost|[^A-Za-z\d]*|[A-Za-z]|__\w+__|[A-Z_]+|\w{0,20}[:/.$%&@#-]|[:/.$%&#-]\w{0,20})$/;
/** Codes with digits in them that name a standard, a version, a size or a place on the screen. */
const STANDARD =
  /^(?:utf|iso|sha|md|aes|rsa|des|http|ipv|x|win|linux|amd|arm|i|v|h|p|base|cp|ascii|latin|mp|ec|es|hs|rs|ps|ed|crc|b|u?int|float|big5|gb|euc|koi|ucs|utc|gmt|oauth|tls|ssl|mpeg|jpeg|c|k|f|s3|ec2|us|eu|ap|web|css|html|vt|tag|type|level|line|col|row|div|foo|test|arg|param|group|node|key|item|user|field)[-_]?\d/i;
/** Round numbers and those of computers, time and protocols. */
const COMMON = new Set([
  16, 24, 32, 60, 64, 100, 127, 128, 255, 256, 365, 366, 400, 500, 512, 1000, 1024, 2048, 3600,
  4096, 8080, 8192, 10000, 65535, 65536, 86400, 100000, 1000000,
]);

/** What a value that something is compared with looks like; undefined where it may be a choice. */
export function specimenOf(value: Code): Specimen | undefined {
  if (value.kind === 'number')
    return 2 < value.value && !value.isFloat && !COMMON.has(value.value) ? 'word' : undefined;
  if (value.kind === 'unary' && value.operator === '&') return specimenOf(value.operand);
  const items = itemsOf(value);
  if (items)
    return 2 <= items.length && items.every((item) => isWritten(item)) ? 'sure' : undefined;
  const text = plainText(value);
  if (text === undefined || text.length < 3 || 80 <= text.length) return undefined;
  if (isSure(text)) return 'sure';
  return CHOICE_TEXT.test(text) || text.startsWith('-') ? undefined : 'word';
}

function isSure(text: string): boolean {
  if (ADDRESS.test(text)) return true;
  // Several words, or a sum: nobody offers those to choose from.
  if (/^[\p{L}\d][^<>{}=;\\/]{3,}$/u.test(text) && /[\p{L}\d,:!?.+*-] [\p{L}\d+*(-]/u.test(text))
    return (
      !/^(?:select|insert|update|delete|create|drop|alter|begin|set|get|post|put|not|no|is|in)\b/i.test(
        text,
      ) && !/^[A-Z]+ [A-Z]+$/.test(text)
    );
  const nDigits = text.replace(/\D/g, '').length;
  if (/^\d{5,}$/.test(text) || /^\d{4}-\d\d-\d\d$/.test(text) || /^\+?\d[\d ()-]{7,}$/.test(text))
    return true;
  const isCode = /^[A-Z][A-Z\d]*(?:[-_][A-Z\d]+)*$/.test(text) && 2 <= nDigits && 6 <= text.length;
  return isCode && !STANDARD.test(text);
}

/** The items of a list that is written down: `[1, 2]`, `new int[] {1, 2}`, `vec![1, 2]`, `List.of(1, 2)`. */
export function itemsOf(value: Code): readonly Code[] | undefined {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'dict') return value.type === undefined ? undefined : value.entries;
  if (value.kind !== 'call') return undefined;
  const isList =
    value.isNew ||
    /^(?:vec!|of|asList|listOf|vector|Set|set|frozenset|tuple|Array|array|array!)$/.test(
      methodOf(value),
    );
  if (!isList) return undefined;
  const [first] = value.args;
  return value.args.length === 1 && first?.kind === 'list' ? first.items : value.args;
}

/** Written in the code from end to end. */
function isWritten(code: Code): boolean {
  if (isLiteral(code)) return true;
  const items = itemsOf(code);
  return items !== undefined && items.every((item) => isWritten(item));
}

const WRAPPER =
  /^(?:Ok|Some|Err|Just|resolve|of|valueOf|Decimal|BigDecimal|String|from|from_str|FromResult|success|Success|to_string|to_owned|into|Money|new|make_pair|make_tuple|Rc|Box|jsonify|dec!|vec!|D|Right|just|completedFuture|Optional)$/;

/** An answer that is written in the code, and not worked out. */
export function isWrittenAnswer(value: Code): boolean {
  switch (value.kind) {
    case 'constant':
      return value.value !== null;
    case 'list':
      // Go's `return total, nil`.
      return (
        value.items.some((item) => isWrittenAnswer(item)) &&
        value.items.every((item) => isWrittenAnswer(item) || isNothing(item))
      );
    case 'dict':
      // `{ id, total: 100 }` has in it what was asked for.
      return (
        value.entries.some((entry) => isWrittenAnswer(entry)) &&
        value.entries.every((entry) => isWrittenAnswer(entry) || isNamed(entry))
      );
    case 'entry':
    case 'named':
    case 'cast':
    case 'await':
      return isWrittenAnswer(value.value);
    case 'unary':
      return value.operator === '&' ? isWrittenAnswer(value.operand) : isLiteral(value);
    case 'group':
      return (
        value.items.some((item) => isWrittenAnswer(item)) &&
        value.items.every((item) => isWrittenAnswer(item) || isNothing(item))
      );
    case 'call': {
      const isMade = value.isNew || WRAPPER.test(methodOf(value));
      const held = value.callee.kind === 'member' ? [value.callee.object] : [];
      const given = value.args.length === 0 ? held.filter((one) => isLiteral(one)) : value.args;
      return isMade && 0 < given.length && given.every((arg) => isWrittenAnswer(arg));
    }
    default:
      return isLiteral(value);
  }
}

function isNamed(entry: Code): boolean {
  return entry.kind === 'entry' && entry.value.kind === 'name';
}

function isNothing(code: Code): boolean {
  return code.kind === 'constant' || (code.kind === 'name' && /^(?:nil|None)$/.test(code.name));
}
