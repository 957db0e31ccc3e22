import type { Code } from '../../../code/code.ts';
import { bare, calleeOf, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import { type Knowledge, type MaybeNothing, NULL } from './nothing.ts';

/** Calls and casts in C# that may give null. */
export function inCsharp(code: Code, known: Knowledge): MaybeNothing | undefined {
  // `x as T`.
  if (code.kind === 'cast' && code.form === 'claim') return NULL;
  const call = bare(code);
  if (call.kind === 'index') {
    const isOutside = /^(?:AppSettings|Session|QueryString|TempData|ViewData)$/.test(
      lastWord(call.object),
    );
    return isOutside && plainText(call.index) !== undefined ? NULL : undefined;
  }
  if (call.kind !== 'call') return undefined;
  const name = calleeOf(call);
  const method = methodOf(call);
  if (/^(?:Environment\.GetEnvironmentVariable|Console\.ReadLine|Type\.GetType)$/.test(name)) {
    return call.args.length < 2 ? NULL : undefined;
  }
  if (!CS_DEFAULT.test(method) || !receiverOf(call)) return undefined;
  const [first, second] = call.args;
  if (method === 'Find') {
    return first?.kind === 'function' || second !== undefined || isSet(receiverOf(call))
      ? NULL
      : undefined;
  }
  if (/^(?:Attribute|Element)$/.test(method)) return call.args.length === 1 ? NULL : undefined;
  if (/^(?:Deserialize|DeserializeObject)/.test(method)) {
    return /^(?:JsonSerializer|JsonConvert)\./.test(name) ? NULL : undefined;
  }
  const hasDefault = /OrDefault/.test(method) && second !== undefined && second.kind !== 'name';
  const type = known.types.typeOf(call.callee);
  return hasDefault || type !== undefined ? undefined : NULL;
}

const CS_DEFAULT =
  /^(?:(?:First|Single|Last|ElementAt)OrDefault(?:Async)?|FindAsync|GetValueOrDefault|FindBy(?:Id|Name|Email)Async|Find|FindFirst|FindFirstValue|GetService|GetMethod|GetProperty|GetField|GetConstructor|GetManifestResourceStream|Attribute|Element|GetCustomAttribute|Deserialize|DeserializeObject|DeserializeAsync)$/;

/** A database's table: `_context.Users`, `db.Orders`. */
function isSet(code: Code | undefined): boolean {
  return code?.kind === 'member' && /(?:context|db)$/i.test(lastWord(code.object));
}
