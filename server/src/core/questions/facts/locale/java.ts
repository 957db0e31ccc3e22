import { bare, calleeOf, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { variablesOf } from '../variables.ts';
import type { DeclaredTypes } from '../declaredTypes.ts';
import { CASE, ENCODING, NUMBER, isKey } from './effects.ts';

/** The same in Java. */
export function inJava(view: CodeView, call: Call, types: DeclaredTypes): string | undefined {
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
    return method === 'getBytes' &&
      args.length === 0 &&
      isTextual(receiverOf(call), types) &&
      !isAscii(view, receiverOf(call))
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

/** A text that is written here, without letters that differ. */
function isAscii(view: CodeView, code: Code | undefined): boolean {
  const values = code?.kind === 'name' ? (variablesOf(view).get(code.name)?.values ?? []) : [code];
  const [value, ...others] = values;
  const written = others.length === 0 ? plainText(value) : undefined;
  return written !== undefined && /^[ -~]*$/.test(written);
}

function isTextual(code: Code | undefined, types: DeclaredTypes): boolean {
  if (!code) return false;
  const type = types.typeOf(bare(code));
  return code.kind === 'text' || type === undefined || /String/.test(type);
}
