import { isDeepStrictEqual } from 'node:util';
import { type JSONPath, type ParseError, parse } from 'jsonc-parser';
import { err, ok, type Result } from '../../core/result.ts';
import type { HookEntry, JsonObject } from './agent.ts';
import { marker } from './command.ts';
import { without, withItem, withProperty, withValue } from './jsonText.ts';

/** What an agent's file must hold. */
export interface Wanted {
  readonly head: JsonObject;
  readonly entries: readonly HookEntry[];
}

/** A property that was not there before an install. */
export type CreatedPath = readonly (string | number)[];

/** A file with our entries in it, and which properties were not there before. */
export interface WithOurs {
  readonly text: string;
  readonly created: readonly CreatedPath[];
}

/** How far our entries are in a file. */
export type EntryState = 'installed' | 'missing' | 'outdated';

/** An object under `hooks`; or in words why there is none to work with. Blank text is an empty object. */
export function readDocument(text: string): Result<JsonObject, string> {
  if (isBlank(text)) return ok({});
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: true, disallowComments: false };
  const data: unknown = parse(unmarked(text), errors, options);
  const [first] = errors;
  if (first) return err(`line ${lineOf(unmarked(text), first.offset)} is not JSON`);
  if (!isObject(data)) return err('it holds no JSON object');
  const { hooks } = data;
  if (hooks === undefined) return ok(data);
  if (!isObject(hooks)) return err('its "hooks" is no object');
  const odd = Object.entries(hooks).find(([, items]) => !Array.isArray(items));
  return odd ? err(`its "hooks.${odd[0]}" is no array`) : ok(data);
}

/** Looks at text that `readDocument` takes. */
export function stateOf(text: string, wanted: Wanted): EntryState {
  const document = parsed(text);
  const found = oursIn(document);
  if (found.length === 0) return 'missing';
  const isHeadOf = Object.keys(wanted.head).every((key) => document[key] !== undefined);
  const isWhole =
    isHeadOf &&
    found.length === wanted.entries.length &&
    wanted.entries.every((entry) => found.some((ours) => isCurrent(ours, entry)));
  return isWhole ? 'installed' : 'outdated';
}

/** Adds what is missing, refreshes in place what is outdated, drops what is too much. */
export function withOurs(text: string, { head, entries }: Wanted): WithOurs {
  if (isBlank(text)) {
    const hooks = Object.fromEntries(entries.map(({ event, value }) => [event, [value]]));
    const document = JSON.stringify({ ...head, hooks }, undefined, 2);
    return { text: `${document}\n`, created: pathsOf(head, entries) };
  }
  const mark = markOf(text);
  let body = unmarked(text);
  const created: JSONPath[] = [];
  for (const [key, value] of Object.entries(head)) {
    if (parsed(body)[key] !== undefined) continue;
    body = withProperty(body, [], key, value);
    created.push([key]);
  }
  for (const ours of oursIn(parsed(body)).toReversed()) {
    const entry = entries.find(({ event }) => event === ours.event);
    const first = oursIn(parsed(body)).find(({ event }) => event === ours.event);
    const isFirst = first !== undefined && isDeepStrictEqual(first.path, ours.path);
    if (!entry || !isFirst) body = without(body, ours.path);
    else if (!isCurrent(ours, entry)) body = withValue(body, ours.path, currentOf(ours, entry));
  }
  for (const { event, value } of entries) {
    if (oursIn(parsed(body)).some((ours) => ours.event === event)) continue;
    const hooks = parsed(body)['hooks'];
    if (!isObject(hooks)) {
      body = withProperty(body, [], 'hooks', { [event]: [value] });
      created.push(['hooks', event], ['hooks']);
    } else if (hooks[event] === undefined) {
      body = withProperty(body, ['hooks'], event, [value]);
      created.push(['hooks', event]);
    } else {
      body = withItem(body, ['hooks', event], value);
    }
  }
  return { text: mark + body, created };
}

