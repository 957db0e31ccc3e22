import type { Call, Cast, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare, calleeOf, everythingIn, lastWord, methodOf, receiverOf } from '../../../code/say.ts';
import type { DeclaredTypes } from '../declaredTypes.ts';
import { lengthOf } from '../lengths.ts';
import { bitsOf, isFloatType, isWholeType } from '../numberTypes.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt, inBackticks, quoted, shortened } from '../../words.ts';

/** What is asked of every number that may not fit. */
export const FITS = 'Is it sure to fit?';

/** What is compared with something before: somebody looked at its size. */
export function comparedNames(view: CodeView): ReadonlySet<string> {
  const names = new Set<string>();
  for (const one of view.all('binary')) {
    if (!/^[<>]=?$/.test(one.operator)) continue;
    for (const side of [one.left, one.right]) names.add(view.flat(bare(side)));
  }
  for (const call of view.all('call')) {
    if (!/^(?:assert!?|check\w*|require\w*|clamp|min|max|Min|Max|Clamp)$/.test(methodOf(call)))
      continue;
    for (const arg of call.args) names.add(view.flat(bare(arg)));
  }
  return names;
}

/** `(int) total`, `uint8(n)`, `n as u16`, `static_cast<int>(v.size())` of what is wider. */
export function* casts(
  { view, language }: RuleContext,
  types: DeclaredTypes,
  compared: ReadonlySet<string>,
): Iterable<Trigger> {
  if (/^(?:typescript|tsx|javascript|python|ruby)$/.test(language)) return;
  for (const cast of view.all('cast')) {
    if (cast.form === 'nonNull' || !isWholeType(cast.type)) continue;
    const to = bitsOf(language, cast.type);
    const wide = widthOf(cast, language, types);
    if (to === undefined || wide === undefined || wide <= to) continue;
    if (
      compared.has(view.flat(cast.value)) ||
      (cast.value.kind === 'call' && compared.has(rootName(cast.value) ?? '')) ||
      isLetter(cast.value) ||
      isCode(cast, language) ||
      isMasked(view, cast) ||
      isChecked(view, cast) ||
      isGuarded(view, cast)
    )
      continue;
    const isFraction = isFloatType(types.typeOf(cast.value) ?? '');
    // What a size on the screen is, and the function that is there to cut.
    if (isFraction && (SHOWN.test(lastWord(cast.value)) || isConversion(view, cast))) continue;
    const lost = isFraction ? 'drops the fraction, and what is too large,' : `keeps ${to} bits`;
    yield effectAt(
      view,
      cast,
      `${lost} of ${quoted(view, cast.value)}. ${isFraction ? 'Is that meant?' : FITS}`,
    );
  }
}

const SHOWN = /width|height|^f?[xywh]$|offset|left|right|top|bottom|pixel|margin|padding|^abs$/i;

/** `intValue()`, `toByte()`, `truncate()`. */
function isConversion(view: CodeView, cast: Cast): boolean {
  const name = view.enclosing(cast, 'function')?.name ?? '';
  return /^(?:int|long|short|byte|char)Value$|^(?:to|as)_?(?:int|long|short|byte|u?int\d+)$|trunc|floor|decimals$/i.test(
    name,
  );
}

/** `if (c.is_ascii())`, `if ((n & ~0x7F) == 0)` around it. */
function isGuarded(view: CodeView, cast: Cast): boolean {
  const name = rootName(cast.value);
  if (name === undefined) return false;
  return view.around(cast).some((one) => {
    if (one.kind !== 'if' || !one.condition) return false;
    const said = view.textOf(one.condition);
    return (
      new RegExp(`\\b${name}\\b`).test(said) &&
      /is_ascii|isAscii|is_digit|is_alpha|[vV]alid|fits|&\s*~|>>/.test(said)
    );
  });
}

/** `timeout` of `timeout.Milliseconds()`. */
function rootName(code: Code): string | undefined {
  let node = bare(code);
  for (;;) {
    if (node.kind === 'call') node = node.callee;
    else if (node.kind === 'member') node = node.object;
    else return node.kind === 'name' ? node.name : undefined;
  }
}

