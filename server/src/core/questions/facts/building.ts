import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, methodOf } from '../../code/say.ts';

/** A piece of a text that is put together: words of the program, or a value. */
export type Piece =
  | { readonly kind: 'words'; readonly words: string }
  /** `spec` is how a format writes it: `%d`, `{:?}`; empty where it does not say. */
  | { readonly kind: 'value'; readonly code: Code; readonly spec: string };

/** More pieces than this are not looked at. */
const MAX_PIECES = 400;

/**
 * The pieces of a text that is put together in one expression: a template, a sum, a format. Undefined
 * for what puts nothing together, and for text without values in it.
 */
export function piecesOf(top: Code): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  const nodes: Code[] = [top];
  let hasWords = false;
  for (let node = nodes.pop(); node && pieces.length < MAX_PIECES; node = nodes.pop()) {
    const inside = splitOf(node);
    if (inside === undefined) {
      pieces.push({ kind: 'value', code: node, spec: '' });
      continue;
    }
    if (inside.kind === 'parts') {
      nodes.push(...inside.codes.toReversed());
      continue;
    }
    for (const piece of inside.pieces) {
      if (piece.kind === 'words') hasWords = true;
      pieces.push(piece);
    }
  }
  return hasWords && pieces.some(({ kind }) => kind === 'value') ? pieces : undefined;
}

/** The words of it, with `?` for each value. */
export function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'words' ? piece.words : '?')).join('');
}

/** The expressions that put text together in a block, each with all that belongs to it. */
export function* buildingsIn(view: CodeView): Iterable<{ at: Code; pieces: readonly Piece[] }> {
  for (const code of view.all('text', 'binary', 'call')) {
    const parent = view.parentOf(code);
    const isPart =
      (parent?.kind === 'binary' && isSum(parent.operator)) ||
      (parent?.kind === 'call' && parent.callee !== code && formatOf(parent) !== undefined) ||
      (parent?.kind === 'member' && isWholeFormat(view, parent));
    if (isPart && (parent.kind !== 'binary' || parent.operator !== '<<')) continue;
    if (code.kind === 'binary' && code.operator === '<<' && parent?.kind === 'binary') continue;
    const pieces = piecesOf(code);
    if (pieces) yield { at: code, pieces };
  }
}

function isWholeFormat(view: CodeView, member: Code): boolean {
  const call = view.parentOf(member);
  return call?.kind === 'call' && call.callee === member && formatOf(call) !== undefined;
}

type Split =
  | { readonly kind: 'parts'; readonly codes: readonly Code[] }
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] };

function isSum(operator: string): boolean {
  return operator === '+' || operator === '.' || operator === '<<' || operator === '&';
}

function splitOf(code: Code): Split | undefined {
  switch (code.kind) {
    case 'text':
      return {
        kind: 'pieces',
        pieces: code.parts.map((part) =>
          typeof part === 'string'
            ? { kind: 'words', words: part }
            : { kind: 'value', code: part, spec: '' },
        ),
      };
    case 'binary':
      if (isSum(code.operator)) return { kind: 'parts', codes: [code.left, code.right] };
      if (code.operator === '%' && code.left.kind === 'text') {
        const { right } = code;
        const args = right.kind === 'list' || right.kind === 'group' ? right.items : [right];
        return { kind: 'pieces', pieces: formatted(code.left.parts, args) };
      }
      return undefined;
    case 'call': {
      const format = formatOf(code);
      if (format) return { kind: 'pieces', pieces: formatted(format.parts, format.args) };
      const [only] = code.args;
      // `std::string("…")`, `String::from("…")`, `new StringBuilder("…")`.
      const isKept =
        code.callee.kind === 'member' &&
        code.callee.object.kind === 'text' &&
        /^(?:to_string|to_owned|into|String|toString)$/.test(code.callee.name);
      if (isKept && code.callee.kind === 'member')
        return { kind: 'parts', codes: [code.callee.object] };
      const isText = only && code.args.length === 1 && TEXTS.has(calleeOf(code));
      if (isText) return { kind: 'parts', codes: [only] };
      if (methodOf(code) === 'concat' && code.callee.kind === 'member') {
        return { kind: 'parts', codes: [code.callee.object, ...code.args] };
      }
      return undefined;
    }
    case 'cast':
      return code.form === 'claim' ? { kind: 'parts', codes: [code.value] } : undefined;
    case 'unary':
      return code.operator === '&' ? { kind: 'parts', codes: [code.operand] } : undefined;
    default:
      return undefined;
  }
}