/** Takes our entries out, then what `created` names where that is empty now. */
export function withoutOurs(
  text: string,
  head: JsonObject,
  created: readonly CreatedPath[] | undefined,
): { readonly text: string; readonly isEmpty: boolean } {
  const mark = markOf(text);
  let body = unmarked(text);
  const ours = oursIn(parsed(body));
  const emptied = () =>
    ours.length === 0 ? [] : [...ours.map(({ event }) => ['hooks', event]), ['hooks']];
  const paths = (created ?? emptied()).map((path): JSONPath => [...path]);
  for (const { path } of ours.toReversed()) body = without(body, path);
  const deepestFirst = paths.toSorted((a, b) => b.length - a.length);
  for (const path of deepestFirst) {
    if (isEmptyContainer(valueAt(parsed(body), path))) body = without(body, path);
  }
  // What we put at the top stays as long as hooks of others need it.
  for (const path of paths) {
    const key = String(path[0]);
    const { hooks, ...rest } = parsed(body);
    if (path.length !== 1 || !(key in head) || hooks !== undefined) continue;
    if (isDeepStrictEqual(rest[key], head[key])) body = without(body, path);
  }
  return { text: mark + body, isEmpty: /^\s*\{\s*\}\s*$/.test(body) || isBlank(body) };
}

/** An entry of ours in a file: an item of an event, or a hook among others in one. */
interface Ours {
  readonly event: string;
  readonly path: JSONPath;
  readonly value: unknown;
  readonly isInner: boolean;
}

function oursIn({ hooks }: JsonObject): readonly Ours[] {
  const found: Ours[] = [];
  for (const [event, items] of Object.entries(isObject(hooks) ? hooks : {})) {
    if (!Array.isArray(items)) continue;
    items.forEach((item: unknown, i) => {
      const path = ['hooks', event, i];
      const inner: unknown = isObject(item) ? item['hooks'] : undefined;
      if (!Array.isArray(inner) || inner.every(isOurs)) {
        const isWhole = Array.isArray(inner) ? 0 < inner.length : isOurs(item);
        if (isWhole) found.push({ event, path, value: item, isInner: false });
        return;
      }
      inner.forEach((hook: unknown, j) => {
        if (!isOurs(hook)) return;
        found.push({ event, path: [...path, 'hooks', j], value: hook, isInner: true });
      });
    });
  }
  return found;
}

function isOurs(hook: unknown): boolean {
  return (
    isObject(hook) &&
    Object.values(hook).some((value) => typeof value === 'string' && value.includes(marker))
  );
}

function isCurrent(ours: Ours, entry: HookEntry): boolean {
  return ours.event === entry.event && isDeepStrictEqual(ours.value, currentOf(ours, entry));
}

/** What must stand where `ours` stands. */
function currentOf({ isInner }: Ours, { value }: HookEntry): unknown {
  const { hooks } = value;
  return isInner && Array.isArray(hooks) ? hooks[0] : value;
}

function pathsOf(head: JsonObject, entries: readonly HookEntry[]): readonly JSONPath[] {
  const events = entries.map(({ event }): JSONPath => ['hooks', event]);
  return [...Object.keys(head).map((key) => [key]), ...events, ['hooks']];
}

function parsed(text: string): JsonObject {
  const data: unknown = parse(unmarked(text), [], { allowTrailingComma: true });
  return isObject(data) ? data : {};
}

function valueAt(data: unknown, path: JSONPath): unknown {
  return path.reduce<unknown>(
    (value, key) => (isObject(value) ? value[String(key)] : undefined),
    data,
  );
}

function isEmptyContainer(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && isEmptyObject(value);
}

function isEmptyObject(value: JsonObject): boolean {
  return Object.keys(value).length === 0;
}

function isObject(data: unknown): data is JsonObject {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isBlank(text: string): boolean {
  return unmarked(text).trim() === '';
}

/** The byte order mark, which is no JSON. */
function markOf(text: string): string {
  return text.startsWith('\uFEFF') ? '\uFEFF' : '';
}

function unmarked(text: string): string {
  return text.slice(markOf(text).length);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
