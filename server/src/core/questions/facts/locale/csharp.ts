import { calleeOf, dotted, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { isForPrograms } from './written.ts';
import type { DeclaredTypes } from '../declaredTypes.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { quoted } from '../../words.ts';
import { CASE, ENCODING, NUMBER, isKey } from './effects.ts';

/** The same in C#. */
export function inCsharp(view: CodeView, call: Call, types: DeclaredTypes): string | undefined {
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
    return args.length === 1 && args[0] && isRaw(args[0], types) ? NUMBER : undefined;
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
    /[A-Za-z-]{2}/.test(plainText(args[0]) ?? '') &&
    receiver
  ) {
    return /^string$/i.test(types.typeOf(receiver) ?? '')
      ? "compares as the machine's language does. Is that meant, or `StringComparison.Ordinal`?"
      : undefined;
  }
  return /^Encoding\.(?:Default|ASCII)\.(?:GetBytes|GetString)$/.test(name) ? ENCODING : undefined;
}

/** `writer.WriteLine($"{price:F2}")`. */
export function* writtenTexts({ view }: RuleContext): Iterable<Trigger> {
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

const CULTURED = /^(?:double|float|decimal|Double|Single|Decimal)\.(?:Parse|TryParse)$/;

/** A text, by its type or its name. */
function isRaw(code: Code, types: DeclaredTypes): boolean {
  const type = types.typeOf(code);
  if (type !== undefined) return /^string\??$/.test(type);
  if (code.kind === 'index')
    return /parts|fields|columns|cells|values|tokens/i.test(lastWord(code.object));
  return /(?:text|str|string|input|line|field|column|cell|raw)$/i.test(lastWord(code));
}

/** `F` of a date is no fraction. */
function isDate(receiver: Code, types: DeclaredTypes): boolean {
  return (
    /^(?:DateTime\w*|DateOnly|TimeOnly|TimeSpan)\??$/.test(types.typeOf(receiver) ?? '') ||
    /^(?:Utc)?Now$|^Today$|(?:Date|Time)$/.test(lastWord(receiver))
  );
}

/** `price.ToString("F2")`, `price.ToString()` of a fraction. */
function isFractionText({ args }: Call, receiver: Code, types: DeclaredTypes): boolean {
  const [format] = args;
  if (1 < args.length || isDate(receiver, types)) return false;
  if (format) return /^(?:[FCEP]\d*|[NG]\d+)$|^[#0,]*0?\.[0#]+$/.test(plainText(format) ?? '');
  return /^(?:double|float|decimal)\??$/.test(types.typeOf(receiver) ?? '');
}

function receiverish(code: Code): Code | undefined {
  return code.kind === 'member' ? code.object : undefined;
}
