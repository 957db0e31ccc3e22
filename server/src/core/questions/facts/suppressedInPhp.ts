import type { Code } from '../../code/code.ts';
import { doneIn, mentions, methodOf } from '../../code/say.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';
import { isCleanup } from './cleanup.ts';
import { isExplained } from './explained.ts';
import { outsideOf } from './outsideCalls.ts';

/** PHP's `@f()` whose answer nobody asks for failure. */
export function* suppressedInPhp(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  for (const one of view.all('unary')) {
    const { operator, operand } = one;
    if (operator !== '@' || operand.kind !== 'call' || isCleanup(operand)) continue;
    if (outsideOf(operand, language) === undefined) continue;
    if (
      /^(?:mkdir|chmod|touch|filemtime|filesize|getimagesize|parse_ini_file)$/.test(
        methodOf(operand),
      )
    )
      continue;
    if (isTested(context, one) || isExplained(view, view.statementOf(one))) continue;
    yield { at: one, about: { what: callWords(view, operand), how: 'silent' } };
  }
}

/** In a condition, a comparison, or kept in a variable that is asked for failure later. */
function isTested({ view }: RuleContext, one: Code): boolean {
  let child = one;
  for (const node of view.around(one)) {
    switch (node.kind) {
      case 'binary':
      case 'unary':
      case 'conditional':
      case 'return':
      case 'cast':
        return true;
      case 'if':
      case 'loop':
        return true;
      case 'assign': {
        const { target } = node;
        if (node.value !== child || target.kind === 'pattern') return false;
        const around = view.parentOf(view.statementOf(node));
        if (around?.kind === 'if' || around?.kind === 'loop') return true;
        const name = target.kind === 'name' ? target.name : view.flat(target);
        return isAskedLater(view, view.after(node), name) || isAround(view.around(node));
      }
      case 'expression':
      case 'body':
      case 'function':
        return false;
      default:
        child = node;
    }
    child = node;
  }
  return false;
}

function isAround(nodes: readonly Code[]): boolean {
  const kind = nodes[0]?.kind;
  return kind === 'if' || kind === 'binary' || kind === 'unary' || kind === 'loop';
}

function isAskedLater(view: CodeView, statements: readonly Code[], name: string): boolean {
  for (const statement of statements.slice(0, 6)) {
    if (
      statement.kind === 'return' &&
      statement.value?.kind === 'name' &&
      statement.value.name === name
    )
      return true;
    for (const node of doneIn(statement)) {
      if (
        (node.kind === 'if' || node.kind === 'conditional') &&
        (mentions(node.condition, name) || holdsField(view, node.condition, name))
      )
        return true;
      if (
        node.kind === 'binary' &&
        /^(?:[!=]==?|\?\?|&&|\|\|)$/.test(node.operator) &&
        mentions(node, name)
      )
        return true;
    }
  }
  return false;
}

/** `$user['prefs']`, `$this->data` as they stand. */
function holdsField(view: CodeView, condition: Code, name: string): boolean {
  return name.startsWith('$') && view.flat(condition).includes(name);
}
