import type { Code } from '../../code/code.ts';
import { methodOf, plainText } from '../../code/say.ts';
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
 * look at it before. What `isPassedOver` is left out where nothing says that it comes from outside.
 */
export function openValueIn(
  context: RuleContext,
  top: Code,
  harmless: RegExp,
  isPassedOver: (code: Code) => boolean = () => false,
): OpenValue | undefined {
  const { view } = context;
  const variables = variablesOf(view);
  const nodes: Code[] = [top];
  const seen = new Set<string>();
  let found: OpenValue | undefined;
  for (let node = nodes.pop(), i = 0; node && i < MAX_STEPS; node = nodes.pop(), i++) {
    if (isMadeHarmless(node, harmless)) continue;
    // What is added to a text of ours later is not ours.
    const isGrown = node.kind === 'name' && outsideOf(context).textIn(node)?.kind === 'request';
    if (!isGrown && isOwnValue(view, node)) continue;
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
        const grown =
          isGrown && values.some(isBeginning) ? outsideOf(context).textIn(node) : undefined;
        if (!grown || isChecked(view, node, grown)) continue;
        found = { code: node, origin: grown };
        continue;
      }
      if (seen.has(node.name)) continue;
    }
    const origin = outsideOf(context).valueIn(node);
    if (origin?.isNumber || isChecked(view, node, origin)) continue;
    if (origin?.kind === 'request') return { code: node, origin };
    if (!origin && isPassedOver(node)) continue;
    if (!found || (origin && !found.origin)) found = { code: node, origin };
  }
  return found;
}

/** An empty list, or text of ours, that more is added to. */
function isBeginning(code: Code): boolean {
  return code.kind === 'list' || plainText(code) !== undefined;
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
      // `comments.map((c) => `<li>${c.text}</li>`)`
      const each = /^(?:map|flatMap|Select|collect|array_map)$/.test(method)
        ? args.find(isLambda)
        : undefined;
      const made = each?.kind === 'function' ? each.body?.statements.at(-1) : undefined;
      if (made?.kind === 'return' && made.value && piecesOf(made.value)) return [made.value];
      const isKept = /^(?:c_str|toString|to_string|as_str|str|trim|to_s|ToString|String)$/.test(
        method,
      );
      return isKept && callee.kind === 'member' && args.length === 0 ? [callee.object] : undefined;
    }
    default:
      return undefined;
  }
}

function isLambda({ kind }: Code): boolean {
  return kind === 'function';
}

function isMadeHarmless(code: Code, harmless: RegExp): boolean {
  return code.kind === 'call' && harmless.test(methodOf(code));
}

/** Certainly from a client: worse than what only may be. */
export function severityOf({ origin }: OpenValue): Severity {
  return origin?.kind === 'request' ? 'high' : 'normal';
}
