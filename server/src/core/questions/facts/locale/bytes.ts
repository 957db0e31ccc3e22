import {
  calleeOf,
  doneIn,
  lastWord,
  mentions,
  methodOf,
  plainText,
  receiverOf,
} from '../../../code/say.ts';
import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { isPeopleText } from './peopleText.ts';
import type { DeclaredTypes } from '../declaredTypes.ts';
import { variablesOf } from '../variables.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { quoted } from '../../words.ts';
import { CUTS, NUMBER } from './effects.ts';

/** The same in C++. */
export function inCpp(view: CodeView, call: Call, types: DeclaredTypes): string | undefined {
  const name = calleeOf(call);
  if (/^(?:std\.)?to(?:lower|upper)$/.test(name) && isOwnLocale(call.args[1]))
    return "follows the machine's locale. Is the neutral one meant?";
  if (/(?:^|\.)(?:imbue|global)$/.test(name) && isOwnLocale(call.args[0])) return NUMBER;
  if (methodOf(call) === 'substr') {
    const text = receiverOf(call);
    const [from, count] = call.args;
    const isCut = from?.kind === 'number' && from.value === 0 && count?.kind === 'number';
    return isCut && text && isPeopleText(view, text, false) ? CUTS : undefined;
  }
  if (/^(?:std\.)?toupper$/.test(name) && isFirstOfName(view, call)) return ONE_BYTE;
  if (/^(?:std\.)?(?:tolower|toupper|isalpha|isspace|isalnum|isdigit)$/.test(name)) {
    const [first, second] = call.args;
    const isPlain =
      first !== undefined &&
      first.kind !== 'cast' &&
      !second &&
      (first.kind === 'name' || first.kind === 'index' || first.kind === 'unary');
    const isCase = /to(?:lower|upper)$/.test(name);
    const type = first?.kind === 'name' ? (types.typeOf(first) ?? '') : '';
    if (/\bunsigned char\b|^u?int|^uint8_t\b/.test(type)) return undefined;
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

const ONE_BYTE =
  'changes one byte by the locale of the machine, and ä or ç has two. Are the letters plain ASCII?';

/** `part[0] = toupper(part[0])`, `name.front() = …` of what people are called or read. */
function isFirstOfName(view: CodeView, call: Call): boolean {
  const target = view.around(call).find(({ kind }) => kind === 'assign');
  if (target?.kind !== 'assign') return false;
  const { target: place } = target;
  const isFirst =
    (place.kind === 'index' && place.index?.kind === 'number' && place.index.value === 0) ||
    (place.kind === 'call' && methodOf(place) === 'front');
  const object =
    place.kind === 'index' ? place.object : place.kind === 'call' ? receiverOf(place) : undefined;
  if (!isFirst || !object) return false;
  const words = `${lastWord(object)} ${view.enclosing(call, 'function')?.name ?? ''}`;
  return /title|person|customer|author|city|street|(?:first|last|full|display|user|badge|nick)_?name|caption|capitali[sz]e|^word/i.test(
    words,
  );
}

/** The same in Rust. */
export function inRust(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const method = methodOf(call);
  const [first] = call.args;
  if (/^(?:String\.)?from_utf8_lossy$/.test(name) && first) {
    const bytes = first.kind === 'unary' ? first.operand : first;
    return bytes.kind === 'name' && isRead(view, bytes.name)
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

/** Whether a variable holds what was read from somewhere. */
function isRead(view: CodeView, name: string): boolean {
  const values = variablesOf(view).get(name)?.values ?? [];
  const isGiven = values.some((value) =>
    [...doneIn(value)].some(
      (one) => one.kind === 'call' && /^(?:read|bytes|body|to_bytes)$/.test(methodOf(one)),
    ),
  );
  if (isGiven) return true;
  return view
    .all('call')
    .some(
      (one) =>
        /^(?:read|read_to_end|read_exact)$/.test(methodOf(one)) &&
        one.args.some((arg) => mentions(arg, name)),
    );
}

/** PHP's `$part[0]`, Go's `rune(name[i])`, Rust's `name.as_bytes()[0] as char`: a byte is taken for a letter. */
export function* firstBytes(
  { view, language }: RuleContext,
  types: DeclaredTypes,
): Iterable<Trigger> {
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

/** Go's `title[:20]`, Rust's `&title[..20]`: bytes of a text are cut, not letters. */
export function* cutTexts(
  { view, language }: RuleContext,
  types: DeclaredTypes,
): Iterable<Trigger> {
  for (const one of view.all('index')) {
    if (one.index?.kind !== 'interval') continue;
    const type = types.typeOf(one.object) ?? '';
    if (!/^&?(?:'\w+ )?(?:mut )?(?:string|str|String)$/.test(type) || one.object.kind !== 'name')
      continue;
    const { from, to } = one.index;
    const isPeople = isPeopleText(view, one.object, true);
    const isStart = from === undefined || (from.kind === 'number' && from.value === 0);
    if (/b64|base64|hex|hash|sha|uuid|digest|token/i.test(one.object.name)) continue;
    if (!isStart || !to || !(isLimit(to) || (isPeople && to.kind === 'number'))) continue;
    const effect =
      language === 'rust'
        ? 'cuts at a byte, and panics within a letter like ä. Is the text plain ASCII for sure?'
        : 'cuts at a byte, maybe within a letter like ä. Is the text plain ASCII for sure?';
    yield { at: one, about: { code: quoted(view, one), effect } };
  }
}

/** `std::locale("")`. */
function isOwnLocale(code: Code | undefined): boolean {
  return (
    code?.kind === 'call' &&
    /^(?:std\.)?locale$/.test(calleeOf(code)) &&
    plainText(code.args[0]) === ''
  );
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
