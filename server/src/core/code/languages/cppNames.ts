import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeReading } from '../codeLanguage.ts';
import { at, other } from '../readCode.ts';
import { dotted } from '../say.ts';

/** Longer paths are written by no person, and what walks them may have a stack that ends. */
const MAX_PATH = 100;

/** A name in C or C++, without the blanks that may stand in it. */
export function name(node: SyntaxNode, m: CodeReading): Code {
  return { kind: 'name', ...at(node), name: flat(m.textOf(node)) };
}

/** A template with its arguments is named without them. */
export function templated(node: SyntaxNode, m: CodeReading): Code {
  const named = node.childForFieldName('name');
  return named ? { kind: 'name', ...at(node), name: simpleName(named, m) } : other(node, []);
}

/** `template f<T>`, `typename A::B`. */
export function dependent(node: SyntaxNode, m: CodeReading): Code {
  const held = node.children.findLast(({ isNamed }) => isNamed);
  return held ? m.code(held) : name(node, m);
}

/** A type as a value: its name without what makes it a pointer. */
export function typeDescriptor(node: SyntaxNode, m: CodeReading): Code {
  return m.field(node, 'type') ?? other(node, m.all(node));
}

/** `a::b::c` is a member of a member, though the grammar nests it the other way round. */
export function qualified(node: SyntaxNode, m: CodeReading): Code {
  const { start, end } = at(node);
  let object: Code | undefined;
  let current = node;
  for (let nSteps = 0; nSteps < MAX_PATH; nSteps++) {
    const scope = current.childForFieldName('scope');
    if (scope) {
      const stop = scope.endIndex;
      object = object
        ? {
            kind: 'member',
            start,
            end: stop,
            object,
            name: simpleName(scope, m),
            isOptional: false,
          }
        : { kind: 'name', start, end: stop, name: simpleName(scope, m) };
    }
    const next = current.childForFieldName('name');
    if (!next) return object ?? other(node, []);
    if (next.type !== 'qualified_identifier') {
      const last = simpleName(next, m);
      return object
        ? { kind: 'member', start, end, object, name: last, isOptional: false }
        : { kind: 'name', start, end, name: last };
    }
    current = next;
  }
  return other(node, []);
}

/** The last word of a name: without what it is in, and without a template's arguments. */
export function simpleName(node: SyntaxNode, m: CodeReading): string {
  let inner = node;
  for (let nSteps = 0; nSteps < MAX_PATH; nSteps++) {
    const next =
      inner.type === 'dependent_name' || inner.type === 'dependent_type'
        ? inner.children.findLast(({ isNamed }) => isNamed)
        : NAMED.has(inner.type)
          ? inner.childForFieldName('name')
          : undefined;
    if (!next) break;
    inner = next;
  }
  return flat(m.textOf(inner));
}

const NAMED: ReadonlySet<string> = new Set([
  'qualified_identifier',
  'template_function',
  'template_method',
  'template_type',
]);

/** What a name is in, the innermost: `B` for `ns::B<T>::f`. Undefined where it is in nothing. */
export function scopeName(node: SyntaxNode, m: CodeReading): string | undefined {
  let found: SyntaxNode | undefined;
  let current: SyntaxNode | null = node;
  while (current?.type === 'qualified_identifier') {
    found = current.childForFieldName('scope') ?? found;
    current = current.childForFieldName('name');
  }
  return found && simpleName(found, m);
}

/** A type's name as code that stands at one place, as the type itself stands elsewhere. */
export function typeAt(type: SyntaxNode, m: CodeReading, start: number): Code {
  const words = dotted(m.code(type))?.split('.') ?? [flat(m.textOf(type))];
  const place = { start, end: start };
  const [first = '', ...more] = words;
  const top: Code = { kind: 'name', ...place, name: first };
  return more.reduce<Code>(
    (object, word) => ({ kind: 'member', ...place, object, name: word, isOptional: false }),
    top,
  );
}

/** Text on one line, without blanks but between words. */
export function flat(written: string): string {
  return written.replace(/\s+/g, ' ').replace(/\B | \B/g, '');
}
