import type { Call, Code, Text } from '../code.ts';

/** A macro's call. Names in the braces of a format (`{user}`) are code put into its text. */
export function macroCall(
  callee: Code,
  args: readonly Code[],
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): Call {
  const isFormat = (callee.kind === 'name' || callee.kind === 'member') && FORMATS.has(callee.name);
  const first = isFormat ? args.find(({ kind }) => kind === 'text') : undefined;
  return {
    kind: 'call',
    start,
    end,
    callee,
    args: args.map((one) => (one === first && one.kind === 'text' ? filled(one, text) : one)),
    isNew: false,
    isOptional: false,
  };
}

const FORMATS: ReadonlySet<string> = new Set([
  ...['format!', 'print!', 'println!', 'eprint!', 'eprintln!', 'write!', 'writeln!', 'panic!'],
  ...['format_args!', 'todo!', 'unimplemented!', 'unreachable!', 'assert!', 'assert_eq!'],
  ...['assert_ne!', 'debug_assert!', 'error!', 'warn!', 'info!', 'debug!', 'trace!', 'log!'],
  ...['bail!', 'anyhow!', 'ensure!', 'eyre!'],
]);

/** `{{` is a brace; `{}` and `{0}` stand for arguments that follow. */
const PLACE = /\{\{|\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*(?::[^{}]*)?\}/gu;

function filled(code: Text, text: string): Text {
  const [written] = code.parts;
  if (typeof written !== 'string') return code;
  const offset = text.indexOf(written, code.start + code.prefix.length);
  const parts: (string | Code)[] = [];
  let from = 0;
  for (const { 0: place, 1: name, index } of written.matchAll(PLACE)) {
    if (name === undefined) continue;
    if (from < index) parts.push(written.slice(from, index));
    const start = offset + index + place.indexOf(name);
    parts.push({ kind: 'name', start, end: start + name.length, name });
    from = index + place.length;
  }
  if (from < written.length) parts.push(written.slice(from));
  return { ...code, parts };
}
