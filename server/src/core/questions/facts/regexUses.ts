import type { Call, Code, Regex, Text } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, everythingIn, lastWord, methodOf, plainText } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

/** A regular expression in the code. */
export interface RegexUse {
  readonly code: Regex | Text;
  /** As the engine gets it: escapes of the string that holds it are undone. */
  readonly source: string;
  /** `i`, `m`, `s`, `x`, `g`, as far as they are told. */
  readonly flags: string;
  /** What it is given to; undefined for a literal. */
  readonly call: Call | undefined;
}

/** A call that takes a regular expression, and where: by its dotted name's end. */
interface Taker {
  readonly name: RegExp;
  readonly at: number;
}

const TAKERS: { readonly [L in LanguageId]?: readonly Taker[] } = {
  python: [
    {
      name: /^(?:re|regex)\.(?:compile|match|search|fullmatch|sub|subn|split|findall|finditer)$/,
      at: 0,
    },
    { name: /(?:^|\.)(?:RegexValidator|Regexp|re_path)$/, at: 0 },
    { name: /\.str\.(?:match|contains|fullmatch|extract|replace|findall)$/, at: 0 },
  ],
  go: [
    { name: /^regexp\.(?:Must)?(?:Compile|CompilePOSIX)$/, at: 0 },
    { name: /^regexp\.(?:MatchString|Match|MatchReader)$/, at: 0 },
  ],
  rust: [{ name: /(?:^|\.)Regex(?:Builder)?\.new$/, at: 0 }],
  java: [
    { name: /(?:^|\.)Pattern\.(?:compile|matches)$/, at: 0 },
    { name: /\.(?:matches|replaceAll|replaceFirst|split)$/, at: 0 },
  ],
  csharp: [
    { name: /(?:^|\.)Regex$/, at: 0 },
    { name: /(?:^|\.)Regex\.(?:IsMatch|Match|Matches|Replace|Split|Count)$/, at: 1 },
  ],
  cpp: [
    { name: /(?:^|\.)(?:std|boost)\.w?(?:regex|basic_regex)$/, at: 0 },
    { name: /^(?:QRegularExpression|QRegExp|(?:re2\.)?RE2)$/, at: 0 },
  ],
  ruby: [{ name: /^Regexp(?:\.new|\.compile)?$/, at: 0 }],
  php: [
    {
      name: /^\\?preg_(?:match|match_all|replace|replace_callback|split|grep|quote_none|filter)$/,
      at: 0,
    },
  ],
};

const ECMASCRIPT_TAKERS: readonly Taker[] = [
  { name: /(?:^|\.)RegExp$/, at: 0 },
  { name: /\.(?:match|matchAll|search)$/, at: 0 },
];

/** The regular expressions of a part of a file. */
export function* regexUses(view: CodeView, language: LanguageId): Generator<RegexUse> {
  for (const code of view.all('regex')) {
    yield { code, source: code.source, flags: code.flags, call: undefined };
  }
  for (const call of view.all('call')) {
    const use = usedBy(view, language, call);
    if (use) yield use;
  }
  // `Field(pattern=r'…')`, `@Pattern(regexp = "…")`
  for (const { name, value } of view.all('named')) {
    if (!/^(?:pattern|regex|regexp)$/.test(name) || value.kind !== 'text') continue;
    const use = useOf(view, language, undefined, value);
    if (use) yield use;
  }
}

function usedBy(view: CodeView, language: LanguageId, call: Call): RegexUse | undefined {
  const takers = isEcmascript(language) ? ECMASCRIPT_TAKERS : (TAKERS[language] ?? []);
  const name = calleeOf(call);
  const taker = takers.find((one) => one.name.test(name));
  const given = taker && call.args[taker.at];
  const code = given?.kind === 'named' ? given.value : given;
  return code?.kind === 'text' ? useOf(view, language, call, code) : undefined;
}

/** The regular expression that a value is made of: `re.compile(r'…')`, `Lazy::new(|| Regex::new(…))`. */
export function regexOf(view: CodeView, language: LanguageId, value: Code): RegexUse | undefined {
  for (const node of everythingIn(value)) {
    if (node.kind === 'regex') {
      return { code: node, source: node.source, flags: node.flags, call: undefined };
    }
    const use = node.kind === 'call' ? usedBy(view, language, node) : undefined;
    if (use) return use;
  }
  // PHP's expressions are texts that are named before they are used.
  return language === 'php' && value.kind === 'text'
    ? useOf(view, language, undefined, value)
    : undefined;
}

