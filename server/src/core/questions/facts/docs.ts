import type { FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { Range } from '../../text/range.ts';
import type { LanguageId } from '../languageId.ts';

/** What a function's documentation says of what goes in and comes out. */
export interface Docs {
  readonly params: readonly DocParam[];
  readonly returns: DocReturns | undefined;
  /** Errors that it says are thrown. */
  readonly raises: readonly DocParam[];
  /** What it says is given, in words: `true if …`, `the number of …`. */
  readonly told: DocTold | undefined;
  /** Its first line that says something. */
  readonly first: DocParam | undefined;
}

/** A name in the documentation, and its line's range. */
export interface DocParam {
  readonly name: string;
  readonly at: Range;
  /** The value that it says is taken where none is given. */
  readonly standard?: string | undefined;
}

export interface DocReturns {
  readonly at: Range;
  /** It says that nothing is returned. */
  readonly isNothing: boolean;
  /** The type, where one is written in front. */
  readonly type: string | undefined;
}

export interface DocTold {
  readonly at: Range;
  readonly words: string;
}

interface Line {
  readonly text: string;
  readonly at: Range;
}

const NOTHING =
  /^(?:\{(?:void|undefined|null|never)\}|\(?void\b|(?:undefined|None|nothing|nil|\(\))[.,]?\s*$)/i;
/** A promise of who knows what. */
const PROMISE = /^\{?Promise(?:<(?:void|undefined|any|unknown|\*)>)?\}?(?:\s|$)/;

/** Reads the documentation in front of a function, or at its top; undefined where there is none. */
export function docsOf(view: CodeView, fn: FunctionCode, language: LanguageId): Docs | undefined {
  const lines = language === 'python' ? docstring(view, fn) : commentLines(view, fn);
  if (lines.length === 0 || 400 < lines.length) return undefined;
  // YARD tells of several ways to call it, some of other names.
  if (language === 'ruby' && lines.some(({ text }) => text.includes('@overload'))) return undefined;
  const params: DocParam[] = [];
  const raises: DocParam[] = [];
  let returns: DocReturns | undefined;
  let section = '';
  let indent = 0;
  for (const [i, { text, at }] of lines.entries()) {
    const words = text.trim();
    const heading = headingOf(language, words, lines[i + 1]?.text.trim() ?? '');
    if (heading !== undefined) {
      section = heading;
      indent = 0;
      if (section === 'returns') {
        const rest =
          lines
            .slice(i + 1, i + 4)
            .map((line) => line.text.trim())
            .find((line) => line !== '' && !/^-+$/.test(line)) ?? '';
        returns = { at, isNothing: NOTHING.test(rest), type: leadingType(rest) };
      }
      continue;
    }
    const tag = tagged(language, words);
    const raised = raisedIn(language, words, section);
    if (raised !== undefined) raises.push({ name: raised, at });
    if (tag?.kind === 'returns') returns = { at, isNothing: tag.isNothing, type: tag.type };
    else if (tag) params.push({ name: tag.name, at, standard: standardIn(words) });
    if (section !== 'params' || words === '') continue;
    // Only the lines that stand least far in name a parameter: others go on about it.
    const depth = text.length - text.trimStart().length;
    if (indent === 0) indent = depth;
    if (depth !== indent) {
      if (depth < indent) section = '';
      continue;
    }
    const name = listed(language, words);
    if (name !== undefined)
      for (const one of name.split(/,\s*/))
        params.push({ name: one, at, standard: standardIn(words) });
  }
  const [first] = lines.filter(({ text }) => text.trim() !== '');
  const told = toldIn(lines);
  return {
    params,
    returns,
    raises,
    told,
    first: first && { name: first.text.trim(), at: first.at },
  };
}

/** The comments directly in front of a function, without their marks. */
function commentLines(view: CodeView, fn: FunctionCode): readonly Line[] {
  const lines: Line[] = [];
  let next = fn.start;
  for (const comment of view.comments.filter(({ start }) => start < fn.start).toReversed()) {
    const between = view.text.slice(comment.end, next);
    if (
      /\n\s*\n|\)\s{0,3}:\s{0,3}\w/.test(between) ||
      /[;{}]/.test(between.replace(/[@#][^\n]*/g, ''))
    )
      break;
    next = comment.start;
    const own: Line[] = [];
    let start = comment.start;
    for (const raw of comment.text.split('\n')) {
      const text = raw
        .replace(/^\s*(?:\/\*\*?|\*\/|\*|\/\/[/!]?|#)?[ ]?/, '')
        .replace(/\s*\*\/\s*$/, '');
      const lead = raw.length - raw.trimStart().length;
      own.push({ text, at: { start: start + lead, end: start + raw.length } });
      start += raw.length + 1;
    }
    lines.unshift(...own);
  }
  return lines;
}

function docstring(view: CodeView, { body }: FunctionCode): readonly Line[] {
  const first = body?.statements[0];
  if (first?.kind !== 'expression' || first.value.kind !== 'text') return [];
  const lines: Line[] = [];
  let start = first.start;
  for (const raw of view.textOf(first).split('\n')) {
    const lead = raw.length - raw.trimStart().length;
    lines.push({
      text: raw.replace(/"""|'''/g, ''),
      at: { start: start + lead, end: start + raw.length },
    });
    start += raw.length + 1;
  }
  return lines;
}

/** Sections: Google's and NumPy's in Python, Rust's. */
function headingOf(language: LanguageId, words: string, next: string): string | undefined {
  if (language === 'python') {
    const isNumpy = /^-{3,}$/.test(next);
    const [, title = ''] = /^([A-Z][A-Za-z ]{2,24})(:?)$/.exec(words) ?? [];
    if (title === '' || !(isNumpy || words.endsWith(':'))) return undefined;
    if (/^(?:Args|Arguments|Parameters|Params)$/.test(title)) return 'params';
    if (/^Raises$/.test(title)) return 'raises';
    return /^(?:Returns?|Return value)$/.test(title) ? 'returns' : 'other';
  }
  if (language !== 'rust') return undefined;
  const [, title = ''] = /^#{1,3}\s+([A-Z][A-Za-z ]{2,24}):?$/.exec(words) ?? [];
  if (title === '') return undefined;
  if (/^(?:Arguments|Parameters|Args)$/.test(title)) return 'params';
  return title === 'Returns' ? 'returns' : 'other';
}

/** A parameter in a section. */
function listed(language: LanguageId, words: string): string | undefined {
  if (language === 'rust') return /^[*-]\s+`(\w+)`/.exec(words)?.[1];
  const padded = `${words} `;
  const google = /^\*{0,2}(\w{1,60})(?:\s?\([^)]{0,120}\))?:\s/.exec(padded)?.[1];
  return google ?? /^(\w{1,60}(?:, \w{1,60}){0,6})\s:\s/.exec(words)?.[1];
}

type Tag =
  | { readonly kind: 'param'; readonly name: string }
  | {
      readonly kind: 'returns';
      readonly isNothing: boolean;
      readonly type: string | undefined;
    };

function tagged(language: LanguageId, words: string): Tag | undefined {
  switch (language) {
    case 'csharp': {
      const name = /<param name="(\w{1,60})"/.exec(words)?.[1];
      if (name !== undefined) return { kind: 'param', name };
      return /<returns>\s*\S/.test(words)
        ? {
            kind: 'returns',
            isNothing: /<returns>\s*(?:nothing|void)/i.test(words),
            type: undefined,
          }
        : undefined;
    }
    case 'python': {
      const name = /^:param(?:eter)?\s+(?:[\w[\],. |]{1,60}\s+)?\*{0,2}(\w{1,60})\s?:/.exec(
        words,
      )?.[1];
      if (name !== undefined) return { kind: 'param', name };
      const returns = /^:returns?:\s?(.*)$/.exec(words)?.[1];
      return returns === undefined
        ? undefined
        : { kind: 'returns', isNothing: NOTHING.test(returns), type: undefined };
    }
    case 'go':
    case 'rust':
      return undefined;
    default:
      return ofTag(language, words);
  }
}

function ofTag(language: LanguageId, words: string): Tag | undefined {
  const [, tag = '', rest = ''] =
    /^[@\\](param(?:\[[a-z, ]{2,8}\])?|arg(?:ument)?|returns?)\s+(.*)$/.exec(words) ?? [];
  if (tag === '') return undefined;
  const isPromise = PROMISE.test(rest) || /^(?:an? |the )?promise\b/i.test(rest);
  if (tag.startsWith('return') && isPromise) return undefined;
  if (tag.startsWith('return'))
    return { kind: 'returns', isNothing: NOTHING.test(rest), type: taggedType(language, rest) };
  const plain = withoutType(rest);
  const name =
    language === 'php'
      ? /(?:&|\.\.\.)?\$(\w{1,60})/.exec(rest)?.[1]
      : language === 'ruby'
        ? /^[*&:]{0,2}(\w{1,60})/.exec(plain)?.[1]
        : language === 'java'
          ? /^(\w{1,60})/.exec(plain)?.[1]
          : /^\[?(?:\.\.\.)?([\w$]{1,60})/.exec(plain)?.[1];
  return name === undefined ? undefined : { kind: 'param', name };
}

/** Behind `{…}` or `[…]`, with braces in braces. */
function withoutType(words: string): string {
  const open = words[0];
  const isOption = open === '[' && /^\[[\w$.]{1,60}[\]=]/.test(words) && !/^\[[A-Z]/.test(words);
  if ((open !== '{' && open !== '[') || isOption) return words;
  const close = open === '{' ? '}' : ']';
  let depth = 0;
  for (let i = 0; i < words.length; i++) {
    if (words[i] === open) depth++;
    else if (words[i] === close) depth--;
    if (depth === 0) return words.slice(i + 1).trim();
  }
  return '';
}

/** `@return Coupon[] the coupons`, `@returns {string}`, `@return [Boolean]`. */
function taggedType(language: LanguageId, rest: string): string | undefined {
  if (language === 'php') return /^([\w\\?|[\]]{2,60})(?:\s|$)/.exec(rest)?.[1];
  if (language === 'ruby') return /^\[([\w:]{2,60})\]/.exec(rest)?.[1];
  return /^\{([\w.[\]]{2,60})\}/.exec(rest)?.[1];
}

/** Google's `bool: Whether …`. */
function leadingType(rest: string): string | undefined {
  return /^(\w{2,20})(?:\[[\w, ]{1,40}\])?(?::\s|$)/.exec(rest)?.[1];
}

/** `@throws NotFound`, `:raises KeyError:`, `Raises:` and a line of it, `<exception cref="…">`. */
function raisedIn(language: LanguageId, words: string, section: string): string | undefined {
  switch (language) {
    case 'csharp':
      return /<exception cref="(?:[\w.]{1,60}\.)?(\w{1,60})"/.exec(words)?.[1];
    case 'python':
      return (
        /^:raises?\s(\w{1,60})\s?:/.exec(words)?.[1] ??
        (section === 'raises' ? /^([A-Z]\w{1,60}):\s/.exec(words)?.[1] : undefined)
      );
    default:
      return /^[@\\](?:throws?|exception|raise)\s+[{[]?\\?(?:[\w.:]{1,60}[.:\\])?([A-Z]\w{1,60})/.exec(
        words,
      )?.[1];
  }
}

/** `[limit=10]`, `(default: 10)`, `Defaults to 10.`: numbers and truths alone. */
function standardIn(words: string): string | undefined {
  return (
    /^@param\s+(?:\{[^}]{1,80}\}\s+)?\[[\w$]{1,60}\s?=\s?(\d{1,12}|true|false)\]/.exec(
      words,
    )?.[1] ??
    /\bdefault(?:s to|:| is|=)\s?[`'"]?(\d{1,12}|[Tt]rue|[Ff]alse)(?![\w.,]\d|\w|\s?[a-z*])/i.exec(
      words,
    )?.[1]
  );
}

/** The words behind `@return`, `Returns`, `reports`: what comes out, as a person says it. */
function toldIn(lines: readonly Line[]): DocTold | undefined {
  for (const [i, { text, at }] of lines.entries()) {
    const words = text.trim().replace(/^"""|^'''/, '');
    const found =
      /^(?:[@\\]returns?|:returns?:|<returns>)\s?(?:\{[^}]{1,60}\}|\[[^\]]{1,60}\])?\s{0,3}(.{3,})$/.exec(
        words,
      )?.[1] ??
      (i < 2
        ? /^(?:\w+ )?(?:Returns?|returns|reports|Reports)\s(.{3,})$/.exec(words)?.[1]
        : undefined);
    if (found !== undefined) return { at, words: found };
  }
  return undefined;
}
