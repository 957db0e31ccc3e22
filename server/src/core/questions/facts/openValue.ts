import type { Code } from '../../code/code.ts';
import { methodOf } from '../../code/say.ts';
import type { RuleContext, Severity } from '../rule.ts';
import { piecesOf } from './building.ts';
import { isChecked } from './checked.ts';
import type { Origin } from './origin.ts';
import { outsideOf } from './outside.ts';
import { isOwnValue } from './ownValue.ts';
import { variablesOf } from './variables.ts';

/** A value in an expression that is not the program's own. */
export interface OpenValue {
  readonly code: Code;
  readonly origin: Origin | undefined;
}

/** More steps than this are not taken from a value to what it is made of. */
const MAX_STEPS = 60;

/**
 * The value in an expression that is not the program's own, through the variables that are built in the
 * block: one from outside before any other. Calls that `harmless` names make one harmless; so does a
 * look at it before.
 */
export function openValueIn(
  context: RuleContext,
  top: Code,
  harmless: RegExp,
): OpenValue | undefined {
  const { view } = context;
  const variables = variablesOf(view);
  const nodes: Code[] = [top];
  const seen = new Set<string>();
  let found: OpenValue | undefined;
  for (let node = nodes.pop(), i = 0; node && i < MAX_STEPS; node = nodes.pop(), i++) {
    if (isOwnValue(view, node) || isMadeHarmless(node, harmless)) continue;
    const inside = insideOf(node);
    if (inside) {
      nodes.push(...inside.toReversed());
      continue;
    }
    const variable = node.kind === 'name' ? variables.get(node.name) : undefined;
    if (node.kind === 'name' && variable && !variable.isParam && !variable.isUnclear) {
      const values = variable.values.filter((value) => value.start < top.start);
      const isBuilt = values.some(
        (value) => insideOf(value) !== undefined || isMadeHarmless(value, harmless),
      );
      if (isBuilt && !seen.has(node.name)) {
        seen.add(node.name);
        nodes.push(...values.toReversed());
        continue;
      }
      if (seen.has(node.name)) continue;
    }
    const origin = outsideOf(context).valueIn(node);
    if (origin?.isNumber || isChecked(view, node, origin)) continue;
    if (origin?.kind === 'request') return { code: node, origin };
    if (!found || (origin && !found.origin)) found = { code: node, origin };
  }
  return found;
}

/** What must be looked at instead: pieces of a text, items, branches. */
function insideOf(code: Code): readonly Code[] | undefined {
  const pieces = piecesOf(code);
  if (pieces) return pieces.flatMap((piece) => (piece.kind === 'value' ? [piece.code] : []));
  switch (code.kind) {
    case 'list':
      return code.items;
    case 'binary':
      return /^(?:\+|\.|\|\||\?\?)$/.test(code.operator) ? [code.left, code.right] : undefined;
    case 'conditional':
      return [code.whenTrue, code.otherwise];
    case 'cast':
    case 'await':
    case 'spread':
    case 'named':
    case 'propagate':
      return code.value ? [code.value] : [];
    case 'unary':
      return code.operator === '&' ? [code.operand] : undefined;
    case 'call': {
      const { callee, args } = code;
      const method = methodOf(code);
      if (/^(?:join|Join|implode)$/.test(method)) {
        return [
          ...(callee.kind === 'member' && callee.object.kind !== 'name' ? [callee.object] : []),
          ...args,
        ];
      }
      const isKept = /^(?:c_str|toString|to_string|as_str|str|trim|to_s|ToString|String)$/.test(
        method,
      );
      return isKept && callee.kind === 'member' && args.length === 0 ? [callee.object] : undefined;
    }
    default:
      return undefined;
  }
}

function isMadeHarmless(code: Code, harmless: RegExp): boolean {
  return code.kind === 'call' && harmless.test(methodOf(code));
}

/** Certainly from a client: worse than what only may be. */
export function severityOf({ origin }: OpenValue): Severity {
  return origin?.kind === 'request' ? 'high' : 'normal';
}
