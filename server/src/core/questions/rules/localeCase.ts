import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import {
  bare,
  calleeOf,
  dotted,
  lastWord,
  methodOf,
  plainText,
  receiverOf,
} from '../../code/say.ts';
import { isPeopleText, nameOrders } from '../facts/locale/peopleText.ts';
import { isForPrograms } from '../facts/locale/written.ts';
import { createDeclaredTypes, type DeclaredTypes } from '../facts/declaredTypes.ts';
import { variablesOf } from '../facts/variables.ts';
import type { LanguageId } from '../languageId.ts';
import type { Fix, Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';
import { localeCaseExamples } from './examples/localeCase.ts';

/** Text whose meaning depends on where the program runs: letters' case, characters' bytes, numbers' points. */
export const localeCase: Rule = {
  id: 'locale-case',
  row: 21,
  title: 'Text that depends on the machine',
  severity: 'low',
  concern: 'logic',
  weight: 2,
  cwe: [176, 838],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest) return;
    const { view, language } = context;
    const types = createDeclaredTypes(context);
    for (const call of view.all('call')) {
      const effect = effectOf(context, call, types);
      if (effect === undefined) continue;
      const fix = fixOf(call, language);
      yield { at: call, about: { code: quoted(view, call), effect }, ...(fix && { fix }) };
    }
    if (language === 'go' || language === 'rust') yield* cutTexts(context, types);
    if (language === 'php' || language === 'go' || language === 'rust')
      yield* firstBytes(context, types);
    if (language === 'csharp') yield* writtenTexts(context);
    yield* nameOrders(context);
  },
  ask: ({ code, effect, line }) => `Line ${line}: ${code ?? ''} ${effect ?? ''}`,
  obligations: ['text', 'boundary'],
  page: {
    why: "In Turkish the small letter of I is not i, in German a number has a comma, and the bytes of ä depend on the encoding. Code that follows the machine's settings works at home and fails elsewhere.",
    instead:
      "Say the locale and the encoding: the neutral one for keys and files, the reader's for what people see.",
    sources: ['CWE-176, CWE-838'],
  },
  examples: localeCaseExamples,
};

const CASE =
  'follows the language of the machine: in Turkish, I becomes ı. Is this text for people, not a key?';
const ENCODING = 'names no encoding, so it depends on the machine. Is that meant?';
const NUMBER =
  "reads and writes numbers as the machine's language does: 1,5 or 1.5. Is that meant?";

function effectOf(context: RuleContext, call: Call, types: DeclaredTypes): string | undefined {
  const { language, view } = context;
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return inScript(view, call);
    case 'python':
      return inPython(view, call);
    case 'java':
      return inJava(view, call, types);
    case 'csharp':
      return inCsharp(view, call, types);
    case 'cpp':
      return inCpp(view, call);
    case 'ruby':
      return inRuby(view, call);
    case 'php':
      return inPhp(view, call);
    case 'rust':
      return inRust(view, call);
    case 'go':
      return undefined;
  }
}

/** Where the call's value is compared, looked up or a case of a switch. */
function isKey(view: CodeView, call: Code): boolean {
  let node: Code = call;
  for (let i = 0; i < 4; i++) {
    const parent = view.parentOf(node);
    switch (parent?.kind) {
      case 'binary':
        return /^(?:[!=]==?|in|not in)$/.test(parent.operator);
      case 'switch':
        return parent.subject === node;
      case 'index':
        return parent.index === node;
      case 'call':
        return /^(?:equals|Equals|get|put|has|set|includes|contains|Contains|containsKey|ContainsKey|startsWith|endsWith|StartsWith|EndsWith|valueOf|add|indexOf|TryGetValue|computeIfAbsent|getOrDefault|compareTo|remove|replace)$/.test(
          methodOf(parent),
        );
      case 'member':
      case 'cast':
        node = parent;
        break;
      case 'assign':
      case 'declare':
        return KEYS.test(lastWord(parent.target));
      case 'return':
        return KEYS.test(view.enclosing(call, 'function')?.name ?? '');
      default:
        return false;
    }
  }
  return false;
}

