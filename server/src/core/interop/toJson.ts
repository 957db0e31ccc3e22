import { err, ok, type Result } from '../result.ts';

/**
 * JSON of a value that came from JSON. Reading has no limit of depth and writing has: a hostile
 * file's unknown fields may be nested deeper than anybody can write them again.
 */
export function toJson(value: unknown, indent?: number): Result<string, 'too-deep'> {
  try {
    return ok(JSON.stringify(value, undefined, indent));
  } catch {
    return err('too-deep');
  }
}
