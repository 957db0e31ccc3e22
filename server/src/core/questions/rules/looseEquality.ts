import type { Binary, Call, Code } from '../../code/code.ts';
import { bare, calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import { rootOf } from '../facts/chain.ts';
import { isAllowed, isWordLike, isYesOrNo } from '../facts/looseComparison.ts';
import type { Fix, Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';
import { looseEqualityExamples } from './examples/looseEqualityExamples.ts';

const EQUALITY = new Set(['==', '!=']);
const BOXED =
  /^(?:Integer|Long|Short|Byte|Double|Float|Character|Boolean|String|BigDecimal|BigInteger)$/;
/** What PHP's `in_array` and `array_search` compare loosely unless they are told not to. */
const PHP_SEARCH = /^(?:in_array|array_search)$/;
const PLACE = /end|begin|start|last|limit|stop|ptr|cur|pos|next|^p$|^s$|^e$|^q$|it$/i;
const ENTERED = /^(?:prompt|input|readline|gets)$/;

/** A comparison or sum that changes types on its way. */
export const looseEquality: Rule = {
  id: 'loose-equality',
  row: 43,
  title: 'A comparison that is not of what it seems',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [480, 595, 1025],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {
    go: 'it refuses to compare values of two types',
    rust: 'it refuses to compare values of two types',
  },
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest && (language === 'php' || language === 'java')) return;
    for (const one of view.all('binary')) {
      const found = ofBinary(context, one);
      if (found) yield found;
    }
    for (const call of language === 'ruby' ? view.all('call') : []) {
      // Ruby's `a.equal?(b)` asks for the object.
      const [other] = call.args;
      if (call.callee.kind !== 'member' || call.callee.name !== 'equal?' || !other) continue;
      const isIdentity = [call.callee.object, other].some(
        (side) =>
          isNothing(side) ||
          side.kind === 'constant' ||
          (side.kind === 'text' && side.prefix === ':') ||
          (/^(?:self|this|other|[A-Z_\d]+)$/.test(lastWord(side)) &&
            !isTextConstant(context, side)),
      );
      if (!isIdentity) yield { at: call, about: { what: 'same', code: quoted(view, call) } };
    }
    for (const call of view.all('call')) {
      if (language !== 'php' || !PHP_SEARCH.test(calleeOf(call))) continue;
      const [needle, heap, ...more] = call.args;
      if (!needle || !heap || 0 < more.length || isPlainWord(needle)) continue;
      const isOfWords = heap.kind === 'list' && heap.items.every((item) => isPlainWord(item));
      if (!isOfWords && !isHabit(context)) {
        yield { at: call, about: { what: 'search', code: quoted(view, call) }, severity: 'low' };
      }
    }
  },
  ask: ({ what, code, line }) => {
    switch (what) {
      case 'loose':
        return `Line ${line}: ${code} also holds for values of another type. Is that meant?`;
      case 'same':
        return `Line ${line}: ${code} asks whether it is one and the same object, not whether the values are equal. Is that meant?`;
      case 'never':
        return `Line ${line}: ${code} compares values of two kinds, which are never equal here. Which of them is meant?`;
      case 'sum':
        return `Line ${line}: ${code} may join texts where numbers are to be added. Is that meant?`;
      default:
        return `Line ${line}: ${code} compares loosely, so "0" finds 0 and "a" may too. Is that meant?`;
    }
  },
  obligations: ['branch', 'nullish', 'text'],
  page: {
    why: 'The operator turns one value into the type of the other, or compares which object it is and not what it says. It works for the values at hand, and not for `0`, an empty text, or a number that came as text.',
    instead:
      'Compare with the strict operator (`===`, `equals`, `==` in Python), and turn what comes from outside into its type first.',
    sources: ['CWE-480, CWE-595, CWE-1025'],
  },
  examples: looseEqualityExamples,
};

/** A constant of the file that is a text or a float: the same words are seldom the same object. */
function isTextConstant({ outline }: RuleContext, side: Code): boolean {
  return outline.variables.some(
    (one) =>
      (one.kind === 'declare' || one.kind === 'assign') &&
      lastWord(one.target) === lastWord(side) &&
      ((one.value?.kind === 'text' && !one.value.prefix.startsWith(':')) ||
        (one.value?.kind === 'number' && one.value.isFloat)),
  );
}

function ofBinary(context: RuleContext, one: Binary): Trigger | undefined {
  const { language } = context;
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return ofEcmascript(context, one);
    case 'php':
      return ofPhp(context, one);
    case 'python':
      return ofPython(context, one);
    case 'java':
      return ofJava(context, one);
    case 'csharp':
      return ofCsharp(context, one);
    case 'cpp':
      return ofCpp(context, one);
    case 'ruby':
      return EQUALITY.has(one.operator) && areUnlike(one.left, one.right)
        ? said(context, one, 'never')
        : undefined;
    default:
      return undefined;
  }
}