const KEYS =
  /key|id$|code|slug|name|type|email|username|normali[sz]ed|method|extension|ext$|scheme|command|header|token|host|lower|upper/i;

function inScript(view: CodeView, call: Call): string | undefined {
  const method = methodOf(call);
  const [first] = call.args;
  if (/^toLocale(?:Lower|Upper)Case$/.test(method))
    return first ? undefined : isKey(view, call) ? CASE : undefined;
  if (
    /^(?:Number|parseFloat|parseInt)$/.test(calleeOf(call)) &&
    first?.kind === 'call' &&
    methodOf(first) === 'toLocaleString'
  )
    return NUMBER;
  if (/^toLocale(?:Date|Time)?String$/.test(method) && call.args.length === 0)
    return isForPrograms(view, call) ? NUMBER : undefined;
  if (calleeOf(call) === 'btoa' && first && isPeopleText(view, first, true))
    return 'fails for letters outside of Latin. Is the text plain ASCII for sure?';
  const split = method === 'reverse' ? receiverOf(call) : undefined;
  if (split?.kind === 'call' && methodOf(split) === 'split' && plainText(split.args[0]) === '') {
    const text = receiverOf(split);
    return text && isPeopleText(view, text, true)
      ? 'tears letters apart that take two places, like 😀. Is the text plain ASCII for sure?'
      : undefined;
  }
  if (
    /^(?:toString|readFileSync)$|^Buffer\.from$/.test(method === 'from' ? calleeOf(call) : method)
  )
    return plainText(call.args.at(-1)) === 'ascii' || plainText(call.args.at(-1)) === 'binary'
      ? 'loses all letters outside of English. Is the text plain ASCII for sure?'
      : undefined;
  return undefined;
}

function inPython(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const method = methodOf(call);
  const { args } = call;
  const hasEncoding = args.some(
    (arg) => (arg.kind === 'named' && arg.name === 'encoding') || arg.kind === 'spread',
  );
  if (hasEncoding) return undefined;
  if (name === 'open' || name === 'io.open' || name === 'codecs.open') {
    const mode = args.find((arg) => arg.kind === 'named' && arg.name === 'mode');
    const written = plainText(mode?.kind === 'named' ? mode.value : args[1]);
    const isUntold =
      written === undefined &&
      ((args[1] !== undefined && args[1].kind !== 'named') || mode !== undefined);
    const isBytes = written?.includes('b') === true;
    const isMany = args.filter(({ kind }) => kind !== 'named').length > 3;
    return isUntold || isBytes || isMany || name === 'codecs.open' || isPseudoFile(args[0])
      ? undefined
      : ENCODING;
  }
  const effect = opensText(call, name, method);
  if (effect !== undefined) return effect;
  if (method === 'encode') {
    const receiver = receiverOf(call);
    return plainText(args[0]) === 'ascii' &&
      !args[1] &&
      receiver &&
      isPeopleText(view, receiver, true)
      ? 'fails for letters outside of English. Is the text plain ASCII for sure?'
      : undefined;
  }
  if (method === 'read_text' && args.length === 0 && view.parentOf(call) !== undefined)
    return ENCODING;
  return method === 'write_text' && args.length === 1 ? ENCODING : undefined;
}

