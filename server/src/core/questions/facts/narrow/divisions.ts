import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare, calleeOf, lastWord, methodOf } from '../../../code/say.ts';
import type { DeclaredTypes } from '../declaredTypes.ts';
import { lengthOf } from '../lengths.ts';
import { isFloatType, isWholeType } from '../numberTypes.ts';
import { isEcmascript } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';

/** `double average = sum / count` of whole numbers; `done / total * 100`. */
export function* divisions(
  { view, language }: RuleContext,
  types: DeclaredTypes,
): Iterable<Trigger> {
  if (language === 'php') {
    yield* scaledParts(view);
    return;
  }
  if (isEcmascript(language)) return;
  for (const one of view.all('binary')) {
    const isWhole = language === 'python' ? one.operator === '//' : one.operator === '/';
    if (!isWhole) continue;
    const parent = view.parentOf(one);
    const isScaled =
      parent?.kind === 'binary' &&
      parent.operator === '*' &&
      parent.left === one &&
      parent.right.kind === 'number' &&
      /^100(?:\.0)?$/.test(view.flat(parent.right));
    if (language === 'python') {
      const target = parent?.kind === 'assign' ? lastWord(parent.target) : '';
      const around =
        parent?.kind === 'return' ? (view.enclosing(one, 'function')?.name ?? '') : target;
      const isMean =
        lengthOf(one.right) !== undefined && /av(?:era)?g|mean|ratio|percent/i.test(around);
      if (isMean) yield effectAt(view, one, 'drops the rest. Is a fraction wanted?');
      if (isScaled)
        yield effectAt(
          view,
          parent,
          'drops the rest before it is multiplied. Is a fraction wanted?',
        );
      continue;
    }
    if (language === 'ruby') {
      if (isRubyWhole(view, one.left, one.right, isScaled, parent)) {
        yield effectAt(view, one, 'drops the rest where both are whole. Is a fraction wanted?');
      }
      continue;
    }
    const areWhole = isWholeValue(one.left, types) && isWholeValue(one.right, types);
    const isBare =
      one.left.kind === 'number' &&
      one.right.kind === 'number' &&
      one.left.value % one.right.value === 0;
    if (!areWhole || isBare) continue;
    if (isScaled || isFloatPlace(parent, one, view)) {
      yield effectAt(
        view,
        one,
        'divides whole numbers, so the rest is lost. Is a fraction wanted?',
      );
    }
  }
}

/** PHP's `intdiv($done, $total) * 100`. */
function* scaledParts(view: CodeView): Iterable<Trigger> {
  for (const one of view.all('binary')) {
    const { operator, left, right } = one;
    if (operator !== '*' || left.kind !== 'call' || calleeOf(left) !== 'intdiv') continue;
    if (right.kind === 'number' && right.value === 100)
      yield effectAt(view, one, 'drops the rest before it is multiplied. Is a fraction wanted?');
  }
}

function isRubyWhole(
  view: CodeView,
  left: Code,
  right: Code,
  isScaled: boolean,
  parent: Code | undefined,
): boolean {
  const isCount = (code: Code): boolean => lengthOf(code) !== undefined;
  if (
    [left, right].some(
      (side) => side.kind === 'call' && /^(?:to_f|to_d|to_r|Float|fdiv)$/.test(methodOf(side)),
    )
  )
    return false;
  if ([left, right].some((side) => side.kind === 'number' && side.isFloat)) return false;
  if (isScaled) return true;
  if (!isCount(right)) return false;
  if (parent?.kind === 'call' && /^(?:ceil|floor|to_i|round)$/.test(methodOf(parent))) return false;
  const name =
    parent?.kind === 'assign'
      ? lastWord(parent.target)
      : (view.enclosing(parent ?? left, 'function')?.name ?? '');
  return isCount(left) || /av(?:era)?g|mean|ratio|percent|rate/i.test(name);
}

function isWholeValue(code: Code, types: DeclaredTypes): boolean {
  const one = bare(code);
  if (code.kind === 'cast') return isWholeType(code.type);
  if (one.kind === 'number') return !one.isFloat;
  if (one.kind === 'binary')
    return (
      /^[-+*]$/.test(one.operator) &&
      isWholeValue(one.left, types) &&
      isWholeValue(one.right, types)
    );
  return lengthOf(one) !== undefined || isWholeType(types.typeOf(one) ?? '');
}

/** A variable of a floating type, a function's result, a cast to one. */
function isFloatPlace(parent: Code | undefined, one: Code, view: CodeView): boolean {
  switch (parent?.kind) {
    case 'declare':
      return isFloatType(parent.type ?? '');
    case 'cast':
      return isFloatType(parent.type);
    case 'return':
      return isFloatType(view.enclosing(one, 'function')?.returns ?? '');
    default:
      return false;
  }
}
