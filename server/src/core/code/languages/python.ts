import type { SyntaxNode } from '../../blocks/syntaxNode.ts';
import type { Code } from '../code.ts';
import type { CodeLanguage, CodeReading, ReadNode } from '../codeLanguage.ts';
import { constant, first, name, oneOrList } from '../pieces.ts';
import { at, other } from '../readCode.ts';
import { awaiting, body, dict, list, pattern, spread, yielding } from './plainNodes.ts';
import { pythonFunctions } from './pythonFunctions.ts';
import { pythonImports } from './pythonImports.ts';
import { pythonMatch } from './pythonMatch.ts';
import { pythonComments, pythonOperators } from './pythonOperators.ts';
import { awaited, pythonStatements } from './pythonStatements.ts';
import { pythonTexts } from './pythonTexts.ts';
import { pair } from './sameFields.ts';

export const python: CodeLanguage = {
  comments: pythonComments,
  wrappers: new Set(['parenthesized_expression', 'parenthesized_list_splat']),
  // A body of `pass` is empty.
  empties: new Set(['pass_statement', 'positional_separator', 'keyword_separator']),
  nodes: new Map<string, ReadNode>([
    ['module', body],
    ['block', body],
    ['identifier', name],
    ['dotted_name', dottedName],
    ['true', constant(true)],
    ['false', constant(false)],
    ['none', constant(null)],
    ['integer', number],
    ['float', number],
    ['attribute', attribute],
    ['subscript', subscript],
    ['slice', slice],
    ['call', call],
    ['keyword_argument', keywordArgument],
    ['list_splat', spread],
    ['dictionary_splat', spread],
    ['list_splat_pattern', spread],
    ['dictionary_splat_pattern', spread],
    ['augmented_assignment', assignment],
    ['assignment', assignment],
    ['await', awaiting],
    ['yield', yielding],
    ['list', list],
    ['set', list],
    ['tuple', list],
    ['expression_list', list],
    ['pattern_list', pattern],
    ['tuple_pattern', pattern],
    ['list_pattern', pattern],
    ['dictionary', dict],
    ['pair', pair],
    ['list_comprehension', comprehension],
    ['set_comprehension', comprehension],
    ['dictionary_comprehension', comprehension],
    ['generator_expression', comprehension],
    ['for_in_clause', forClause],
    ['if_clause', first],
    ...pythonOperators,
    ...pythonTexts,
    ...pythonStatements,
    ...pythonFunctions,
    ...pythonMatch,
    ...pythonImports,
  ]),
};

/** `a.b.c` of a pattern, of which the grammar only gives the words. */
function dottedName(node: SyntaxNode, m: CodeReading): Code {
  const words = node.children.filter(({ type }) => type === 'identifier');
  const [word, ...more] = words;
  if (!word) return other(node, []);
  return more.reduce<Code>(
    (object, each) => ({
      kind: 'member',
      start: word.startIndex,
      end: each.endIndex,
      object,
      name: m.textOf(each),
      isOptional: false,
    }),
    name(word, m),
  );
}

function number(node: SyntaxNode, m: CodeReading): Code {
  const written = m.textOf(node).replaceAll('_', '').toLowerCase();
  const isPlain = !/^0[xob]/.test(written);
  // An imaginary number gives NaN; Python 2 wrote `10L`.
  const value = Number(written.replace(/l$/, ''));
  return { kind: 'number', ...at(node), value, isFloat: isPlain && /[.ej]/.test(written) };
}

function attribute(node: SyntaxNode, m: CodeReading): Code {
  return {
    kind: 'member',
    ...at(node),
    object: m.needed(node, 'object'),
    name: m.fieldText(node, 'attribute') ?? '',
    isOptional: false,
  };
}

function subscript(node: SyntaxNode, m: CodeReading): Code {
  const [object, ...indexes] = m.all(node);
  if (!object) return other(node, []);
  const range = { start: indexes[0]?.start ?? node.endIndex, end: indexes.at(-1)?.end ?? 0 };
  const index = oneOrList(range, indexes);
  return { kind: 'index', ...at(node), object, index, isOptional: false };
}

/** `a:b:step`; a step that is no plain number keeps it from being an interval. */
function slice(node: SyntaxNode, m: CodeReading): Code {
  const bounds: (Code | undefined)[] = [undefined];
  for (const child of node.children) {
    if (child.type === ':') bounds.push(undefined);
    else bounds[bounds.length - 1] = m.list([child])[0] ?? bounds.at(-1);
  }
  const [from, to, step] = bounds;
  const sized = step?.kind === 'unary' ? step.operand : step;
  if (sized && sized.kind !== 'number' && sized.kind !== 'constant') {
    return other(
      node,
      bounds.filter((each) => each !== undefined),
    );
  }
  return { kind: 'interval', ...at(node), from, to, isInclusive: false };
}

function call(node: SyntaxNode, m: CodeReading): Code {
  const given = node.childForFieldName('arguments');
  const isList = given?.type === 'argument_list';
  return {
    kind: 'call',
    ...at(node),
    callee: m.needed(node, 'function'),
    args: given ? (isList ? m.all(given) : m.list([given])) : [],
    isNew: false,
    isOptional: false,
  };
}

function keywordArgument(node: SyntaxNode, m: CodeReading): Code {
  const word = m.fieldText(node, 'name') ?? '';
  return { kind: 'named', ...at(node), name: word, value: m.needed(node, 'value') };
}

/** With a type it declares its name. */
function assignment(node: SyntaxNode, m: CodeReading): Code {
  const target = m.needed(node, 'left');
  const value = m.field(node, 'right');
  const type = m.fieldText(node, 'type');
  if (type !== undefined) {
    const isConstant = /^(?:\w+\.)*Final\b/.test(type);
    return {
      kind: 'declare',
      decorators: [],
      modifiers: [],
      ...at(node),
      target,
      type,
      value,
      isConstant,
    };
  }
  const operator = m.fieldText(node, 'operator') ?? '=';
  return { kind: 'assign', ...at(node), target, operator, value };
}

function comprehension(node: SyntaxNode, m: CodeReading): Code {
  const [element, ...clauses] = m.all(node);
  if (!element) return other(node, []);
  return { kind: 'comprehension', ...at(node), element, clauses };
}

/** `for a in b`: `a` takes what is in `b`. */
function forClause(node: SyntaxNode, m: CodeReading): Code {
  const target = m.needed(node, 'left');
  const value = m.field(node, 'right');
  return {
    kind: 'assign',
    ...at(node),
    target,
    operator: 'in',
    value: value && awaited(node, value),
  };
}