/** Python's other ways to open text: `path.open()`, `gzip.open(p, "rt")`, `NamedTemporaryFile("w")`. */
function opensText(call: Call, name: string, method: string): string | undefined {
  const receiver = receiverOf(call);
  const named = call.args.find((arg) => arg.kind === 'named' && arg.name === 'mode');
  const written = (at: number): string | undefined =>
    plainText(named?.kind === 'named' ? named.value : call.args[at]);
  if (/^(?:gzip|bz2|lzma)\.open$/.test(name))
    return /t/.test(written(1) ?? '') ? ENCODING : undefined;
  if (/(?:^|\.)(?:Named)?TemporaryFile$/.test(name))
    return /^[rwax]\+?$/.test(written(0) ?? '') ? ENCODING : undefined;
  if (name === 'os.fdopen') return /^[rwa]\+?$/.test(written(1) ?? 'r') ? ENCODING : undefined;
  if (/(?:^|\.)TextIOWrapper$/.test(name)) return call.args.length === 1 ? ENCODING : undefined;
  if (method !== 'open' || !receiver) return undefined;
  const isPath =
    receiver.kind === 'call'
      ? /^(?:Path|joinpath|with_suffix|with_name)$/.test(methodOf(receiver))
      : receiver.kind === 'binary' || /(?:^|_)(?:path|dir|folder)$/.test(lastWord(receiver));
  const mode = written(0) ?? (call.args[0] ? undefined : 'r');
  return isPath && mode !== undefined && !mode.includes('b') ? ENCODING : undefined;
}

function isPseudoFile(code: Code | undefined): boolean {
  const path = plainText(code);
  return path !== undefined && /^\/(?:dev|proc|sys)\//.test(path);
}

function inJava(view: CodeView, call: Call, types: DeclaredTypes): string | undefined {
  const method = methodOf(call);
  const name = calleeOf(call);
  const { args } = call;
  if (!call.isNew) {
    if (
      /^to(?:Lower|Upper)Case$/.test(method) &&
      args.length === 0 &&
      name !== 'Character.toLowerCase'
    )
      return isKey(view, call) ? CASE : undefined;
    if (/^URL(?:En|De)coder\.(?:en|de)code$/.test(name))
      return args.length === 1 ? ENCODING : undefined;
    if (method === 'formatted') {
      const format = plainText(receiverOf(call)) ?? '';
      return /%[,.\d]*f|%,d/.test(format) ? NUMBER : undefined;
    }
    if (method === 'toString' && args.length === 0)
      return types.typeOf(receiverOf(call) ?? call) === 'ByteArrayOutputStream'
        ? ENCODING
        : undefined;
    if (/^String\.format$|\.printf$/.test(name) && /%[,.\d]*f|%,d/.test(plainText(args[0]) ?? '')) {
      return name === 'String.format' ||
        /(?:writer|file|csv|out)\.printf$/i.test(name.replace('System.out', ''))
        ? NUMBER
        : undefined;
    }
    return method === 'getBytes' && args.length === 0 && isTextual(receiverOf(call), types)
      ? ENCODING
      : undefined;
  }
  if (/^(?:FileReader|FileWriter|InputStreamReader|OutputStreamWriter)$/.test(name)) {
    return args.length === 1 ||
      (name === 'FileWriter' && args.length === 2 && args[1]?.kind === 'constant')
      ? ENCODING
      : undefined;
  }
  const [first] = args;
  if (/^(?:Scanner|PrintWriter|PrintStream)$/.test(name))
    return args.length === 1 && first && isByteSource(first, name, types) ? ENCODING : undefined;
  const isBytes =
    first !== undefined &&
    ((types.typeOf(first) ?? '').startsWith('byte[]') ||
      /bytes?$|buf(?:fer)?$/i.test(lastWord(first)) ||
      (first.kind === 'call' && /bytes/i.test(methodOf(first))));
  return name === 'String' && args.length === 1 && isBytes ? ENCODING : undefined;
}

/** Files and streams of bytes; a scanner's text is read as it is. */
function isByteSource(code: Code, name: string, types: DeclaredTypes): boolean {
  if (plainText(code) !== undefined) return name !== 'Scanner';
  if (code.kind === 'call')
    return code.isNew && /^(?:File|FileInputStream|FileOutputStream)$/.test(calleeOf(code));
  return /^(?:File|Path|(?:\w+)?(?:In|Out)putStream)$/.test(types.typeOf(code) ?? '');
}

function isTextual(code: Code | undefined, types: DeclaredTypes): boolean {
  if (!code) return false;
  const type = types.typeOf(bare(code));
  return code.kind === 'text' || type === undefined || /String/.test(type);
}

const CULTURED = /^(?:double|float|decimal|Double|Single|Decimal)\.(?:Parse|TryParse)$/;

