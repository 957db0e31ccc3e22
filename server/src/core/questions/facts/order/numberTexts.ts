import type { Call, Code } from '../../../code/code.ts';
import {
  bare,
  calleeOf,
  dotted,
  lastWord,
  methodOf,
  plainText,
  receiverOf,
} from '../../../code/say.ts';
import { isEcmascript, type LanguageId } from '../../languageId.ts';

const TO_TEXT =
  /^(?:str|String|toString|ToString|to_s|to_string|Itoa|FormatInt|FormatUint|FormatFloat|Sprint|strval|toText|itoa|inspect)$/;

/** What a text is made of that shows one value and nothing else: `age` of `str(age)`, `f"{age}"`, `fmt.Sprint(age)`. */
export function shownIn(code: Code): Code | undefined {
  const one = bare(code);
  if (code.kind === 'cast' && /^(?:string|std::string|String)$/.test(code.type)) return code.value;
  if (one.kind === 'text') {
    const [only, more] = one.parts;
    return typeof only === 'object' && more === undefined ? only : undefined;
  }
  if (one.kind === 'binary') {
    // Python's `"%s" % n`; `'' + n`, `n + ''`.
    const [left, right] = [plainText(one.left), plainText(one.right)];
    if (one.operator === '%' && left !== undefined)
      return isPlainFormat(left) ? one.right : undefined;
    if (one.operator !== '+') return undefined;
    return left === '' ? one.right : right === '' ? one.left : undefined;
  }
  if (one.kind === 'unary' && one.operator === '&') return shownIn(one.operand);
  if (one.kind !== 'call') return undefined;
  return shownByCall(one);
}

function shownByCall(one: Call): Code | undefined {
  const method = methodOf(one);
  const [first, second] = one.args;
  const receiver = receiverOf(one);
  if (/^(?:sprintf|Sprintf|format!|format|Format)$/.test(method)) {
    const format = plainText(first) ?? (receiver && plainText(receiver));
    const shown = plainText(first) === undefined ? first : second;
    return format !== undefined && isPlainFormat(format) ? shown : undefined;
  }
  if (
    /^String\.valueOf$|^(?:Integer|Long|Double)\.toString$|^Convert\.ToString$/.test(calleeOf(one))
  )
    return first;
  if (!TO_TEXT.test(method)) return undefined;
  const isStatic = receiver === undefined || /^(?:std|strconv|fmt)$/.test(dotted(receiver) ?? '');
  if (isStatic) return first;
  // `ToString("D5")` and `toString(2)` are other orders.
  return first === undefined || /Culture/.test(lastWord(first)) ? receiver : undefined;
}

function isPlainFormat(format: string): boolean {
  return /^(?:%[sdiv]|\{0?\}|\{:\?\})$/.test(format);
}

const ONE_OR_MORE = /^(?:\\d|\[0-9\])(?:[+*]|\{\d*,\d*\})\??$/;

/** Whether a regular expression takes a number of any length, and nothing else. */
function takesDigits(source: string): boolean {
  const group = /\(([^()?][^()]*)\)/.exec(source)?.[1];
  if (group !== undefined) return ONE_OR_MORE.test(group);
  return !source.includes('(') && ONE_OR_MORE.test(source.replace(/^\^|\$$/g, ''));
}

const NO_DIGIT = /^(?:\\D|\[\^(?:0-9|\\d)\])[+*]?$/;

