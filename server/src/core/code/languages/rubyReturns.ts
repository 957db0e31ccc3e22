import type { Body, Code, If } from '../code.ts';

/**
 * A function's body with what it gives: the last value of each way through it is a `return`. A
 * `rescue` does its last call for what the call does, so only its plain values are given.
 */
export function returning(body: Body): Body {
  return withLast(body, true);
}

function withLast(body: Body, isWanted: boolean): Body {
  const last = body.statements.at(-1);
  const given = last && givenBy(last, isWanted);
  if (!given || given === last) return body;
  return { ...body, statements: [...body.statements.slice(0, -1), given] };
}

function givenBy(code: Code, isWanted: boolean): Code {
  const within = (body: Body): Body => withLast(body, isWanted);
  switch (code.kind) {
    case 'expression': {
      const { start, end, value } = code;
      const isDone = value.kind === 'call' || value.kind === 'assign';
      if (isDone && !isWanted) return code;
      return { kind: 'return', start, end, value, isImplicit: true };
    }
    case 'body':
      return within(code);
    case 'if':
      return branches(code, isWanted);
    case 'switch': {
      const cases = code.cases.map((one) => ({ ...one, body: within(one.body) }));
      return { ...code, cases };
    }
    case 'try': {
      const catches = code.catches.map((one) => ({ ...one, body: withLast(one.body, false) }));
      return { ...code, body: within(code.body), catches };
    }
    default:
      return code;
  }
}

function branches(code: If, isWanted: boolean): If {
  const { otherwise } = code;
  return {
    ...code,
    whenTrue: withLast(code.whenTrue, isWanted),
    otherwise:
      otherwise?.kind === 'if'
        ? branches(otherwise, isWanted)
        : otherwise && withLast(otherwise, isWanted),
  };
}
