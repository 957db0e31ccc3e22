import type { Body, Code } from '../code.ts';
import { functionCode } from '../make.ts';
import { at } from '../readCode.ts';
import { returning, returnOf } from './rustBodies.ts';
import { precedenceOf, reduced } from './rustOperators.ts';
import { postfixed } from './rustPostfixes.ts';
import { type Found, MAX_STEPS, type Tokens } from './rustTokenList.ts';

const MAX_PREFIXES = 20;
const MAX_CLOSURES = 20;

/**
 * An expression that begins at a token, if one does. Operators that bind tighter come first; a stack,
 * as chains can be long.
 */
export function tokenExpression(source: Tokens, from: number): Found | undefined {
  const first = operand(source, from);
  if (!first) return undefined;
  const operands: Code[] = [first.code];
  const operators: string[] = [];
  let { next } = first;
  for (let step = 0; step < MAX_STEPS; step++) {
    const operator = source.tokens[next]?.type ?? '';
    const precedence = precedenceOf(operator);
    const right = precedence === undefined ? undefined : operand(source, next + 1);
    if (precedence === undefined || !right) break;
    reduceWhile(operands, operators, precedence);
    operators.push(operator);
    operands.push(right.code);
    ({ next } = right);
  }
  reduceWhile(operands, operators, 0);
  const [code] = operands;
  return code && { code, next };
}

function reduceWhile(operands: Code[], operators: string[], precedence: number): void {
  for (let last = operators.at(-1); last !== undefined; last = operators.at(-1)) {
    if ((precedenceOf(last) ?? 0) < precedence) return;
    const right = operands.pop();
    const left = operands.pop();
    operators.pop();
    if (left && right) operands.push(reduced(last, left, right));
  }
}

const PREFIXES: ReadonlySet<string> = new Set(['!', '-', '*', '&', '&&', '%', '?', '..', '..=']);

interface Prefix {
  readonly operator: string;
  readonly start: number;
}

/** What operators stand between, with what stands before and behind it. */
function operand(source: Tokens, from: number): Found | undefined {
  const prefixes: Prefix[] = [];
  let next = from;
  for (; prefixes.length < MAX_PREFIXES; next++) {
    const token = source.tokens[next];
    if (!token || !PREFIXES.has(token.type)) break;
    const isMutable = source.tokens[next + 1]?.type === 'mutable_specifier';
    prefixes.push({ operator: isMutable ? '&mut' : token.type, start: token.startIndex });
    if (isMutable) next++;
  }
  const found = closure(source, next) ?? postfixed(source, next);
  if (!found) return undefined;
  return cast(source, { ...found, code: prefixed(prefixes, found.code) });
}

function prefixed(prefixes: readonly Prefix[], code: Code): Code {
  return prefixes.reduceRight<Code>((inner, { operator, start }) => {
    const range = { start, end: inner.end };
    if (!operator.startsWith('..')) return { kind: 'unary', ...range, operator, operand: inner };
    const isInclusive = operator !== '..';
    return { kind: 'interval', ...range, from: undefined, to: inner, isInclusive };
  }, code);
}

/** `a as u8`. */
function cast({ tokens, m }: Tokens, found: Found): Found {
  const word = tokens[found.next];
  if (!word || m.textOf(word) !== 'as') return found;
  let next = found.next + 1;
  while (TYPES.has(tokens[next]?.type ?? '')) next++;
  const type = tokens[found.next + 1];
  const last = tokens[next - 1];
  if (!type || !last || next === found.next + 1) return found;
  const { code } = found;
  return {
    code: {
      kind: 'cast',
      start: code.start,
      end: last.endIndex,
      form: 'convert',
      value: code,
      type: m.text.slice(type.startIndex, last.endIndex),
    },
    next,
  };
}

const TYPES: ReadonlySet<string> = new Set([
  ...['identifier', 'primitive_type', 'type_identifier', '::', 'self', 'crate', 'super'],
]);

/** `|a, b| …`. */
function closure(source: Tokens, from: number): Found | undefined {
  const { tokens, m, closures } = source;
  if (MAX_CLOSURES < closures) return undefined;
  const words: string[] = [];
  for (const token of tokens.slice(from, from + 2)) {
    const word = m.textOf(token);
    if (word !== 'move' && word !== 'async') break;
    words.push(word);
  }
  const next = from + words.length;
  const open = tokens[next];
  if (open?.type !== '|' && open?.type !== '||') return undefined;
  const names = open.type === '||' ? [] : tokens.slice(next + 1, next + 1 + MAX_STEPS);
  const length = names.findIndex(({ type }) => type === '|');
  if (open.type === '|' && length < 0) return undefined;
  const inside = { ...source, closures: closures + 1 };
  const body = tokenExpression(inside, open.type === '||' ? next + 1 : next + length + 2);
  const start = tokens[from]?.startIndex ?? open.startIndex;
  if (!body) return undefined;
  const { code } = body;
  const read: Body = code.kind === 'body' ? returning(code) : returnOf(code);
  const lambda = functionCode(
    {
      start,
      end: code.end,
      form: 'lambda',
      name: undefined,
      params: names
        .slice(0, Math.max(0, length))
        .filter(({ type }, index, all) => isParam(type, all[index - 1]?.type))
        .map((one) => ({
          kind: 'param',
          decorators: [],
          ...at(one),
          name: m.textOf(one),
          pattern: undefined,
          type: undefined,
          value: undefined,
          isRest: false,
          isOptional: false,
        })),
      receiver: undefined,
      returns: undefined,
      isAsync: words.includes('async'),
      isGenerator: false,
      modifiers: words,
      decorators: [],
    },
    () => read,
  );
  return { code: lambda, next: body.next };
}

/** Not the type behind a colon. */
function isParam(type: string, before: string | undefined): boolean {
  return type === '_' || (type === 'identifier' && before !== ':' && before !== '::');
}
