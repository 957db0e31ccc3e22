import { isObject, isTexts } from '../../core/records/codec.ts';
import type { LastRefusalJson } from '../schemas/gate.ts';

/**
 * What the gate said last, as far as a person is told of it; undefined for what is no such document,
 * or of an earlier version. Total, whatever the text.
 */
export function readLastRefusal(text: string): LastRefusalJson | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isLastRefusal(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Checks what is read of it. The full shape is the schema's, which is not loaded when commands run. */
function isLastRefusal(json: unknown): json is LastRefusalJson {
  return (
    isObject(json) &&
    json['schema'] === 'countersign.last-refusal/1' &&
    isTexts([json['summary'], json['at']]) &&
    isListOf(json['findings'], (one) => isTexts([one['code'], one['text']]))
  );
}

function isListOf(
  value: unknown,
  isOne: (one: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  return Array.isArray(value) && value.every((one: unknown) => isObject(one) && isOne(one));
}
