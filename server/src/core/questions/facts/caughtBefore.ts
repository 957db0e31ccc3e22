import type { Catch, Try } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { LanguageId } from '../languageId.ts';

/** A catch that is never come to, as one above it takes what it waits for. */
export interface CaughtBefore {
  readonly at: Catch;
  /** As it is written. */
  readonly type: string;
  readonly first: Catch;
}

/** Types that take most others in, and what they do not take though it is named like an error. */
const WIDE: { readonly [L in LanguageId]?: { readonly type: RegExp; readonly but: RegExp } } = {
  python: {
    type: /^Exception$/,
    but: /^(?!.*(?:Error|Exception|Warning|Timeout)$)|^(?:BaseException|.*CancelledError)$/,
  },
  ruby: {
    type: /^(?:StandardError|Exception)$/,
    but: /^(?!.*(?:Error|Exception|Failure|Timeout)$)|^(?:::)?(?:Exception|SystemStackError|NoMemoryError|ScriptError|LoadError|NotImplementedError|SyntaxError|SecurityError|SignalException)$/,
  },
  java: { type: /^(?:Exception|Throwable)$/, but: /^(?:Throwable|Error|.*Error)$/ },
  csharp: { type: /^(?:System\.)?Exception$/, but: /^$/ },
  php: { type: /^\\?(?:Exception|Throwable)$/, but: /^\\?(?:Throwable|Error|.*Error)$/ },
};

/** Errors that come with a language, below what takes them in. */
const BELOW: { readonly [L in LanguageId]?: Readonly<Record<string, RegExp>> } = {
  python: {
    ArithmeticError: /^(?:ZeroDivision|Overflow|FloatingPoint)Error$/,
    LookupError: /^(?:Index|Key)Error$/,
    NameError: /^UnboundLocalError$/,
    ImportError: /^ModuleNotFoundError$/,
    OSError:
      /^(?:IOError|EnvironmentError|(?:FileNotFound|FileExists|Permission|IsADirectory|NotADirectory|Timeout|Interrupted|Connection|ConnectionRefused|ConnectionReset|ConnectionAborted|BrokenPipe)Error)$/,
    ConnectionError: /^(?:ConnectionRefused|ConnectionReset|ConnectionAborted|BrokenPipe)Error$/,
    RuntimeError: /^(?:NotImplemented|Recursion)Error$/,
    ValueError: /^(?:UnicodeError|Unicode(?:Decode|Encode)Error|(?:json\.)?JSONDecodeError)$/,
  },
  ruby: {
    ArgumentError: /^UncaughtThrowError$/,
    IOError: /^EOFError$/,
    IndexError: /^(?:KeyError|StopIteration)$/,
    NameError: /^NoMethodError$/,
    RangeError: /^FloatDomainError$/,
    SystemCallError: /^Errno::/,
  },
  php: {
    LogicException:
      /^\\?(?:BadFunctionCall|BadMethodCall|Domain|InvalidArgument|Length|OutOfRange)Exception$/,
    RuntimeException: /^\\?(?:OutOfBounds|Overflow|Range|Underflow|UnexpectedValue|PDO)Exception$/,
  },
};

/** The catches of a `try` that come too late, in text order. */
export function caughtBefore(
  view: CodeView,
  language: LanguageId,
  one: Try,
): readonly CaughtBefore[] {
  const found: CaughtBefore[] = [];
  const seen = new Map<string, Catch>();
  let wide: Catch | undefined;
  for (const each of one.catches) {
    // A filter lets some pass.
    const [head = ''] = view.textOf(each).split('{');
    if (language === 'csharp' && /\bwhen\b/.test(head)) continue;
    const taking = (type: string): Catch | undefined =>
      seen.get(type) ??
      above(language, type, seen) ??
      (isTakenIn(language, type) ? wide : undefined);
    const late = each.types.find((type) => taking(type) !== undefined);
    const first = late === undefined ? undefined : taking(late);
    if (late !== undefined && first) found.push({ at: each, type: late, first });
    for (const type of each.types) {
      seen.set(type, seen.get(type) ?? each);
      if (WIDE[language]?.type.test(type)) wide ??= each;
    }
    if (each.types.length === 0 && language !== 'cpp') wide ??= each;
  }
  return found;
}

function isTakenIn(language: LanguageId, type: string): boolean {
  const wide = WIDE[language];
  return wide !== undefined && !wide.but.test(type);
}

function above(
  language: LanguageId,
  type: string,
  seen: ReadonlyMap<string, Catch>,
): Catch | undefined {
  const found = Object.entries(BELOW[language] ?? {}).find(
    ([wider, below]) => seen.has(wider) && below.test(type),
  );
  return found && seen.get(found[0]);
}
