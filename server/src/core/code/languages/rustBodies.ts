import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Body, Code, CodeKind, If } from '../code.ts';
import { bodyAround, statement } from '../pieces.ts';
import { at } from '../readCode.ts';

/** What gives a value; the rest are statements as they are. */
const VALUES: ReadonlySet<CodeKind> = new Set<CodeKind>([
  ...(['name', 'member', 'index', 'interval', 'call', 'text', 'number', 'constant'] as const),
  ...(['binary', 'unary', 'assign', 'propagate', 'await', 'yield', 'cast', 'list'] as const),
  ...(['dict'] as const),
]);

/** An expression without its semicolon ends where its value ends: it may be what the body gives. */
export function asStatement(code: Code, node: SyntaxNode): Code {
  const isValue =
    VALUES.has(code.kind) ||
    (code.kind === 'function' && (code.form === 'lambda' || code.form === 'block')) ||
    (code.kind === 'other' && code.type.endsWith('_expression'));
  if (!isValue) return code;
  if (node.type !== 'expression_statement') return statement(code);
  return { kind: 'expression', ...at(node), value: code };
}

/** A function's body: the last value, also that of each last branch, is what it returns. */
export function returning(body: Body): Body {
  const last = body.statements.at(-1);
  if (!last) return body;
  return { ...body, statements: [...body.statements.slice(0, -1), returned(last)] };
}

/** The body of one value, which is returned. */
export function returnOf(value: Code): Body {
  return returning(bodyAround([statement(value)], value.start));
}

function returned(code: Code): Code {
  switch (code.kind) {
    case 'expression': {
      const { start, end, value } = code;
      const isDropped = value.end < end || value.kind === 'assign';
      return isDropped ? code : { kind: 'return', start, end, value, isImplicit: true };
    }
    case 'body':
      return returning(code);
    case 'if':
      return returnedIf(code);
    case 'switch':
      return {
        ...code,
        cases: code.cases.map((one) => ({ ...one, body: returning(one.body) })),
      };
    default:
      return code;
  }
}

function returnedIf(code: If): If {
  const { whenTrue, otherwise } = code;
  const rest = otherwise?.kind === 'if' ? returnedIf(otherwise) : otherwise && returning(otherwise);
  return { ...code, whenTrue: returning(whenTrue), otherwise: rest };
}