const TEXTS: ReadonlySet<string> = new Set([
  ...['std.string', 'string', 'String.from', 'QString', 'StringBuilder', 'String', 'str', 'f'],
]);

interface Format {
  readonly parts: readonly (string | Code)[];
  readonly args: readonly Code[];
}

/** The text of a format and what is put into it; undefined where a call formats nothing. */
function formatOf(call: Call): Format | undefined {
  const method = methodOf(call);
  if (!FORMATS.has(method)) return undefined;
  const { callee, args } = call;
  if (callee.kind === 'member' && callee.object.kind === 'text') {
    return { parts: callee.object.parts, args };
  }
  const chained = method === 'arg' ? chainedArgs(call) : undefined;
  if (chained) return chained;
  const at = args.findIndex(({ kind }) => kind === 'text');
  const text = args[at];
  if (text?.kind !== 'text' || 3 < at) return undefined;
  return { parts: text.parts, args: args.slice(at + 1) };
}

/** Qt's `QString("… %1 %2").arg(a).arg(b)`. */
function chainedArgs(call: Call): Format | undefined {
  const args: Code[] = [];
  let node: Code = call;
  for (let i = 0; i < 20; i++) {
    if (node.kind !== 'call') return undefined;
    const [only] = node.args;
    if (node.callee.kind === 'member' && node.callee.name === 'arg') {
      args.unshift(...node.args);
      node = node.callee.object;
    } else {
      const isText =
        only?.kind === 'text' &&
        /^(?:QString|QStringLiteral|tr|fromUtf8|QLatin1String)$/.test(methodOf(node));
      return isText ? { parts: only.parts, args } : undefined;
    }
  }
  return undefined;
}

const FORMATS: ReadonlySet<string> = new Set([
  ...[
    'format',
    'Format',
    'formatted',
    'Sprintf',
    'printf',
    'sprintf',
    'snprintf',
    'format!',
    'vsprintf',
  ],
  ...[
    'AppendFormat',
    'Fprintf',
    'asprintf',
    'concat!',
    'Errorf',
    'format_args!',
    'StrFormat',
    'arg',
  ],
]);

const HOLE = /%(?:\d+\$)?[-+ #0]*[\d.*]*(?:l|h|z)*[a-zA-Z]|\{[^{}\s]*\}/g;

/** A format's words with its values between them. */
function formatted(parts: readonly (string | Code)[], args: readonly Code[]): Piece[] {
  const pieces: Piece[] = [];
  const rest = args.flatMap((arg) => (arg.kind === 'list' ? arg.items : [arg]));
  let next = 0;
  for (const part of parts) {
    if (typeof part !== 'string') {
      pieces.push({ kind: 'value', code: part, spec: '' });
      continue;
    }
    let end = 0;
    for (const hole of part.matchAll(HOLE)) {
      const code = rest[next];
      if (!code) break;
      next++;
      pieces.push({ kind: 'words', words: part.slice(end, hole.index) });
      pieces.push({
        kind: 'value',
        code: code.kind === 'named' ? code.value : code,
        spec: hole[0],
      });
      end = hole.index + hole[0].length;
    }
    pieces.push({ kind: 'words', words: part.slice(end) });
  }
  for (const code of rest.slice(next)) pieces.push({ kind: 'value', code, spec: '' });
  return pieces;
}
