/** A sign in `[…]`, by its code point; undefined for what stands for more than one (`\d`, a range). */
type Sign = number | undefined;

export interface CharacterClass {
  readonly signs: readonly Sign[];
  /** `[]`; `[^]` is not, as it takes any sign. */
  readonly isEmpty: boolean;
}

/**
 * The signs of each class `[…]` of a regular expression, in order. `byUnits`: the engine sees the two
 * halves of signs beyond 0xFFFF one by one, as JavaScript's does without the flag `u`.
 */
export function classesIn(source: string, byUnits: boolean): readonly CharacterClass[] {
  const classes: { readonly signs: Sign[]; readonly isEmpty: boolean }[] = [];
  let current: Sign[] | undefined;
  let isRange = false;
  for (let at = 0; at < source.length; ) {
    const { sign, length } = signAt(source, at, byUnits);
    const one = source[at] ?? '';
    at += length;
    if (!current) {
      if (one !== '[') continue;
      current = [];
      classes.push({ signs: current, isEmpty: source[at] === ']' });
      isRange = false;
      if (source[at] === '^') at += 1;
    } else if (one === ']') current = undefined;
    else if (one === '-' && source[at] !== ']' && current.at(-1) !== undefined) {
      current.push(undefined);
      isRange = true;
    } else {
      current.push(isRange ? undefined : sign);
      isRange = false;
    }
  }
  return classes;
}

/** Whether a class holds a sign that is several to the engine, which then takes each of them alone. */
export function takesApart({ signs }: CharacterClass): boolean {
  return signs.some((sign, i) => {
    const before = signs[i - 1];
    if (sign === undefined || before === undefined) return false;
    const isJoined = sign === JOINER && signs[i + 1] !== undefined && isBase(before);
    return (
      (isHalf(before, 0xd800) && isHalf(sign, 0xdc00)) ||
      (isMark(sign) && isBase(before)) ||
      (isTone(sign) && !isTone(before)) ||
      (isFlagPart(before) && isFlagPart(sign)) ||
      isJoined
    );
  });
}

const JOINER = 0x200d;

/** A half of a sign beyond 0xFFFF. */
function isHalf(sign: number, from: number): boolean {
  return from <= sign && sign < from + 0x400;
}

/** An accent that joins the letter before it, or chooses how a sign looks. */
function isMark(sign: number): boolean {
  return (
    !isHalf(sign, 0xd800) && !isHalf(sign, 0xdc00) && /^\p{M}$/u.test(String.fromCodePoint(sign))
  );
}

/** A letter, a digit, a picture: what marks are put on. In a list of strange signs, none is. */
function isBase(sign: number): boolean {
  return /^[\p{L}\p{N}\p{S}]$/u.test(String.fromCodePoint(sign));
}

/** The colour of a skin. */
function isTone(sign: number): boolean {
  return 0x1f3fb <= sign && sign <= 0x1f3ff;
}

/** Two of them are a flag. */
function isFlagPart(sign: number): boolean {
  return 0x1f1e6 <= sign && sign <= 0x1f1ff;
}

const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|[\s\S])/iy;

function signAt(
  source: string,
  at: number,
  byUnits: boolean,
): { readonly sign: Sign; readonly length: number } {
  if (source[at] !== '\\') {
    const sign = byUnits ? source.charCodeAt(at) : (source.codePointAt(at) ?? 0);
    return { sign, length: 0xffff < sign ? 2 : 1 };
  }
  const escape = escapeAt(source, at);
  const { code, length } = escape;
  if (code === undefined || byUnits || !isHalf(code, 0xd800)) return { sign: code, length };
  const next = escapeAt(source, at + length);
  if (next.code === undefined || !isHalf(next.code, 0xdc00)) return { sign: code, length };
  const whole = 0x10000 + (code - 0xd800) * 0x400 + (next.code - 0xdc00);
  return { sign: whole, length: length + next.length };
}

function escapeAt(source: string, at: number): { readonly code: Sign; readonly length: number } {
  ESCAPE.lastIndex = at;
  const found = ESCAPE.exec(source);
  const digits = found?.[1] ?? found?.[2] ?? found?.[3];
  const code = digits === undefined ? undefined : Number.parseInt(digits, 16);
  const isSign = code !== undefined && code <= 0x10ffff;
  return { code: isSign ? code : undefined, length: found?.[0].length ?? 1 };
}
