import type { Code } from '../../code/code.ts';
import { isValue } from './assertions.ts';

/** Whether code names one value that nothing works out: `3`, `Status.Open`, `date(2024, 3, 31)`, `Some(3)`. */
export function isFixedValue(code: Code): boolean {
  switch (code.kind) {
    case 'named':
      return isFixedValue(code.value);
    case 'unary':
      return isFixedValue(code.operand);
    case 'name':
      return /^[A-Z][A-Z0-9_]+$|^None$/.test(code.name);
    case 'member':
      return isValue(code) || (/^[A-Z]/.test(code.name) && isNamespace(code.object));
    case 'call':
      // Asserting libraries' own words are no values: `expect(x)`, `any(String)`.
      return (
        0 < code.args.length && isMaker(code.callee, code.isNew) && code.args.every(isFixedValue)
      );
    default:
      return isValue(code);
  }
}

/** `Status`, `shop.Status` */
function isNamespace(code: Code): boolean {
  return code.kind === 'name' || (code.kind === 'member' && isNamespace(code.object));
}

const MAKERS =
  /^(?:date|time|datetime|timedelta|decimal|fraction|uuid|path|url|uri|of|valueOf|parse|from|new|vec!|str|list|set|tuple|dict|bytes|format!|timestamp|duration|days|hours|minutes|seconds|millis)$/i;

/** A type's name, or a word that makes a value of what is written behind it. */
function isMaker(callee: Code, isNew: boolean): boolean {
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  const isOfType = callee.kind !== 'member' || isNamespace(callee.object);
  return isOfType && (isNew || MAKERS.test(name) || /^[A-Z]/.test(name));
}
