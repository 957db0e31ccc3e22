import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import {
  bare,
  calleeOf,
  everythingIn,
  lastWord,
  mentions,
  methodOf,
  plainText,
  receiverOf,
} from '../../code/say.ts';
import { createDeclaredTypes, type DeclaredTypes } from '../facts/declaredTypes.ts';
import { inPython } from '../facts/locale/python.ts';
import { CASE, ENCODING, LOST, NUMBER, ORDER } from '../facts/locale/words.ts';
import { sortedByBytes } from '../facts/sortedByBytes.ts';
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
    for (const at of sortedByBytes(context)) {
      yield { at, about: { code: quoted(view, at), effect: ORDER } };
    }
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
      return inCpp(call);
    case 'ruby':
      return inRuby(call);
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
  if (/^toLocale(?:Date|Time)?String$/.test(method) && !first)
    return isForPrograms(view, call) ? NUMBER : undefined;
  if (/^(?:toString|readFileSync)$/.test(method))
    return plainText(call.args.at(-1)) === 'ascii' || plainText(call.args.at(-1)) === 'binary'
      ? 'loses all letters outside of English. Is the text plain ASCII for sure?'
      : undefined;
  return undefined;
}

/** What is written for programs: files, keys, queries. */
function isForPrograms(view: CodeView, call: Code): boolean {
  for (const around of view.around(call)) {
    if (around.kind === 'call' && WRITES.test(calleeOf(around))) return true;
    if (around.kind === 'element') return false;
    if (around.kind === 'function' && around.name !== undefined)
      return FOR_PROGRAMS.test(around.name);
  }
  return false;
}

const WRITES =
  /(?:^|\.)(?:writeFile(?:Sync)?|appendFile(?:Sync)?|stringify|setItem|query|execute)$|(?:stream|file|out|csv|writer)\w*\.(?:write|push)$/i;
const FOR_PROGRAMS = /csv|export|serial|key$|json|xml|payload|query|sql|hash|url|parse/i;

