import { assertNever } from '../result.ts';
import type { Code } from './code.ts';

/** What is directly in a piece of code, in text order as far as the language has one. */
export function childrenOf(code: Code): readonly Code[] {
  switch (code.kind) {
    case 'name':
    case 'number':
    case 'constant':
    case 'regex':
    case 'jump':
    case 'import':
      return [];
    case 'member':
      return [code.object];
    case 'index':
      return present(code.object, code.index);
    case 'interval':
      return present(code.from, code.to);
    case 'call':
      return [code.callee, ...code.args];
    case 'text':
      return code.parts.filter((part) => typeof part !== 'string');
    case 'binary':
      return [code.left, code.right];
    case 'unary':
      return [code.operand];
    case 'assign':
      return present(code.target, code.value);
    case 'declare':
      return [...code.decorators, ...present(code.target, code.value)];
    case 'pattern':
      return code.parts;
    case 'conditional':
      return [code.condition, code.whenTrue, code.otherwise];
    case 'if':
      return present(code.before, code.condition, code.whenTrue, code.otherwise);
    case 'loop': {
      const { before, condition, update, variable, iterable, body } = code;
      return present(before, condition, update, variable, iterable, body);
    }
    case 'comprehension':
      return [code.element, ...code.clauses];
    case 'switch':
      return [...present(code.subject), ...code.cases];
    case 'case':
      return [...code.tests, code.body];
    case 'try':
      return [...code.resources, code.body, ...code.catches, ...present(code.finally)];
    case 'catch':
      return [code.body];
    case 'named':
    case 'throw':
    case 'propagate':
    case 'return':
    case 'await':
    case 'yield':
    case 'spawn':
    case 'cast':
    case 'spread':
    case 'expression':
    case 'attribute':
      return present(code.value);
    case 'defer':
      return [...code.values, ...present(code.body)];
    case 'function':
      return [...code.decorators, ...present(code.receiver), ...code.params, ...present(code.body)];
    case 'param':
      return [...code.decorators, ...present(code.pattern, code.value)];
    case 'class':
      return [...code.decorators, ...code.members];
    case 'list':
      return code.items;
    case 'dict':
      return code.entries;
    case 'entry':
      return [code.key, code.value];
    case 'body':
      return code.statements;
    case 'element':
      return [...code.attributes, ...code.children];
    case 'group':
      return code.items;
    case 'other':
      return code.children;
    default:
      return assertNever(code);
  }
}

function present(...codes: readonly (Code | undefined)[]): Code[] {
  return codes.filter((code) => code !== undefined);
}
