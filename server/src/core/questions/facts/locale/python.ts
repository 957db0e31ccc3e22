import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../../code/say.ts';
import { ENCODING, LOST } from './words.ts';

/** What a call in Python leaves to the machine's encoding, or drops. */
export function inPython(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const method = methodOf(call);
  const { args } = call;
  const hasEncoding = args.some(
    (arg) => (arg.kind === 'named' && arg.name === 'encoding') || arg.kind === 'spread',
  );
  const isLossy = args.some((arg) =>
    /^(?:ignore|replace)$/.test(plainText(arg.kind === 'named' ? arg.value : arg) ?? ''),
  );
  if (/^(?:decode|encode)$/.test(method) && isLossy && (args.length === 2 || hasErrors(args)))
    return LOST;
  if (hasEncoding) return undefined;
  if (OPENS_TEXT.test(name) || isPathOpen(call)) {
    const at = isPathOpen(call) ? 0 : 1;
    const mode = args.find((arg) => arg.kind === 'named' && arg.name === 'mode');
    const written = plainText(mode?.kind === 'named' ? mode.value : args[at]);
    const isUntold =
      written === undefined &&
      ((args[at] !== undefined && args[at].kind !== 'named') || mode !== undefined);
    const isBytes = written?.includes('b') === true;
    const isMany = args.filter(({ kind }) => kind !== 'named').length > 3;
    // What only archives and pipes do in bytes by themselves.
    const isOfBytes = written?.includes('t') !== true && /^(?:gzip|bz2|lzma)\./.test(name);
    return isUntold || isBytes || isMany || isOfBytes || isPseudoFile(args[0])
      ? undefined
      : ENCODING;
  }
  if (method === 'read_text' && args.length === 0 && view.parentOf(call) !== undefined)
    return ENCODING;
  return method === 'write_text' && args.length === 1 ? ENCODING : undefined;
}

const OPENS_TEXT =
  /^(?:open|io\.open|os\.fdopen|fdopen|gzip\.open|bz2\.open|lzma\.open|(?:io\.)?TextIOWrapper)$/;

function hasErrors(args: readonly Code[]): boolean {
  return args.some((arg) => arg.kind === 'named' && arg.name === 'errors');
}

/** `Path("a").open()`, `path.open("w")` */
function isPathOpen({ callee }: Call): boolean {
  if (callee.kind !== 'member' || callee.name !== 'open') return false;
  const { object } = callee;
  return object.kind === 'call'
    ? /^(?:pathlib\.)?Path$/.test(calleeOf(object))
    : /(?:^|_)path$|_dir$/.test(lastWord(object));
}

function isPseudoFile(code: Code | undefined): boolean {
  const path = plainText(code);
  return path !== undefined && /^\/(?:dev|proc|sys)\//.test(path);
}
