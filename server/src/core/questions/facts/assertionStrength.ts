import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, methodOf, plainText } from '../../code/say.ts';

export interface Matched {
  readonly matcher: string;
  readonly isNot: boolean;
  readonly expected: readonly Code[];
  /** What is called, generic arguments included. */
  readonly text: string;
}

/** How much an assertion can catch: see `Assertion.strength`. */
export function strengthOf(
  view: CodeView,
  { matcher, isNot, expected, text }: Matched,
): number | undefined {
  // What `refute` and `wont` say of a thing is that it is not so.
  const low = lowered(matcher);
  if (RAISES.test(low)) {
    if (isNot || low.includes('not') || low.includes('nothrow')) return EXISTS;
    const named = [text, ...expected.map((one) => view.flat(one))].join(' ');
    return isWideError(named, expected.length) ? KIND : ONE;
  }
  const base = baseStrength(low, expected);
  if (base === undefined || !isNot) return base;
  return base === ONE ? UNEQUAL : base;
}

function lowered(matcher: string): string {
  // An operator says what it says.
  if (/^\W+$/.test(matcher)) return matcher;
  return matcher
    .toLowerCase()
    .replace(/^(?:refute|wont)(?=_)/, 'not')
    .replace(/[_!?]/g, '')
    .replace(/^should(?=.)/, '')
    .replace(/(?<=null)value$/, '');
}

const ONE = 4;
const PART = 3;
const KIND = 2;
const UNEQUAL = 1.5;
const EXISTS = 1;

const RAISES = /throw|raise|panic|exception/;
const SAYS_UNEQUAL =
  /^(?:!==?|ne|neq|notequal\w*|assertne|expectne|requirene|checkne|arenotequal|notsame|asserne|isnot|is not)$|(?:not_?equal|notsame|arenotequal|isnotequalto|notbe)$/;
const SAYS_EXISTS =
  /(?:visible|hidden|attached|inthedocument|enabled|displayed|truthy|falsy|defined|not(?:be|to)?(?:be)?(?:null|none|nil|undefined|empty|nan)|exists?|present|anything|called|noerror|^error|iserr|haserror|invalid|nothrow|success|^ok|\.ok|isok|issome)$|^(?:assert|debugassert|check|require|boostcheck|boostrequire|boosttest|expect|be)$/;
const SAYS_KIND =
  /(?:instanceof|isinstance|instance|kindof|typeof|istype|bea|bean|respondto|true|false|iskindof)$|^an?$|^(?:to|assert|is)*(?:be|is)(?:array|string|int|integer|float|bool|boolean|numeric|object|callable|iterable|number|function|list|dict)$/;
const SAYS_PART =
  /(?:contain|includ|match|startwith|startswith|endwith|endswith|close|almost|approx|near|delta|epsilon|greater|less|between|inrange|length|size|count|len$|like|subset|property|keys|regexp|times|calledonce$|snapshot)|^(?:<|>|<=|>=|in|not in|=~|assertin|gt|ge|lt|le|assertnotin|(?:expect|assert|require|check)(?:lt|gt|le|ge))$/;
const SAYS_ONE =
  /(?:equal\w*|eql?|same\w*|identical|null|nil|none|empty|undefined|zero|calledwith|calledoncewith|erroris|erroras|equalerror|errorcontains|jsoneq|elementsmatch|isin|elementsare\w*|matcharray|containsexactly|containexactly|have(?:text|textcontent|value|displayvalue|url|title|attribute|exacttext))$|^(?:==|===|is|tobe|be|\w*beequivalentto|tostrictequal|assertis|assertthatis|eq!|asserteq|expecteq|requireeq|returned)$/;

function baseStrength(low: string, expected: readonly Code[]): number | undefined {
  if (SAYS_UNEQUAL.test(low)) {
    // `is not None`
    return isNull(expected[0]) ? EXISTS : UNEQUAL;
  }
  if (SAYS_EXISTS.test(low) && expected.length === 0) return EXISTS;
  if (SAYS_KIND.test(low)) return KIND;
  if (SAYS_PART.test(low)) return PART;
  if (!SAYS_ONE.test(low)) return undefined;
  const [value] = expected;
  // One of two: as much as `assertTrue` says.
  if (value?.kind === 'constant' && value.value !== null) return KIND;
  if (value && holdsAnything(value)) return PART;
  return ONE;
}

function isNull(code: Code | undefined): boolean {
  return code?.kind === 'constant' && code.value === null;
}

/** Whether any value would do in it: `expect.anything()`, `mock.ANY`, `any()`. */
export function holdsAnything(code: Code): boolean {
  for (const node of everythingIn(code)) {
    const name = node.kind === 'name' || node.kind === 'member' ? node.name : '';
    if (
      /^(?:any|anything|ANY|IsAny|Any|Anything|instance_of|arrayContaining|objectContaining|stringContaining|stringMatching)$/.test(
        name,
      )
    )
      return true;
  }
  return false;
}

const WIDE =
  /^(?:(?:builtins|std|java\.lang|System|\\)?[.:\\]*)?(?:Exception|BaseException|Error|StandardError|Throwable|RuntimeException|exception|\.\.\.)(?:\.class|::class)?$/;

/** Nothing is said of the error, or only that it is one. */
function isWideError(named: string, nExpected: number): boolean {
  const generic =
    /<\s*([\w.:\\]+)\s*>\s*$/.exec(named.trim())?.[1] ?? /<([\w.:]+)>/.exec(named)?.[1];
  if (generic !== undefined) return WIDE.test(generic);
  if (nExpected === 0) return !/[A-Z]\w*(?:Error|Exception)/.test(named.replace(/^\S*/, ''));
  const words = named
    .split(/[\s(),]+/)
    .slice(1)
    .filter((word) => word !== '');
  return words.length === 1 && WIDE.test(words[0] ?? '');
}

/** A number that says how far off a value may be; more is looser (digits are given as their negative). */
export function toleranceOf(matcher: string, expected: readonly Code[]): number | undefined {
  for (const one of expected) {
    for (const node of everythingIn(one)) {
      if (node.kind === 'call' && /^(?:margin|epsilon|within|Within\w*)$/.test(methodOf(node))) {
        const given = node.args.at(-1);
        if (given?.kind === 'number') return given.value;
      }
      if (node.kind !== 'named' || node.value.kind !== 'number') continue;
      if (/^(?:abs|rel|rtol|atol|delta|rel_tol|abs_tol|epsilon|tolerance|within)$/.test(node.name))
        return node.value.value;
      if (/^(?:places|decimal|significant|precision)$/.test(node.name)) return -node.value.value;
    }
  }
  const [, second] = expected;
  if (second?.kind !== 'number') return undefined;
  if (/toBeCloseTo|almostEqual|decimal/i.test(matcher)) return -second.value;
  return /equal|delta|near|close|epsilon|within/i.test(matcher) ? second.value : undefined;
}

/** The text that a value is, or its words. */
export function valueWords(view: CodeView, code: Code): string {
  return plainText(code) ?? view.flat(code);
}
