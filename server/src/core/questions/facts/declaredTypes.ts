import type { Call, Code } from '../../code/code.ts';
import { dotted, lastWord } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { perFile } from './perFile.ts';

/** Tells the types of variables, parameters and fields as they are declared. Looks at the outline. */
export interface DeclaredTypes {
  /** As written, or what its first value says (`new Map()` is `Map`, `1.5` is `float`, `1` is `int`). */
  typeOf(code: Code): string | undefined;
}

/** Types written where there is none to tell. */
const UNTOLD = /^(?:auto|var|let|const|const auto|auto ?[&*]+|any|object|dynamic)$/;

/** Reads the declared types of a block, its file's variables and its classes' fields once. */
export function createDeclaredTypes(context: RuleContext): DeclaredTypes {
  const { view } = context;
  const own = new Map<string, string>();
  for (const { name, type } of view.all('param')) {
    if (name !== undefined) put(own, name, type);
  }
  for (const one of view.all('declare', 'assign')) {
    if (one.target.kind === 'name') put(own, one.target.name, typeOfDeclared(one));
    const [first] = one.target.kind === 'pattern' ? one.target.parts : [];
    if (first?.kind === 'name' && one.value?.kind === 'call') {
      put(own, first.name, typeOfParsed(one.value));
    }
  }
  return Object.freeze({
    typeOf(code: Code): string | undefined {
      const name = dotted(code);
      if (name === undefined) return undefined;
      const last = lastWord(code);
      if (code.kind === 'name') return own.get(name) ?? typesOutside(context).get(last);
      // A field of another class may have the same name; its type is mostly the same as well.
      return typesOutside(context).get(last);
    },
  });
}

/** Types of the file's variables and its classes' fields, by name. */
const typesOutside = perFile(({ outline }): ReadonlyMap<string, string> => {
  const types = new Map<string, string>();
  for (const one of outline.variables) {
    if (one.kind !== 'declare' && one.kind !== 'assign') continue;
    put(types, lastWord(one.target), typeOfDeclared(one));
  }
  return types;
});

function put(types: Map<string, string>, name: string, type: string | undefined): void {
  if (type !== undefined && !types.has(name)) types.set(name, type);
}

function typeOfDeclared(one: Code): string | undefined {
  if (one.kind !== 'declare' && one.kind !== 'assign') return undefined;
  if (one.kind === 'declare' && one.type !== undefined && !UNTOLD.test(one.type)) return one.type;
  const { value } = one;
  switch (value?.kind) {
    case 'number':
      return value.isFloat ? 'float' : 'int';
    case 'text':
      return 'string';
    case 'dict':
      return value.type ?? 'dict';
    case 'cast':
      return value.form === 'nonNull' ? undefined : value.type;
    case 'call':
      return typeOfMade(value.callee, value.isNew, value.args[0]);
    default:
      return undefined;
  }
}

/** Go's `n, err := strconv.Atoi(text)`. */
function typeOfParsed(call: Call): string | undefined {
  const size = call.args[2];
  const bits = size?.kind === 'number' && size.value !== 0 ? String(size.value) : '';
  switch (dotted(call.callee)) {
    case 'strconv.Atoi':
      return 'int';
    case 'strconv.ParseInt':
      return `int${bits}`;
    case 'strconv.ParseUint':
      return `uint${bits}`;
    case 'strconv.ParseFloat':
      return 'float64';
    default:
      return undefined;
  }
}

/** `new Map()`, `make(map[string]*T)`, `HashMap::new()`, `dict()`. */
function typeOfMade(callee: Code, isNew: boolean, first: Code | undefined): string | undefined {
  const name = dotted(callee);
  if (name === undefined) return undefined;
  if (isNew) return name;
  if (name === 'make' && first?.kind === 'other') return first.type;
  const made = /^([A-Z]\w*)\.(?:new|from|with_capacity|default)$/.exec(name);
  return made?.[1] ?? (name === 'dict' || name === 'defaultdict' ? name : undefined);
}
