import { parse, TomlError } from 'smol-toml';
import type { Range } from '../text/range.ts';
import { linesOf } from './manifest.ts';

/** Plain data of a TOML or JSON text. */
export type Table = { readonly [key: string]: unknown };

export interface TomlReading {
  /** Empty where the text is no TOML. */
  readonly table: Table;
  /** 1-based line of the first fault. */
  readonly fault: number | undefined;
}

/** Nested deeper than this is nobody's manifest: the parser's own stack would end. */
const MAX_DEPTH = 100;

/** Reads any text as TOML. */
export function readToml(text: string): TomlReading {
  try {
    return {
      table: asTable(parse(text.replace(/^\uFEFF/, ''), { maxDepth: MAX_DEPTH })),
      fault: undefined,
    };
  } catch (error) {
    return { table: {}, fault: error instanceof TomlError ? error.line : 1 };
  }
}

/** A table, or an empty one for what is none. */
export function asTable(value: unknown): Table {
  return isTable(value) ? value : {};
}

/** What is under a chain of keys. */
export function at(table: Table, ...keys: readonly string[]): unknown {
  let inner: unknown = table;
  for (const key of keys) inner = asTable(inner)[key];
  return inner;
}

/** The table under a chain of keys, or an empty one. */
export function tableAt(table: Table, ...keys: readonly string[]): Table {
  return asTable(at(table, ...keys));
}

/** The text that a value is. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts in a list. */
export function asTexts(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'string');
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where in a TOML text its keys and texts stand. */
export interface TomlPlaces {
  /** A key in a table, or the table of that name inside it. */
  ofKey(table: string, key: string): Range;
  /** A text in quotes under a table. */
  ofText(table: string, text: string): Range;
}

const HEADER = /^\s*\[\[?([^\]]+)\]\]?\s*(?:#.*)?$/;
const KEY = /^\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=/;
const QUOTED = /"((?:[^"\\]|\\.)*)"|'([^']*)'/g;

/**
 * Finds where what was read stands, as the parser gives no places. Goes line by line, so it may miss
 * a text that goes over several; that one then stands at the file's beginning.
 */
export function tomlPlaces(text: string): TomlPlaces {
  const keys = new Map<string, Range>();
  const texts = new Map<string, Range>();
  const add = (map: Map<string, Range>, key: string, range: Range): void => {
    if (!map.has(key)) map.set(key, range);
  };
  let table = '';
  for (const { line, start } of linesOf(text)) {
    const header = HEADER.exec(line)?.[1];
    if (header !== undefined) {
      table = tableName(header);
      add(keys, table, rangeOf(line, start, line.search(/\S/)));
      continue;
    }
    if (/^\s*#/.test(line)) continue;
    const named = KEY.exec(line)?.[1];
    if (named !== undefined) {
      const range = rangeOf(line, start, line.indexOf(named));
      const [first = named] = /^["']/.test(named) ? [] : named.split('.');
      add(keys, `${table}.${tableName(first)}`, range);
    }
    for (const { 1: double, 2: single, index } of line.matchAll(QUOTED)) {
      const range = rangeOf(line, start, index);
      const inner = double ?? single ?? '';
      add(texts, `${table}\0${inner}`, range);
      add(texts, `\0${inner}`, range);
    }
  }
  const nowhere = { start: 0, end: Math.min(text.length, 1) };
  return Object.freeze({
    ofKey: (inTable: string, key: string) =>
      keys.get(`${tableName(inTable)}.${tableName(key)}`) ?? nowhere,
    ofText: (inTable: string, inner: string) =>
      texts.get(`${tableName(inTable)}\0${inner}`) ?? texts.get(`\0${inner}`) ?? nowhere,
  });
}

function tableName(written: string): string {
  return written.replace(/["'\s]/g, '');
}

function rangeOf(line: string, start: number, from: number): Range {
  return { start: start + from, end: start + line.trimEnd().length };
}
