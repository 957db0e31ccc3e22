import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf } from '../../code/say.ts';
import { isNumericType } from './numericType.ts';
import { passingOf } from './passing.ts';
import { variablesOf, type Variables } from './variables.ts';

/** More nodes than this are not looked at: what is longer is not known to be ours. */
const MAX_NODES = 200;

/** Constants by their spelling: `TABLE`, `Config.TABLE_NAME`, `k_max` is none. */
const UPPER = /^[A-Z][A-Z\d_]*$/;

/**
 * Whether a value is the program's own: words and numbers of the code, constants, variables that hold
 * nothing else, numbers of any sort. What a parameter or a call gives is not.
 */
export function isOwnValue(view: CodeView, top: Code): boolean {
  const variables = variablesOf(view);
  const nodes: Code[] = [top];
  const seen = new Set<string>();
  let left = MAX_NODES;
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (--left < 0) return false;
    const inside = piecesThatCount(node, variables, seen);
    if (inside === undefined) return false;
    nodes.push(...inside);
  }
  return true;
}

/** What must be ours for this to be; undefined where it is not, whatever is in it. */
function piecesThatCount(
  code: Code,
  variables: Variables,
  seen: Set<string>,
): readonly Code[] | undefined {
  switch (code.kind) {
    case 'number':
    case 'constant':
    case 'regex':
      return [];
    case 'text':
      return code.parts.filter((part) => typeof part !== 'string');
    case 'name': {
      if (UPPER.test(code.name) && 1 < code.name.length && code.name !== 'ARGV') return [];
      const variable = variables.get(code.name);
      if (!variable) return undefined;
      if (variable.isNumeric || seen.has(code.name)) return [];
      if (variable.isParam || variable.isUnclear || variable.values.length === 0) return undefined;
      seen.add(code.name);
      return variable.values;
    }
    case 'member':
      // `Status.Active`, `sizes.length`, `nameof(x)`; a constant of a class.
      if (code.object.kind === 'name' && /^(?:request|req)$/.test(code.object.name))
        return undefined;
      if (UPPER.test(code.name) || /^(?:length|size|Length|Count)$/.test(code.name)) return [];
      return code.object.kind === 'name' && isEnumLike(code.object.name, code.name)
        ? []
        : undefined;
    case 'index':
      // What is taken out of a list of ours is ours.
      return [code.object];
    case 'call': {
      if (passingOf(code).asNumber || COUNTING.has(methodOf(code))) return [];
      const isJoin = /^(?:join|Join|implode|repeat|Repeat|str_repeat|fill)$/.test(methodOf(code));
      if (isJoin) {
        return [
          ...(code.callee.kind === 'member' && !isModule(code.callee.object)
            ? [code.callee.object]
            : []),
          ...code.args,
        ];
      }
      if (/^(?:map|collect|Select|array_map|array_fill|nCopies)$/.test(methodOf(code))) {
        // `ids.map(() => '?')`: one of ours for each.
        const lambda = code.args.find(({ kind }) => kind === 'function');
        const [given] = lambda?.kind === 'function' ? (lambda.body?.statements ?? []) : [];
        if (given?.kind === 'return' && given.value) return [given.value];
        return methodOf(code) === 'nCopies' || methodOf(code) === 'array_fill'
          ? code.args
          : undefined;
      }
      return KEEPING.has(methodOf(code)) && code.callee.kind === 'member'
        ? [code.callee.object]
        : undefined;
    }
    case 'binary':
      if (/^[-*/]$/.test(code.operator) && code.operator !== '*') return [];
      return [code.left, code.right];
    case 'comprehension':
      return [code.element];
    case 'conditional':
      return [code.whenTrue, code.otherwise];
    case 'cast':
      return isNumericType(code.type) ? [] : [code.value];
    case 'unary':
      return code.operator === '&' || code.operator === '*' ? [code.operand] : [];
    case 'list':
      return code.items;
    case 'group':
      return code.items;
    case 'dict':
      return code.entries;
    case 'entry':
    case 'spread':
    case 'named':
    case 'await':
      return code.value ? [code.value] : [];
    case 'switch':
      return undefined;
    default:
      return undefined;
  }
}

function isModule(code: Code): boolean {
  return code.kind === 'name' && /^(?:strings|String|string|Collections)$/.test(code.name);
}

/** `Order.Desc`: both begin with a capital. */
function isEnumLike(owner: string, name: string): boolean {
  return (
    /^[A-Z][a-z]/.test(owner) &&
    /^[A-Z][a-z]/.test(name) &&
    !/^(?:Request|Environment)$/.test(owner)
  );
}

const COUNTING: ReadonlySet<string> = new Set([
  ...['len', 'count', 'strlen', 'Len', 'sizeof', 'time', 'now', 'Now', 'range', 'nameof', 'random'],
]);

/** Methods that give the same text, in other letters. */
const KEEPING: ReadonlySet<string> = new Set([
  ...[
    'trim',
    'lower',
    'upper',
    'toLowerCase',
    'toUpperCase',
    'strip',
    'c_str',
    'to_string',
    'freeze',
  ],
  ...['as_str', 'to_owned', 'clone', 'toString', 'ToString', 'to_s', 'data'],
]);

/** The last words of what a value is called, for tables of names; its own where it has one. */
export function wordOf(code: Code): string {
  if (code.kind === 'call') return methodOf(code);
  if (code.kind === 'index') return wordOf(code.object);
  if (code.kind === 'await' || code.kind === 'spread') return wordOf(code.value);
  return lastWord(code);
}
