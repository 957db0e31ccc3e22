import type { Code, CodeOf } from '../../code/code.ts';

type Transparent = CodeOf<'await' | 'propagate' | 'cast' | 'spawn'>;

/** It is its value, awaited, passed on or seen as another type. */
export function isTransparent(code: Code): code is Transparent {
  return (
    code.kind === 'await' ||
    code.kind === 'propagate' ||
    code.kind === 'cast' ||
    code.kind === 'spawn'
  );
}

/** What it is without `await`, `?`, casts, and PHP's `@` around it. */
export function inner(code: Code): Code {
  let node = code;
  for (;;) {
    if (isTransparent(node)) node = node.value;
    else if (node.kind === 'unary' && node.operator === '@') node = node.operand;
    else return node;
  }
}