function isPlainWord(code: Code): boolean {
  return /^[a-z_. -]{2,}$/i.test(plainText(code) ?? '');
}

function said({ view }: RuleContext, one: Code, what: string, fix?: Fix): Trigger {
  return { at: one, about: { what, code: quoted(view, one) }, ...(fix ? { fix } : {}) };
}

function ofEcmascript(context: RuleContext, one: Binary): Trigger | undefined {
  const { left, right, operator } = one;
  if (operator === '+') return isMixedSum(context, one) ? said(context, one, 'sum') : undefined;
  if (!EQUALITY.has(operator)) return undefined;
  // `a == null` is how one asks for null and undefined at once.
  if ([left, right].some((side) => isNothing(side))) return undefined;
  if (isTypeof(left) || isTypeof(right)) return undefined;
  // Nothing but a text is equal to a word; and who said that a linter is to let it be means it.
  if ([left, right].some((side) => isWordLike(side))) return undefined;
  if ([left, right].some((side) => isYesOrNo(context, side))) return undefined;
  if (isAllowed(context, one)) return undefined;
  // Of two numbers none is turned into anything.
  if (isCount(left) && isCount(right)) return undefined;
  if (isHabit(context) && ![left, right].some((side) => isFalsy(side))) return undefined;
  return said(context, one, 'loose', strict(context, one));
}

function isNothing(code: Code): boolean {
  return (
    (code.kind === 'constant' && code.value === null) ||
    (code.kind === 'name' && code.name === 'undefined')
  );
}

function isCount(code: Code): boolean {
  return code.kind === 'number' || (code.kind === 'member' && code.name === 'length');
}

/** What most else is equal to: 0, false, an empty text. */
function isFalsy(code: Code): boolean {
  if (code.kind === 'constant') return code.value !== null;
  return code.kind === 'number' ? code.value === 0 : plainText(code) === '';
}

function isTypeof(code: Code): boolean {
  return code.kind === 'unary' && code.operator === 'typeof';
}

function strict({ view }: RuleContext, { left, right, operator }: Binary): Fix | undefined {
  const between = view.text.slice(left.end, right.start);
  const i = between.indexOf(operator);
  if (i < 0 || i !== between.lastIndexOf(operator)) return undefined;
  const start = left.end + i;
  const text = operator === '==' ? '===' : '!==';
  return { title: `Compare with ${text}`, edits: [{ start, end: start + operator.length, text }] };
}

/** `"1" + 2`, `input.value + 1`, `req.query.page + 1`: text from outside with a number. */
function isMixedSum({ view }: RuleContext, { left, right }: Binary): boolean {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (other.kind !== 'number') continue;
    const digits = plainText(one);
    if (digits !== undefined && /^\d+$/.test(digits)) return true;
    const words = view.flat(bare(one));
    if (
      one.kind === 'member' &&
      /(?:\b(?:req|request)\.(?:query|params)\.\w+|\b(?:input|field|select|target|textbox)\w*\.value|searchParams\.get\([^)]*\))$/i.test(
        words,
      )
    )
      return true;
    if (
      one.kind === 'call' &&
      (ENTERED.test(calleeOf(one)) ||
        /searchParams\.get$|localStorage\.getItem$/.test(calleeOf(one)))
    )
      return true;
  }
  return false;
}

/** Java's `Character.toUpperCase(c)` gives a plain `char`. */
function isOfCharacter({ callee }: Call): boolean {
  return callee.kind === 'member' && lastWord(callee.object) === 'Character';
}

/** PHP: with texts, `0` and what comes from outside; `==` of two variables is often right. */
function ofPhp(context: RuleContext, one: Binary): Trigger | undefined {
  const { left, right, operator } = one;
  if (!EQUALITY.has(operator) && operator !== '<>') return undefined;
  const sides = [left, right];
  const isRisky =
    sides.some((side) => isLooseInPhp(side) || isWord(side)) || areUnlike(left, right);
  const isOnlyWord = isRisky && !sides.some((side) => isGrave(side)) && isHabit(context);
  if (isOnlyWord) return undefined;
  return isRisky
    ? said(context, one, 'loose', operator === '<>' ? undefined : strict(context, one))
    : undefined;
}

function isLooseInPhp(code: Code): boolean {
  const text = plainText(code);
  if (text !== undefined) return /^\d+$/.test(text);
  if (code.kind === 'number') return code.value === 0;
  if (code.kind === 'constant') return true;
  if (code.kind === 'call')
    return /^(?:strpos|stripos|array_search|md5|sha1|hash|hash_hmac|crypt|strcmp|preg_match)$/.test(
      methodOf(code),
    );
  return /token|hash|password|signature|digest|secret/i.test(lastWord(code));
}