/** Digits that a pattern took out of a text, still as text: `re.search(r"\d+", name).group()`. */
export function isDigits(code: Code, valueOf: (code: Code) => Code | undefined): boolean {
  let one: Code | undefined = bare(code);
  for (let depth = 0; one && depth < 8; depth++) {
    switch (one.kind) {
      case 'index':
        if (one.index && isDigitPattern(one.index)) return true;
        one = one.object;
        break;
      case 'member':
        if (!/^(?:Value|Groups|groups|captures)$/.test(one.name)) return false;
        one = one.object;
        break;
      case 'call': {
        const method = methodOf(one);
        if (
          /^(?:replace|replaceAll|sub|re_sub|gsub|preg_replace|replace_all|ReplaceAllString)$/.test(
            method,
          )
        )
          return one.args.some((arg) => NO_DIGIT.test(patternOf(arg) ?? '')) && hasEmpty(one);
        if (one.args.some(isDigitPattern))
          return /match|search|exec|find|scan|captures|slice/i.test(method);
        if (
          !/^(?:group|get|at|first|toString|to_s|as_str|unwrap|strip|trim|toMatch|groups|pop|last|to_string|map_or|unwrap_or)$/.test(
            method,
          )
        )
          return false;
        one = receiverOf(one);
        break;
      }
      case 'name':
        one = valueOf(one);
        break;
      case 'cast':
      case 'await':
      case 'propagate':
        one = one.value;
        break;
      default:
        return false;
    }
  }
  return false;
}

function patternOf(code: Code): string | undefined {
  return code.kind === 'regex' ? code.source : plainText(code)?.replace(/^\/(.*)\/\w*$/, '$1');
}

function isDigitPattern(code: Code): boolean {
  const source = patternOf(code);
  return source !== undefined && takesDigits(source);
}

function hasEmpty({ args }: Call): boolean {
  return args.some((arg) => plainText(arg) === '');
}

/** The words under which a person or a request gives a text: `min` of `req.query.min`; undefined for other values. */
export function givenAs(code: Code, language: LanguageId): string | undefined {
  const one = bare(code);
  switch (one.kind) {
    case 'call':
      return givenByCall(one);
    case 'index': {
      const key = one.index && plainText(one.index);
      const holder = one.object.kind === 'call' ? methodOf(one.object) : lastWord(one.object);
      const isGiven =
        /^(?:params|args|GET|POST|_GET|_POST|_REQUEST|form|query|Query|Form|argv|ARGV|Args|environ|ENV|_ENV|cookies|COOKIES|_COOKIE|query_params)$/.test(
          holder,
        );
      if (!isGiven) return undefined;
      return (
        key ??
        (one.index?.kind === 'number' && /^(?:argv|ARGV|Args|args)$/.test(holder) ? 'number' : '')
      );
    }
    case 'member': {
      if (!isEcmascript(language)) return undefined;
      const holder = dotted(one.object) ?? '';
      if (/(?:^|\.)(?:query|params|env)$/.test(holder) && /\./.test(holder)) return one.name;
      const isField =
        one.name === 'value' &&
        /(?:input|field|slider|el|element|box|select|target|current)$/i.test(holder);
      // `minInput.value`, `minRef.current.value`.
      return isField
        ? holder.replace(
            /(?:\.?current|[_-]?(?:ref|input|field|slider|el|element|box|select))+$/i,
            '',
          ) || 'value'
        : undefined;
    }
    default:
      return undefined;
  }
}

function givenByCall(call: Call): string | undefined {
  const method = methodOf(call);
  const [first] = call.args;
  const key = plainText(first) ?? '';
  if (/^(?:input|gets|readline|prompt|ReadLine|raw_input)$/.test(method)) return key;
  if (
    /^(?:getParameter|FormValue|PostFormValue|QueryParam|DefaultQuery|Query|getItem|getenv|Getenv|GetEnvironmentVariable|getProperty|getQueryParam|query_param|input)$/.test(
      method,
    )
  )
    return key;
  if (!/^(?:get|Get)$/.test(method)) return undefined;
  const holder = receiverOf(call);
  const words =
    holder === undefined ? '' : holder.kind === 'call' ? methodOf(holder) : (dotted(holder) ?? '');
  return /(?:args|form|GET|POST|[qQ]uery|searchParams|params|formData|FormData|cookies|environ|query_params|data)$/.test(
    words,
  )
    ? key
    : undefined;
}
