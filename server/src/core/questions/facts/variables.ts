import type { Code, Param } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { isNumericType } from './numericType.ts';

/** What a block does with a name. */
export interface Variable {
  /** All it is set to, in text order. */
  readonly values: readonly Code[];
  readonly isParam: boolean;
  /** It holds numbers, dates or the like. */
  readonly isNumeric: boolean;
  /** It is set in a way that cannot be followed: taken apart, counted up, filled by a call. */
  readonly isUnclear: boolean;
}

export type Variables = ReadonlyMap<string, Variable>;

const known = new WeakMap<CodeView, Variables>();

/** The names that a block declares and sets, its own and its functions' parameters. */
export function variablesOf(view: CodeView): Variables {
  const found = known.get(view) ?? readVariables(view);
  known.set(view, found);
  return found;
}

interface Found {
  readonly values: Code[];
  isParam: boolean;
  isNumeric: boolean;
  isUnclear: boolean;
}

function readVariables(view: CodeView): Variables {
  const variables = new Map<string, Found>();
  const of = (name: string): Found => {
    const found = variables.get(name) ?? {
      values: [],
      isParam: false,
      isNumeric: false,
      isUnclear: false,
    };
    variables.set(name, found);
    return found;
  };
  for (const param of paramsAround(view)) {
    for (const name of namesOf(param.pattern)) of(name).isParam = true;
    if (param.name === undefined) continue;
    of(param.name).isParam = true;
    if (isNumericType(param.type)) of(param.name).isNumeric = true;
  }
  for (const { callee, args } of view.all('call')) {
    // `ids.map((id, i) => …)` counts its items.
    if (callee.kind !== 'member' || !/^(?:map|forEach|flatMap)$/.test(callee.name)) continue;
    const [lambda] = args;
    const place = lambda?.kind === 'function' ? lambda.params[1]?.name : undefined;
    if (place !== undefined) of(place).isNumeric = true;
  }
  for (const one of view.all('declare', 'assign')) {
    const { target, value } = one;
    const isDeclared = one.kind === 'declare';
    if (target.kind !== 'name') {
      for (const name of namesOf(target)) of(name).isUnclear = true;
      continue;
    }
    const variable = of(target.name);
    if (value) variable.values.push(value);
    if (isDeclared && isNumericType(one.type)) variable.isNumeric = true;
    const isPlain = isDeclared || ['=', '+=', '.=', '||=', ':=', '??='].includes(one.operator);
    if (!isPlain) variable.isUnclear = true;
  }
  for (const { variable, iterable } of view.all('loop')) {
    if (variable?.kind === 'declare' && variable.target.kind === 'name' && iterable) {
      of(variable.target.name).values.push(iterable);
    } else if (variable?.kind === 'name' && iterable) of(variable.name).values.push(iterable);
    else for (const name of namesOf(variable)) of(name).isUnclear = true;
  }
  return variables;
}

/** Parameters of the functions in the block and of those around it, the outermost first. */
export function paramsAround(view: CodeView): readonly Param[] {
  const own = view.all('function');
  const [first] = own;
  const outer = first ? view.around(first).filter((one) => one.kind === 'function') : [];
  return [...outer.toReversed(), ...own].flatMap(({ params }) => params);
}

/** The names that a target sets: taken apart, in lists, with defaults. */
export function namesOf(target: Code | undefined): readonly string[] {
  const names: string[] = [];
  const nodes: Code[] = target ? [target] : [];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    switch (node.kind) {
      case 'name':
        names.push(node.name);
        break;
      case 'pattern':
        nodes.push(...node.parts.toReversed());
        break;
      case 'list':
      case 'group':
        nodes.push(...node.items.toReversed());
        break;
      case 'declare':
      case 'assign':
        nodes.push(node.target);
        break;
      case 'spread':
        nodes.push(node.value);
        break;
      case 'call':
        // Rust's `Path(id)`, `Some(x)`.
        nodes.push(...node.args.toReversed());
        break;
      case 'dict':
        nodes.push(...node.entries.toReversed());
        break;
      case 'entry':
      case 'named':
        nodes.push(node.value);
        break;
      case 'unary':
        nodes.push(node.operand);
        break;
      default:
        break;
    }
  }
  return names;
}
