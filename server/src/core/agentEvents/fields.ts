/** An object as JSON.parse gives it: any key may be missing and any value of any type. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object; a list, null or anything else is none. */
export function asObject(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** The first of these keys that holds an object; an empty one when none does. */
export function objectIn(object: JsonObject, ...keys: readonly string[]): JsonObject {
  for (const key of keys) {
    const value = object[key];
    if (isObject(value)) return value;
  }
  return {};
}

/** The first of these keys that holds a text, be it empty. */
export function textIn(object: JsonObject, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = object[key];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

/** The first of these keys that holds a text with something in it: ids, names of tools. */
export function nameIn(object: JsonObject, ...keys: readonly string[]): string | undefined {
  return firstText(object, keys, (text) => text !== '');
}

/** The first of these keys that holds a text that could be a path. */
export function pathIn(object: JsonObject, ...keys: readonly string[]): string | undefined {
  return firstText(object, keys, isUsablePath);
}

/** The list at this key; an empty one for anything else. */
export function listIn(object: JsonObject, key: string): readonly unknown[] {
  const value = object[key];
  return Array.isArray(value) ? value : [];
}

/** No file system has a file under an empty name, or one with a NUL. */
export function isUsablePath(path: string): boolean {
  return path.trim() !== '' && !path.includes('\0');
}

function firstText(
  object: JsonObject,
  keys: readonly string[],
  isWanted: (text: string) => boolean,
): string | undefined {
  for (const key of keys) {
    const value = object[key];
    if (typeof value === 'string' && isWanted(value)) return value;
  }
  return undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