/** `String::from_utf8_lossy(&bytes)` of what was read. */
function inRust(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const [first] = call.args;
  if (!name.endsWith('from_utf8_lossy') || !first) return undefined;
  const given = first.kind === 'unary' ? first.operand : first;
  if (given.kind !== 'name') return undefined;
  const values = variablesOf(view).get(given.name)?.values ?? [];
  const isRead =
    values.some((value) =>
      [...everythingIn(value)].some(
        (one) => one.kind === 'call' && /^(?:read|bytes|body|to_bytes)$/.test(methodOf(one)),
      ),
    ) ||
    view
      .all('call')
      .some(
        (one) =>
          /^(?:read|read_to_end|read_exact)$/.test(methodOf(one)) &&
          one.args.some((arg) => mentions(arg, given.name)),
      );
  return isRead ? LOST : undefined;
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
    if (/^String\.format$|\.printf$/.test(name) && /%[,.\d]*f|%,d/.test(plainText(args[0]) ?? '')) {
      return name === 'String.format' ? NUMBER : undefined;
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
  const isBytes =
    first !== undefined &&
    ((types.typeOf(first) ?? '').startsWith('byte[]') ||
      /bytes?$|buf(?:fer)?$/i.test(lastWord(first)) ||
      (first.kind === 'call' && /bytes/i.test(methodOf(first))));
  return name === 'String' && args.length === 1 && isBytes ? ENCODING : undefined;
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
  if (CULTURED.test(name)) return args.length <= 2 ? NUMBER : undefined;
  if (/^Convert\.To(?:Double|Decimal|Single)$/.test(name) && args.length === 1)
    return args[0]?.kind === 'number' || isNumeric(types.typeOf(args[0] ?? call))
      ? undefined
      : NUMBER;
  if (method === 'ToString' && receiver) {
    const [format] = args;
    if (format)
      return POINTED.test(plainText(format) ?? '') && args.length === 1 ? NUMBER : undefined;
    return /^(?:double|float|decimal)\??$/.test(types.typeOf(receiver) ?? '') ? NUMBER : undefined;
  }
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

/** Formats of numbers that have a point in them: `F2`, `0.00`. */
const POINTED = /^(?:[FEGR]\d{0,2}|[#0]*0\.[0#]+)$/;

function isNumeric(type: string | undefined): boolean {
  return /^(?:int|long|double|float|decimal|short|byte|bool)\??$/.test(type ?? '');
}

function receiverish(code: Code): Code | undefined {
  return code.kind === 'member' ? code.object : undefined;
}

function inCpp(call: Call): string | undefined {
  const name = calleeOf(call);
  if (/^(?:std\.)?(?:tolower|toupper|isalpha|isspace|isalnum|isdigit)$/.test(name)) {
    const [first, second] = call.args;
    const isPlain =
      first !== undefined &&
      first.kind !== 'cast' &&
      (!second || isMachineLocale(second)) &&
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
  if (/(?:^|\.)(?:imbue|global)$/.test(name) && call.args.some((arg) => isMachineLocale(arg)))
    return NUMBER;
  return /^(?:std\.)?setlocale$/.test(name) && plainText(call.args[1]) === '' ? NUMBER : undefined;
}

/** `std::locale("")` */
function isMachineLocale(code: Code): boolean {
  return (
    code.kind === 'call' &&
    lastWord(code.callee) === 'locale' &&
    (plainText(code.args[0]) ?? '') === ''
  );
}

function inRuby(call: Call): string | undefined {
  const name = calleeOf(call);
  const [first, second] = call.args;
  const hasEncoding = call.args.some(
    (arg) =>
      (arg.kind === 'named' && /encoding|mode|binmode/.test(arg.name)) || arg.kind === 'spread',
  );
  if (hasEncoding) return undefined;
  if (/^(?:File|IO)\.(?:read|readlines|foreach)$/.test(name) && first && !second) return ENCODING;
  if (/^CSV\.(?:read|foreach|table|open)$/.test(name) && first && plainText(second) === undefined)
    return ENCODING;
  if (
    /^File\.(?:open|new)$/.test(name) &&
    first &&
    (second === undefined || second.kind === 'function')
  )
    return ENCODING;
  const mode = /^(?:File\.(?:open|new)|CSV\.open)$/.test(name) ? plainText(second) : undefined;
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
  const word = first.kind === 'index' ? (plainText(first.index) ?? '') : lastWord(first);
  // What is compared in one case only is mostly a key.
  const isCase = name.startsWith('strto');
  const isPart = first.kind === 'name' && isPartOfName(view, first.name);
  const isText =
    (isPart || FOR_PEOPLE.test(word)) && !(isCase && /name|text|subject|content|body/i.test(word));
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

/** A variable that holds a piece of such a text: `preg_split('/ /', $user->name)`. */
function isPartOfName(view: CodeView, name: string): boolean {
  const values = variablesOf(view).get(name)?.values ?? [];
  return values.some((value) =>
    [...everythingIn(value)].some((one) => one.kind === 'member' && FOR_PEOPLE.test(one.name)),
  );
}

/** Go's `title[:20]`, Rust's `&title[..20]`: bytes of a text are cut, not letters. */
function* cutTexts({ view, language }: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  for (const one of view.all('index')) {
    if (one.index?.kind !== 'interval') continue;
    const type = types.typeOf(one.object) ?? '';
    if (!/^&?(?:'\w+ )?(?:mut )?(?:string|str|String)$/.test(type) || one.object.kind !== 'name')
      continue;
    const { from, to } = one.index;
    const isStart = from === undefined || (from.kind === 'number' && from.value === 0);
    if (!isStart || !to || !isLimit(to)) continue;
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
  return /(?:^|_)(?:max|limit|n|width)|(?:Max|Limit|Length|Width|Len|_len|_length|_width|_limit)$|^(?:length|maxLen)/.test(
    lastWord(code),
  );
}

/** What says the neutral language, where that is one word more. */
function fixOf(call: Call, language: LanguageId): Fix | undefined {
  if (language !== 'csharp' || !/^To(?:Lower|Upper)$/.test(methodOf(call))) return undefined;
  const { end } = call.callee;
  return { title: 'Use the neutral language', edits: [{ start: end, end, text: 'Invariant' }] };
}