function inCsharp(view: CodeView, call: Call, types: DeclaredTypes): string | undefined {
  const method = methodOf(call);
  const name = calleeOf(call);
  const { args } = call;
  const receiver = receiverOf(call);
  const mentionsCulture = args.some((arg) =>
    /Culture|Comparison|Invariant|Provider|NumberStyles/.test(
      lastWord(arg) + lastWord(receiverish(arg) ?? arg),
    ),
  );
  if (mentionsCulture) return undefined;
  if (
    /^To(?:Lower|Upper)$/.test(method) &&
    args.length === 0 &&
    receiver &&
    lastWord(receiver) !== 'Char'
  )
    return isKey(view, call) ? CASE : undefined;
  if (/^Convert\.To(?:Double|Decimal|Single)$/.test(name))
    return args.length === 1 && args[0] && /^string\??$/.test(types.typeOf(args[0]) ?? '')
      ? NUMBER
      : undefined;
  if (method === 'ToString' && receiver && isFractionText(call, receiver, types))
    return isForPrograms(view, call) ? NUMBER : undefined;
  if (/^(?:string|String)\.Format$/.test(name) && /:[FNCEP]\d*\}/.test(plainText(args[0]) ?? ''))
    return isForPrograms(view, call) ? NUMBER : undefined;
  if (args.some((arg) => dotted(arg) === 'Encoding.Default')) return ENCODING;
  if (CULTURED.test(name)) return args.length <= 2 ? NUMBER : undefined;
  if (/^(?:string|String)\.Compare$/.test(name) && args.length === 2) return CASE;
  if (
    /^(?:StartsWith|EndsWith)$/.test(method) &&
    args.length === 1 &&
    args[0]?.kind === 'text' &&
    1 < (plainText(args[0]) ?? '').length &&
    receiver
  ) {
    return /^string$/i.test(types.typeOf(receiver) ?? '')
      ? "compares as the machine's language does. Is that meant, or `StringComparison.Ordinal`?"
      : undefined;
  }
  return /^Encoding\.(?:Default|ASCII)\.(?:GetBytes|GetString)$/.test(name) ? ENCODING : undefined;
}

