import { calleeOf, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import type { Call } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { isPeopleText } from './peopleText.ts';
import { ENCODING, LOST, isPseudoFile } from './effects.ts';

/** The same in Python. */
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
  const saysErrors = args.some((arg) => arg.kind === 'named' && arg.name === 'errors');
  if (/^(?:decode|encode)$/.test(method) && isLossy && (args.length === 2 || saysErrors))
    return isTakenApart(view, call) ? undefined : LOST;
  if (hasEncoding) return undefined;
  if (name === 'open' || name === 'io.open' || name === 'codecs.open') {
    const mode = args.find((arg) => arg.kind === 'named' && arg.name === 'mode');
    const written = plainText(mode?.kind === 'named' ? mode.value : args[1]);
    const isUntold =
      written === undefined &&
      ((args[1] !== undefined && args[1].kind !== 'named') || mode !== undefined);
    const isBytes = written?.includes('b') === true;
    const isMany = args.filter(({ kind }) => kind !== 'named').length > 3;
    return isUntold ||
      isBytes ||
      isOfDigits(view, call) ||
      isMany ||
      name === 'codecs.open' ||
      isPseudoFile(args[0])
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

/** A file that holds the number of a process, or whose number is all that is used. */
function isOfDigits(view: CodeView, call: Call): boolean {
  const [path] = call.args;
  if (path && /pid_?(?:file|path)?\b/i.test(view.flat(path))) return true;
  const owner = view.enclosing(call, 'function');
  return owner !== undefined && /\bos\.dup2\(/.test(view.textOf(owner));
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

/** `normalize("NFKD", text)` before it leaves the letters, and drops only their accents. */
function isTakenApart(view: CodeView, call: Call): boolean {
  const owner = view.enclosing(call, 'function');
  return owner !== undefined && /normalize\(\s*["']NFK?D/.test(view.textOf(owner));
}