/** What most often goes wrong: a place in a text may be 0, and two hashes may look like numbers. */
function isGrave(code: Code): boolean {
  return (
    (code.kind === 'call' || code.kind === 'name' || code.kind === 'member') && isLooseInPhp(code)
  );
}

function isWord(code: Code): boolean {
  return plainText(code) !== undefined;
}

/** A file in which people compare words loosely throughout is not asked about each of them. */
function isHabit({ view }: RuleContext): boolean {
  const text = view.text.slice(0, 100_000);
  const nLoose = text.match(/[^=!]==[^=]|[^!]!=[^=]/g)?.length ?? 0;
  const nStrict = text.match(/[=!]==/g)?.length ?? 0;
  return 4 <= nLoose && nStrict < nLoose * 2;
}

/** `x is "a"`, `x is 5`, `x == True`-like comparisons of two kinds. */
function ofPython(context: RuleContext, one: Binary): Trigger | undefined {
  const { left, right, operator } = one;
  if (/^is(?: not)?$/.test(operator)) {
    const isLiteral = [left, right].some(
      (side) =>
        side.kind === 'number' ||
        side.kind === 'text' ||
        side.kind === 'list' ||
        side.kind === 'dict' ||
        (side.kind === 'unary' && side.operator === '-' && side.operand.kind === 'number') ||
        (side.kind === 'call' &&
          /^(?:str|int|float|len|repr|round|sum|sorted)$/.test(calleeOf(side))),
    );
    return isLiteral ? said(context, one, 'same') : undefined;
  }
  return EQUALITY.has(operator) && (areUnlike(left, right) || isEntered(left, right))
    ? said(context, one, 'never')
    : undefined;
}

/** `input() == 5`: what is typed in is text. */
function isEntered(left: Code, right: Code): boolean {
  const isText = (code: Code): boolean =>
    code.kind === 'call' && /^(?:input|str|os\.getenv|os\.environ\.get)$/.test(calleeOf(code));
  return (isText(left) && right.kind === 'number') || (isText(right) && left.kind === 'number');
}

/** Java's `==` on texts and boxed numbers asks for the object. */
function ofJava(context: RuleContext, one: Binary): Trigger | undefined {
  const { left, right, operator } = one;
  if (!EQUALITY.has(operator) || isNothing(left) || isNothing(right)) return undefined;
  const sides = [left, right];
  const isText = sides.some(
    (side) => side.kind === 'text' && context.view.textOf(side).startsWith('"'),
  );
  if (isText) return said(context, one, 'same');
  // The same two are compared by what they are beside it.
  const around = context.view.statementOf(one);
  if (context.view.flat(around).includes('equals')) return undefined;
  if (sides.some((side) => side.kind === 'call' && isOfCharacter(side))) return undefined;
  const types = sides.map((side) => typeInJava(context, side));
  const areSame = sides.some((side) => side.kind === 'name' && side.name === 'this');
  if (types.includes('String') && !areSame && !types.some((type) => PRIMITIVE.test(type ?? '')))
    return sides.some((side) => side.kind === 'number') ? undefined : said(context, one, 'same');
  if (sides.every((side) => side.kind === 'call' && TEXT_OF.test(methodOf(side))))
    return said(context, one, 'same');
  // A boxed number is unboxed where the other side is a plain one.
  const areBoxed = types.every((type) => type !== undefined && BOXED.test(type));
  const isBooleanOrEnum = types.some((type) => type === 'Boolean');
  return areBoxed && !isBooleanOrEnum ? said(context, one, 'same') : undefined;
}

const PRIMITIVE = /^(?:int|long|short|byte|char|boolean|float|double)$/;
/** Methods that give a text, by their names. */
const TEXT_OF =
  /^(?:get)?(?:name|(?:first|last|full|user|display|file)Name|title|email|mail|description|password|label|address|city|street|phone|text)$/i;

/** What a variable, a field of the class at hand or a method of the file is declared with. */
function typeInJava(context: RuleContext, code: Code): string | undefined {
  const type = typeOf(context, code);
  if (type !== undefined) return type;
  const { outline } = context;
  if (code.kind === 'call') {
    const isOwn = code.callee.kind === 'name' || rootOf(code.callee) === 'this';
    const its = isOwn ? outline.functionsNamed(methodOf(code)) : [];
    if (0 < its.length)
      return its.every(({ returns }) => returns === 'String') ? 'String' : undefined;
    return /^(?:String\.(?:valueOf|format|join)|\w+\.(?:toString|trim|toLowerCase|toUpperCase|substring))$/.test(
      calleeOf(code),
    )
      ? 'String'
      : undefined;
  }
  const isField =
    (code.kind === 'name' && isUndeclared(context, code.name)) ||
    (code.kind === 'member' && code.object.kind === 'name' && code.object.name === 'this');
  const field = isField
    ? outline.variables.find(
        (one) => one.kind === 'declare' && lastWord(one.target) === lastWord(code),
      )
    : undefined;
  return field?.kind === 'declare' ? field.type : undefined;
}