function useOf(
  view: CodeView,
  language: LanguageId,
  call: Call | undefined,
  code: Text,
): RegexUse | undefined {
  const held = plainText(code);
  if (held === undefined || held.length < 2) return undefined;
  const source = isRaw(view, code, language) ? held : unescaped(held, language);
  const flags = call ? flagsOf(call, code) : '';
  if (language !== 'php') return { code, source, flags, call };
  const inner = withoutDelimiters(source);
  return inner && { code, ...inner, call };
}

/** What stands between the quotes is what the engine gets. */
export function isRaw(view: CodeView, code: Text, language: LanguageId): boolean {
  const written = view.textOf(code);
  switch (language) {
    case 'python':
      return /r/i.test(code.prefix);
    case 'csharp':
      return code.prefix.includes('@') || written.startsWith('"""');
    case 'cpp':
    case 'rust':
      return /r/i.test(code.prefix);
    case 'go':
      return written.startsWith('`');
    case 'php':
    case 'ruby':
      return false;
    default:
      return /^(?:String\.)?raw$/.test(code.prefix) || lastWord(code) === 'raw';
  }
}

/** Escapes that a string keeps as they are where it does not know them. */
const KEEPS: ReadonlySet<LanguageId> = new Set<LanguageId>(['python', 'php', 'ruby']);

function unescaped(text: string, language: LanguageId): string {
  const plain = language === 'cpp' ? text.replace(/\\0([0-7]{2})/g, byteOf) : text;
  return plain.replace(/\\([\s\S])/g, (whole, one: string) => {
    if (one === '\\' || one === '"' || one === "'" || one === '/') return one;
    if (one === 'n') return '\n';
    if (one === 't') return '\t';
    if (one === 'u' || one === 'x') return whole;
    return KEEPS.has(language) ? whole : one;
  });
}

/** C++'s `\033`. */
function byteOf(_: string, digits: string): string {
  return String.fromCodePoint(Number.parseInt(digits, 8));
}

/** PHP's `/…/i`, `#…#`, `{…}`. */
function withoutDelimiters(text: string): { source: string; flags: string } | undefined {
  const open = text[0] ?? '';
  const close = { '(': ')', '{': '}', '[': ']', '<': '>' }[open] ?? open;
  const end = text.lastIndexOf(close);
  if (/[\w\s\\]/.test(open) || end < 1) return undefined;
  const flags = text.slice(end + 1);
  return /^[a-zA-Z]*$/.test(flags) ? { source: text.slice(1, end), flags } : undefined;
}

const FLAG_WORDS: Readonly<Record<string, string>> = {
  I: 'i',
  IGNORECASE: 'i',
  IgnoreCase: 'i',
  CASE_INSENSITIVE: 'i',
  icase: 'i',
  M: 'm',
  MULTILINE: 'm',
  Multiline: 'm',
  S: 's',
  DOTALL: 's',
  Singleline: 's',
  X: 'x',
  VERBOSE: 'x',
  COMMENTS: 'x',
  IgnorePatternWhitespace: 'x',
  EXTENDED: 'x',
  /** No way to be slow. */
  NonBacktracking: 'N',
};

function flagsOf({ args }: Call, code: Text): string {
  const flags = new Set<string>();
  for (const arg of args) {
    if (arg === code) continue;
    const text = plainText(arg);
    if (text !== undefined && /^[dgimsuvy]{1,8}$/.test(text))
      for (const one of text) flags.add(one);
    for (const word of wordsOf(arg)) {
      const flag = FLAG_WORDS[word];
      if (flag !== undefined) flags.add(flag);
    }
  }
  return [...flags].join('');
}

function wordsOf(code: Code): readonly string[] {
  if (code.kind === 'binary') return [...wordsOf(code.left), ...wordsOf(code.right)];
  if (code.kind === 'named') return wordsOf(code.value);
  return code.kind === 'member' ? [code.name] : [];
}

/** How a regular expression is asked: whether all of a text is to match, and which word asks. */
export function askedBy(use: RegexUse, view: CodeView): string {
  if (use.call) return methodOf(use.call);
  const parent = view.parentOf(use.code);
  if (parent?.kind === 'member') return parent.name;
  if (parent?.kind === 'call') return methodOf(parent);
  return parent?.kind === 'binary' ? parent.operator : '';
}