/** Java's `total.intValue()` of a long or a decimal. */
export function* intValues(
  { view, language }: RuleContext,
  types: DeclaredTypes,
): Iterable<Trigger> {
  if (language !== 'java') return;
  for (const call of view.all('call')) {
    if (!/^(?:int|short|byte)Value$/.test(methodOf(call))) continue;
    const of = receiverOf(call);
    if (!of) continue;
    const type = of.kind === 'call' && of.isNew ? calleeOf(of) : (types.typeOf(of) ?? '');
    if (!/^(?:Long|AtomicLong|BigDecimal|BigInteger|LongAdder)$/.test(type)) continue;
    yield effectAt(view, call, `keeps 32 bits of a ${inBackticks(type)}. ${FITS}`);
  }
}

/** C++: `int n = strlen(s)`, `short n = atoi(s)`, `int x = wide`. */
export function* narrowDeclared(
  { view }: RuleContext,
  types: DeclaredTypes,
  compared: ReadonlySet<string>,
): Iterable<Trigger> {
  for (const one of view.all('declare')) {
    const { type, value } = one;
    if (!value || type === undefined || !isWholeType(type)) continue;
    const to = bitsOf('cpp', type);
    if (to === undefined || 64 <= to || compared.has(view.flat(value))) continue;
    const from =
      value.kind === 'call'
        ? (widthOfCpp(value) ?? (lengthOf(value) && SMALL.test(type) ? 64 : undefined))
        : value.kind === 'name' || value.kind === 'member'
          ? bitsOf('cpp', types.typeOf(value) ?? '')
          : undefined;
    // A machine has few of them.
    if (/(?:core|cpu|thread|worker)_?(?:count|s)$/i.test(lastWord(value))) continue;
    if (from === undefined || from <= to || isFloatType(types.typeOf(value) ?? '')) continue;
    yield {
      at: one,
      about: {
        code: inBackticks(shortened(view.flat(one))),
        effect: `keeps ${to} bits of ${from}. ${FITS}`,
      },
    };
  }
}

