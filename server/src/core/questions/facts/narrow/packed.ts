import type { Call, Code } from '../../../code/code.ts';
import { bare, calleeOf, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import { lengthOf } from '../lengths.ts';
import { variablesOf } from '../variables.ts';
import { isEcmascript, type LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { effectAt, quoted } from '../../words.ts';
import { FITS } from './casts.ts';

/** Lengths that are written in one or two bytes: `struct.pack(">H", len(data))`, `view.setUint16(0, data.length)`. */
export function* packedLengths(
  { view, language }: RuleContext,
  compared: ReadonlySet<string>,
): Iterable<Trigger> {
  const isLength = (code: Code): boolean => {
    const one = bare(code);
    const value = one.kind === 'name' ? onlyValue(one.name) : one;
    return value !== undefined && lengthOf(value) !== undefined;
  };
  const onlyValue = (name: string): Code | undefined => {
    const [value, other] = variablesOf(view).get(name)?.values ?? [];
    return other ? undefined : value;
  };
  for (const call of view.all('call')) {
    for (const { value, bits } of packedBy(call, language)) {
      if (!isLength(value) || compared.has(view.flat(bare(value)))) continue;
      yield effectAt(view, call, `keeps ${bits} bits of ${quoted(view, value)}. ${FITS}`);
      break;
    }
  }
}

interface Packed {
  readonly value: Code;
  readonly bits: number;
}

function packedBy(call: Call, language: LanguageId): readonly Packed[] {
  const method = methodOf(call);
  const { args } = call;
  const [first, second] = args;
  if (isEcmascript(language)) {
    const bits = /^(?:setU?[iI]nt|writeU?[iI]nt)(8|16)(?:BE|LE)?$/.exec(method)?.[1];
    const value = method.startsWith('set') ? second : first;
    return bits === undefined || !value ? [] : [{ value, bits: Number(bits) }];
  }
  switch (language) {
    case 'python': {
      if (calleeOf(call) === 'struct.pack') return packedAs(plainText(first), args.slice(1), CODES);
      const receiver = receiverOf(call);
      const bytes = first?.kind === 'number' ? first.value : 0;
      const isShort = method === 'to_bytes' && (bytes === 1 || bytes === 2);
      return isShort && receiver ? [{ value: receiver, bits: 8 * bytes }] : [];
    }
    case 'ruby': {
      const list = method === 'pack' ? receiverOf(call) : undefined;
      return list?.kind === 'list' ? packedAs(plainText(first), list.items, PACK_CODES) : [];
    }
    case 'php':
      if (/^\\?chr$/.test(calleeOf(call))) return first ? [{ value: first, bits: 8 }] : [];
      return /^\\?pack$/.test(calleeOf(call))
        ? packedAs(plainText(first), args.slice(1), PACK_CODES)
        : [];
    case 'java': {
      const bits = method === 'writeShort' ? 16 : method === 'writeByte' ? 8 : undefined;
      return bits !== undefined && first && args.length === 1 ? [{ value: first, bits }] : [];
    }
    default:
      return [];
  }
}

/** Python's codes of one and two bytes. */
const CODES: ReadonlyMap<string, number> = new Map([
  ['b', 8],
  ['B', 8],
  ['h', 16],
  ['H', 16],
]);
/** Those of PHP and Ruby. */
const PACK_CODES: ReadonlyMap<string, number> = new Map([
  ['c', 8],
  ['C', 8],
  ['s', 16],
  ['S', 16],
  ['n', 16],
  ['v', 16],
]);

/** Each value with the bits of its code, as far as one code stands for one value. */
function packedAs(
  format: string | undefined,
  values: readonly Code[],
  codes: ReadonlyMap<string, number>,
): readonly Packed[] {
  const letters = [...(format ?? '').replace(/^[<>=!@]/, '').replace(/[<>]/g, '')];
  const packed: Packed[] = [];
  for (const [i, letter] of letters.entries()) {
    const value = values[i];
    if (/[\d* ]/.test(letter) || !value) break;
    const bits = codes.get(letter);
    if (bits !== undefined) packed.push({ value, bits });
  }
  return packed;
}
