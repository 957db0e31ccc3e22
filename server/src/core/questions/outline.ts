import type { ClassCode, Code, FunctionCode, Import } from '../code/code.ts';
import { everythingIn } from '../code/say.ts';

/** What a file declares, without looking into its functions. */
export interface Outline {
  readonly imports: readonly Import[];
  /** Named functions and methods, also those of classes and namespaces. */
  readonly functions: readonly FunctionCode[];
  readonly classes: readonly ClassCode[];
  /** Variables of the file itself (not of functions), and fields of classes. */
  readonly variables: readonly Code[];
  /** The functions of a name: overloads, methods of several classes. */
  functionsNamed(name: string): readonly FunctionCode[];
}

/** Reads a file's outline when something of it is first asked for. */
export function createOutline(top: Code): Outline {
  let known: Found | undefined;
  const found = (): Found => {
    known ??= readOutline(top);
    return known;
  };
  return Object.freeze({
    get imports() {
      return found().imports;
    },
    get functions() {
      return found().functions;
    },
    get classes() {
      return found().classes;
    },
    get variables() {
      return found().variables;
    },
    functionsNamed: (name: string) => found().byName.get(name) ?? [],
  });
}

interface Found {
  readonly imports: readonly Import[];
  readonly functions: readonly FunctionCode[];
  readonly classes: readonly ClassCode[];
  readonly variables: readonly Code[];
  readonly byName: ReadonlyMap<string, readonly FunctionCode[]>;
}

function readOutline(top: Code): Found {
  const imports: Import[] = [];
  const functions: FunctionCode[] = [];
  const classes: ClassCode[] = [];
  const variables: Code[] = [];
  const byName = new Map<string, FunctionCode[]>();
  const take = (name: string | undefined, one: FunctionCode): void => {
    functions.push(one);
    if (name === undefined) return;
    const named = byName.get(name) ?? [];
    byName.set(name, named);
    named.push(one);
  };
  const nodes: Code[] = [top];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    switch (node.kind) {
      case 'import':
        imports.push(node);
        break;
      case 'function':
        take(node.name, node);
        break;
      case 'class':
        classes.push(node);
        nodes.push(...node.members.toReversed());
        break;
      case 'declare':
      case 'assign': {
        variables.push(node);
        const { target, value } = node;
        if (value?.kind === 'function' && target.kind === 'name') take(target.name, value);
        else if (value?.kind === 'class') nodes.push(value);
        break;
      }
      case 'body':
        nodes.push(...node.statements.toReversed());
        break;
      case 'group':
        nodes.push(...node.items.toReversed());
        break;
      case 'expression':
        nodes.push(node.value);
        break;
      case 'if':
      case 'try':
      case 'other':
        // A conditional import, or what a preprocessor's condition holds.
        for (const inner of everythingIn(node)) if (inner.kind === 'import') imports.push(inner);
        if (node.kind === 'other') nodes.push(...node.children.toReversed());
        break;
      default:
        break;
    }
  }
  return { imports, functions, classes, variables, byName };
}