/** Whether no function around declares a name, so that it is a field's. */
function isUndeclared({ view }: RuleContext, name: string): boolean {
  return (
    !view.all('param').some((param) => param.name === name) &&
    !view
      .all('declare')
      .some((one) => lastWord(one.target) === name && view.enclosing(one, 'function') !== undefined)
  );
}

/** C#: `==` on what is only known as an object; `ReferenceEquals` by another name. */
function ofCsharp(context: RuleContext, one: Binary): Trigger | undefined {
  const { left, right, operator } = one;
  if (!EQUALITY.has(operator) || isNothing(left) || isNothing(right)) return undefined;
  const isObject = [left, right].some((side) => typeOf(context, side) === 'object');
  const hasValue = [left, right].some(
    (side) =>
      side.kind === 'text' ||
      side.kind === 'number' ||
      side.kind === 'cast' ||
      /^(?:string|int)$/.test(typeOf(context, side) ?? ''),
  );
  // Two variables that were given values are compared for these, not for being one object.
  const areObjects = [left, right].every((side) => isHeldObject(context, side));
  return (isObject && hasValue) || areObjects ? said(context, one, 'same') : undefined;
}

function isHeldObject(context: RuleContext, code: Code): boolean {
  const value = context.view
    .all('declare')
    .find(({ target }) => code.kind === 'name' && lastWord(target) === code.name)?.value;
  return (
    typeOf(context, code) === 'object' &&
    (value?.kind === 'index' || value?.kind === 'member' || value?.kind === 'call') &&
    !/lock|sync|sentinel|sender/i.test(lastWord(code))
  );
}

/** C and C++: a pointer to characters is compared, not what it points to. */
function ofCpp(context: RuleContext, one: Binary): Trigger | undefined {
  const { left, right, operator } = one;
  if (!EQUALITY.has(operator)) return undefined;
  const sides = [left, right];
  const isText = (code: Code): boolean =>
    code.kind === 'text' && context.view.textOf(code).startsWith('"');
  const isPointer = (code: Code): boolean => isText(code) || isCharPointer(typeOf(context, code));
  if (!sides.every(isPointer)) return undefined;
  // A place in a text is compared with another one of the same text.
  const isPlace = sides.some((side) => PLACE.test(lastWord(side)));
  const isWhole = operator === '==' && !isPlace;
  return sides.some(isText) || isWhole ? said(context, one, 'same') : undefined;
}

function isCharPointer(type: string | undefined): boolean {
  return type !== undefined && /^(?:const )?char(?: const)? ?(?:\*|\[)/.test(type);
}

/** Literals of two kinds, or one beside a call that always gives the other. */
function areUnlike(left: Code, right: Code): boolean {
  const one = kindOf(left);
  const other = kindOf(right);
  return one !== undefined && other !== undefined && one !== other;
}

function kindOf(code: Code): 'number' | 'text' | undefined {
  if (code.kind === 'number') return 'number';
  if (code.kind === 'text')
    return code.prefix === ':' || code.prefix.includes('b') ? undefined : 'text';
  if (code.kind !== 'call') return undefined;
  const name = methodOf(code);
  if (
    /^(?:len|count|size|length|int|to_i|intval|strlen|ord|float|to_f)$/.test(name) &&
    (code.callee.kind === 'name' || code.args.length === 0)
  )
    return 'number';
  return /^(?:to_s|str|gets|strval|downcase|upcase|strip|lower|upper|chomp)$/.test(name)
    ? 'text'
    : undefined;
}

/** The type that a parameter, or a variable of the function, is declared with. */
function typeOf({ view }: RuleContext, code: Code): string | undefined {
  if (code.kind !== 'name') return undefined;
  for (const around of view.around(code)) {
    if (around.kind === 'body') {
      for (const one of around.statements) {
        if (one.kind === 'declare' && one.target.kind === 'name' && one.target.name === code.name)
          return one.type;
      }
    }
    if (around.kind === 'loop' && around.variable?.kind === 'name') {
      // C++: `for (const char* name : names)`
      const { variable } = around;
      const before = view.flat({ start: around.start, end: variable.start });
      if (variable.name === code.name) return /\(\s?([^()]*)$/.exec(before)?.[1]?.trim();
    }
    if (around.kind === 'function') {
      const param = around.params.find(({ name }) => name === code.name);
      if (param) return param.type;
    }
    if (around.kind === 'class') return undefined;
  }
  return undefined;
}