/** `price.ToString("F2")`, `price.ToString()` of a fraction. */
function isFractionText({ args }: Call, receiver: Code, types: DeclaredTypes): boolean {
  const [format] = args;
  if (1 < args.length) return false;
  if (format) return /^[FNCEPG]\d*$|^[#0,]*0?\.[0#]+$/.test(plainText(format) ?? '');
  return /^(?:double|float|decimal)\??$/.test(types.typeOf(receiver) ?? '');
}

/** `writer.WriteLine($"{price:F2}")`. */
function* writtenTexts({ view }: RuleContext): Iterable<Trigger> {
  for (const text of view.all('text')) {
    if (
      !text.prefix.includes('$') ||
      !/\{[^{}"]{1,80}:(?:[FNCEP]\d*|0\.0+)\}/.test(view.textOf(text))
    )
      continue;
    const parent = view.parentOf(text);
    const isInvariant = parent?.kind === 'call' && /Invariant|Create/.test(calleeOf(parent));
    if (isInvariant || !isForPrograms(view, text)) continue;
    yield { at: text, about: { code: quoted(view, text), effect: NUMBER } };
  }
}

function receiverish(code: Code): Code | undefined {
  return code.kind === 'member' ? code.object : undefined;
}

function inCpp(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  if (/^(?:std\.)?to(?:lower|upper)$/.test(name) && isOwnLocale(call.args[1]))
    return "follows the machine's locale. Is the neutral one meant?";
  if (name === 'std.locale.global' && isOwnLocale(call.args[0])) return NUMBER;
  if (methodOf(call) === 'substr') {
    const text = receiverOf(call);
    const [from, count] = call.args;
    const isCut = from?.kind === 'number' && from.value === 0 && count?.kind === 'number';
    return isCut && text && isPeopleText(view, text, false) ? CUTS : undefined;
  }
  if (/^(?:std\.)?(?:tolower|toupper|isalpha|isspace|isalnum|isdigit)$/.test(name)) {
    const [first, second] = call.args;
    const isPlain =
      first !== undefined &&
      first.kind !== 'cast' &&
      !second &&
      (first.kind === 'name' || first.kind === 'index' || first.kind === 'unary');
    const isCase = /to(?:lower|upper)$/.test(name);
    return isPlain && isCase
      ? "follows the machine's locale, and must not get a negative `char`. Are the letters plain ASCII?"
      : undefined;
  }
  if (
    /^(?:std\.)?transform$/.test(name) &&
    call.args.some((arg) => /^to(?:lower|upper)$/.test(lastWord(arg)))
  ) {
    return "follows the machine's locale, and must not get a negative `char`. Are the letters plain ASCII?";
  }
  return /^(?:std\.)?setlocale$/.test(name) && plainText(call.args[1]) === '' ? NUMBER : undefined;
}

/** `std::locale("")`. */
function isOwnLocale(code: Code | undefined): boolean {
  return (
    code?.kind === 'call' &&
    /^(?:std\.)?locale$/.test(calleeOf(code)) &&
    plainText(code.args[0]) === ''
  );
}

const CUTS = 'cuts at a byte, maybe within a letter like ä. Is the text plain ASCII for sure?';

function inRust(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const method = methodOf(call);
  const [first] = call.args;
  if (/^(?:String\.)?from_utf8_lossy$/.test(name) && first) {
    const bytes = first.kind === 'unary' ? first.operand : first;
    const value = bytes.kind === 'name' ? variablesOf(view).get(bytes.name)?.values[0] : bytes;
    const read = value && bare(value);
    return read?.kind === 'call' && /(?:^|\.)fs\.read$/.test(calleeOf(read))
      ? 'replaces letters that are not UTF-8 with �. Are files of other encodings told apart?'
      : undefined;
  }
  const receiver = receiverOf(call);
  return /^to_ascii_(?:lower|upper)case$/.test(method) &&
    receiver &&
    isPeopleText(view, receiver, false)
    ? 'leaves letters like Ä as they are. Is the text plain ASCII for sure?'
    : undefined;
}

/** PHP's `$part[0]`, Go's `rune(name[i])`, Rust's `name.as_bytes()[0] as char`: a byte is taken for a letter. */
function* firstBytes({ view, language }: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  const effect =
    'takes a byte for a letter, and letters like ä have two. Is the text plain ASCII for sure?';
  for (const one of view.all('index')) {
    const parent = view.parentOf(one);
    const { object, index } = one;
    if (!index || index.kind === 'interval' || parent?.kind === 'assign') continue;
    const isLetter =
      language === 'php'
        ? index.kind === 'number' &&
          parent?.kind === 'call' &&
          /^(?:mb_)?(?:strto(?:upper|lower)|ucfirst)$/.test(calleeOf(parent))
        : language === 'go'
          ? (parent?.kind === 'cast' && parent.type === 'rune') ||
            (parent?.kind === 'call' && calleeOf(parent) === 'rune')
          : parent?.kind === 'cast' && parent.type === 'char';
    if (!isLetter) continue;
    const text =
      object.kind === 'call' && methodOf(object) === 'as_bytes' ? receiverOf(object) : object;
    const isText = language !== 'go' || types.typeOf(object) === 'string';
    if (!text || !isText || !isPeopleText(view, text, true)) continue;
    yield { at: one, about: { code: quoted(view, one), effect } };
  }
}

function inRuby(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const [first, second] = call.args.filter(({ kind }) => kind !== 'function');
  const receiver = receiverOf(call);
  if (methodOf(call) === 'encode')
    return /^(?:US-)?ASCII$/i.test(plainText(first) ?? '') && !second
      ? 'fails for letters outside of English. Is the text plain ASCII for sure?'
      : undefined;
  if (methodOf(call) === 'byteslice' && receiver)
    return isPeopleText(view, receiver, true) ? CUTS : undefined;
  const hasEncoding = call.args.some(
    (arg) =>
      (arg.kind === 'named' && /encoding|mode|binmode/.test(arg.name)) || arg.kind === 'spread',
  );
  if (hasEncoding) return undefined;
  if (/^(?:File|IO)\.(?:read|readlines|foreach)$/.test(name) && first && !second) return ENCODING;
  if (/^CSV\.(?:read|foreach|table|readlines)$/.test(name) && first)
    return plainText(second)?.includes(':') === true ? undefined : ENCODING;
  if (name === 'File.open' && first && second === undefined) return ENCODING;
  const mode = name === 'File.open' ? plainText(second) : undefined;
  return mode !== undefined && /^[rwa]\+?$/.test(mode) ? ENCODING : undefined;
}

const FOR_PEOPLE =
  /^(?:title|name|text|message|description|summary|content|caption|label|subject|comment|body|first_?name|last_?name|username|display_?name|city|bio|excerpt)$/i;

function inPhp(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const [first] = call.args;
  if (!first || receiverOf(call)) return undefined;
  if (/^utf8_(?:decode|encode)$/.test(name))
    return 'only knows Latin letters, and loses all others. Is the text never anything else?';
  if (name === 'setlocale') return plainText(call.args[1]) === '' ? NUMBER : undefined;
  const word = first.kind === 'index' ? (plainText(first.index) ?? '') : lastWord(first);
  // What is compared in one case only is mostly a key.
  const isCase = name.startsWith('strto');
  const isText =
    (FOR_PEOPLE.test(word) && !(isCase && /name|text|subject|content|body/i.test(word))) ||
    (!isCase && isPeopleText(view, first, true));
  if (
    /^(?:substr|strrev|str_split|wordwrap|str_pad|strlen|ucfirst|ucwords|lcfirst|strtolower|strtoupper)$/.test(
      name,
    ) &&
    isText
  ) {
    return `works on bytes, and letters like ä have two. Is \`mb_${name}\` meant?`.replace(
      'mb_strrev',
      'mb_str_split',
    );
  }
  return undefined;
}

/** Go's `title[:20]`, Rust's `&title[..20]`: bytes of a text are cut, not letters. */
function* cutTexts({ view, language }: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  for (const one of view.all('index')) {
    if (one.index?.kind !== 'interval') continue;
    const type = types.typeOf(one.object) ?? '';
    if (!/^&?(?:'\w+ )?(?:mut )?(?:string|str|String)$/.test(type) || one.object.kind !== 'name')
      continue;
    const { from, to } = one.index;
    const isPeople = isPeopleText(view, one.object, true);
    const isStart = from === undefined || (from.kind === 'number' && from.value === 0);
    if (!isStart || !to || !(isLimit(to) || (isPeople && to.kind === 'number'))) continue;
    const effect =
      language === 'rust'
        ? 'cuts at a byte, and panics within a letter like ä. Is the text plain ASCII for sure?'
        : 'cuts at a byte, maybe within a letter like ä. Is the text plain ASCII for sure?';
    yield { at: one, about: { code: quoted(view, one), effect } };
  }
}

/** A number of letters, not a place that was looked for. */
function isLimit(code: Code): boolean {
  if (code.kind === 'number') return 4 < code.value;
  if (code.kind === 'binary')
    return /^[-]$/.test(code.operator) && isLimit(code.left) && code.left.kind !== 'number';
  return /(?:^|_)(?:max|limit|n|width)|(?:Max|Limit|Length|Width|Len|_len|_length|_width|_limit)$|^(?:length|maxLen|max|size)/.test(
    lastWord(code),
  );
}

/** What says the neutral language, where that is one word more. */
function fixOf(call: Call, language: LanguageId): Fix | undefined {
  if (language !== 'csharp' || !/^To(?:Lower|Upper)$/.test(methodOf(call))) return undefined;
  const { end } = call.callee;
  return { title: 'Use the neutral language', edits: [{ start: end, end, text: 'Invariant' }] };
}