/** How many bits a value has that a cast takes; undefined where nobody can tell. */
function widthOf(
  { value, type }: Cast,
  language: LanguageId,
  types: DeclaredTypes,
): number | undefined {
  const one = value.kind === 'unary' && value.operator === '*' ? value.operand : value;
  const declared = types.typeOf(one);
  if (declared !== undefined) return bitsOf(language, declared);
  if (one.kind === 'call') return widthOfCall(one, language, type);
  if (lengthOf(one) !== undefined) return widthOfLength(one, language, types, type);
  if (
    one.kind === 'member' &&
    language === 'csharp' &&
    /^(?:Ticks|LongLength|TotalMilliseconds|TotalSeconds|WorkingSet64)$/.test(one.name)
  )
    return 64;
  if (one.kind === 'binary' && /^[-+*]$/.test(one.operator)) {
    // What is drawn is cut on purpose.
    if ([one.left, one.right].some((side) => isFloatType(types.typeOf(side) ?? '')))
      return undefined;
    const widths = [one.left, one.right].map((side) => widthOfSide(side, language, types, type));
    const known = widths.filter((width) => width !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
  }
  return undefined;
}

function widthOfSide(
  side: Code,
  language: LanguageId,
  types: DeclaredTypes,
  type: string,
): number | undefined {
  const one = bare(side);
  const declared = types.typeOf(one);
  if (declared !== undefined) return bitsOf(language, declared);
  if (one.kind === 'call') return widthOfCall(one, language, type);
  return lengthOf(one) === undefined ? undefined : widthOfLength(one, language, types, type);
}

const SMALL =
  /^(?:byte|sbyte|short|ushort|char|Byte|u?int(?:8|16)(?:_t)?|[ui](?:8|16)|unsigned char|unsigned short)$/;

/** Lengths have 32 bits, those of files and streams 64. */
function widthOfLength(
  code: Code,
  language: LanguageId,
  types: DeclaredTypes,
  type: string,
): number | undefined {
  if (SMALL.test(type)) return 32;
  if (language !== 'csharp' || code.kind !== 'member' || code.name !== 'Length') return undefined;
  const holder = types.typeOf(code.object) ?? lastWord(code.object);
  return /(?:Stream|FileInfo)$|^(?:stream|fileInfo|fs|file)$/.test(holder) ? 64 : undefined;
}

const LONG_CALLS =
  /^(?:toMillis|toNanos|toSeconds|tellg|ftell|ftello|currentTimeMillis|nanoTime|getTime|toEpochMilli|UnixNano|UnixMilli|ToUnixTimeMilliseconds|ToUnixTimeSeconds|longValue|parseLong|as_millis|as_secs|as_nanos|as_micros|getTimeInMillis|filesize|file_size|Milliseconds|ParseInt64)$/;

function widthOfCall(call: Call, language: LanguageId, type: string): number | undefined {
  const method = methodOf(call);
  if (LONG_CALLS.test(method)) return 64;
  const receiver = receiverOf(call);
  if (
    language === 'go' &&
    method === 'Size' &&
    /^(?:info|fi|stat|st|file|finfo)$/i.test(lastWord(receiver ?? call))
  )
    return 64;
  if (/^(?:java|cpp)$/.test(language) && lengthOf(call) !== undefined && SMALL.test(type))
    return 32;
  const isLength = lengthOf(call) !== undefined;
  switch (language) {
    case 'rust':
      return isLength && !/^[ui](?:64|size|128)$/.test(type) ? 64 : undefined;
    case 'go': {
      if (isLength) return /^u?int(?:8|16)$|^byte$/.test(type) ? 64 : undefined;
      return /^(?:Atoi|ParseInt|ParseUint|Size)$/.test(method) ? 64 : undefined;
    }
    case 'java':
      // A file's length and a stream's count are long.
      if (method === 'between') return calleeOf(call).startsWith('ChronoUnit.') ? 64 : undefined;
      return /^(?:count|length)$/.test(method) &&
        /file|path|stream|repository/i.test(lastWord(receiverOf(call) ?? call))
        ? 64
        : undefined;
    case 'csharp':
      return /^(?:LongCount|LongCountAsync)$/.test(method) ? 64 : undefined;
    default:
      return undefined;
  }
}

/** `(char) ('0' + digit)`. */
function isLetter(code: Code): boolean {
  return code.kind === 'binary' && [code.left, code.right].some((side) => side.kind === 'text');
}

/** `(char) c` of what a reader gives, `(byte)Kind.None`. */
function isCode({ value, type }: Cast, language: LanguageId): boolean {
  if (language === 'java' && type === 'char') return value.kind === 'name';
  return (
    language === 'csharp' &&
    value.kind === 'member' &&
    value.object.kind === 'name' &&
    /^[A-Z]/.test(value.object.name)
  );
}

/** `(byte) (n & 0xff)`, `uint8(n >> 8)`: the other bits are meant to go; a shift takes its part. */
function isMasked(view: CodeView, cast: Cast): boolean {
  for (const node of everythingIn(cast.value)) {
    if (node.kind === 'binary' && /^(?:&|>>>?|%|\^|<<)$/.test(node.operator)) return true;
  }
  let node: Code | undefined = view.parentOf(cast);
  for (let i = 0; i < 3 && node; i++) {
    if (node.kind === 'binary' && /^(?:&|>>>?|%|\^|<<|\|)$/.test(node.operator)) return true;
    if (node.kind === 'call' && /log|print|format|debug|trace/i.test(methodOf(node))) return true;
    if (node.kind === 'assign' && /^(?:\^=|\|=|&=|<<=|>>=)$/.test(node.operator)) return true;
    node = view.parentOf(node);
  }
  return /hash|crc|checksum|rand|seed|rotate|encode|byte|endian|raw|pack/i.test(
    view.enclosing(cast, 'function')?.name ?? '',
  );
}

/** C#'s `checked(…)`. */
function isChecked(view: CodeView, cast: Cast): boolean {
  return [cast, ...view.around(cast)].some((node) => {
    if (node.kind !== 'cast' && node.kind !== 'binary' && node.kind !== 'body') return false;
    return /\bchecked\s*\(?\s*$/.test(view.text.slice(Math.max(0, node.start - 12), node.start));
  });
}

function widthOfCpp(call: Call): number | undefined {
  const method = methodOf(call);
  if (
    /^(?:strtol|strtoll|stol|stoll|stoul|stoull|strtoul|ftell|tellg|file_size|atol|atoll)$/.test(
      method,
    )
  )
    return 64;
  return method === 'atoi' || method === 'stoi' ? 32 : undefined;
}
