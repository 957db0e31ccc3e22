import type { Assign, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare } from '../../../code/say.ts';
import type { DeclaredTypes } from '../declaredTypes.ts';
import { bitsOf } from '../numberTypes.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt } from '../../words.ts';
import { FITS } from './casts.ts';

/** Java's `small += n`: what is computed in 32 bits or more is cut back without a cast. */
export function* compoundAssigns({ view }: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  for (const one of view.all('assign')) {
    const { operator, value } = one;
    if (!value || !/^(?:[-+*/%&|^]|<<|>>>)=$/.test(operator)) continue;
    const type = types.typeOf(one.target);
    if (type === 'float') {
      if (isDouble(view, value, types))
        yield effectAt(view, one, 'keeps half the digits of a `double`. Is that meant?');
      continue;
    }
    if (type === 'int' || type === 'long') {
      const given = types.typeOf(bare(value)) ?? '';
      if (/^(?:float|double)$/.test(given) || (type === 'int' && given === 'long'))
        yield effectAt(view, one, `is cut back to \`${type}\` without a cast. ${FITS}`);
      continue;
    }
    if (type === undefined || !/^(?:byte|short|char)$/.test(type)) continue;
    const bits = bitsOf('java', type) ?? 16;
    if (isWider(one, value, bits, types))
      yield effectAt(view, one, `is cut back to ${bits} bits without a cast. ${FITS}`);
  }
}

function isWider(one: Assign, value: Code, bits: number, types: DeclaredTypes): boolean {
  const isOfBits = /^[&|^]=$/.test(one.operator);
  const mask = value.kind === 'unary' && value.operator === '~' ? value.operand : value;
  if (mask.kind === 'number') return !isOfBits || 2 ** bits <= mask.value;
  // Java computes in 32 bits at least.
  if (!isOfBits && value.kind === 'binary' && /^[-+*]$/.test(value.operator)) return true;
  const known = bitsOf('java', types.typeOf(bare(value)) ?? '');
  return !isOfBits && known !== undefined && bits < known && 32 <= known;
}

/** A literal without `f`, a `double`, or what is computed of one. */
function isDouble(view: CodeView, code: Code, types: DeclaredTypes): boolean {
  if (code.kind === 'cast') return code.type === 'double';
  const one = bare(code);
  if (one.kind === 'number') return one.isFloat && !/[fF]$/.test(view.textOf(one));
  if (one.kind === 'binary') {
    return (
      /^[-+*/]$/.test(one.operator) &&
      (isDouble(view, one.left, types) || isDouble(view, one.right, types))
    );
  }
  return types.typeOf(one) === 'double';
}
