import { canonicalJson } from '../../text/canonicalJson.ts';
import { asObject, type JsonObject, textIn } from '../../agentEvents/fields.ts';
import { parseLenient } from '../../agentEvents/lenientJson.ts';
import { quoted } from '../quoted.ts';
import { instantOf } from './instant.ts';
import {
  CONTRIBUTOR_TYPES,
  type TraceContributor,
  type TraceConversation,
  type TraceFile,
  type TraceRange,
  type TraceRecord,
  VCS_TYPES,
} from './traceRecord.ts';

/** What a file of traces says. `problems` are sentences; what they are about claims nothing. */
export type TracesReading =
  | {
      readonly kind: 'traces';
      readonly records: readonly TraceRecord[];
      readonly problems: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly why: string };

type Tell = (what: string) => void;

/**
 * Reads Agent Trace records: one JSON document, a list of them, or JSON Lines. Total, and lenient:
 * a part that is wrong is left out and told, the rest is read; unknown fields are kept. The
 * specification's schema lets reversed ranges pass; here they are no lines.
 */
export function readTraces(text: string): TracesReading {
  const problems: string[] = [];
  const records: TraceRecord[] = [];
  const documents = documentsOf(text, problems);
  for (const { value, where } of documents) {
    const record = readRecord(value, (what) => void problems.push(`${where} ${what}.`));
    if (record) records.push(record);
  }
  if (documents.length === 0) return { kind: 'unreadable', why: 'It holds no JSON object.' };
  return { kind: 'traces', records, problems };
}

interface Document {
  readonly value: JsonObject;
  readonly where: string;
}

function documentsOf(text: string, problems: string[]): readonly Document[] {
  const whole = parseLenient(text);
  if (whole.ok) {
    const values: readonly unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value];
    return values.flatMap((value, i) => document(value, `Record ${i + 1}`, problems));
  }
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const json = parseLenient(line.trim());
    return document(json.ok ? json.value : undefined, `Line ${i + 1}`, problems);
  });
}

function document(value: unknown, where: string, problems: string[]): Document[] {
  const object = asObject(value);
  if (object) return [{ value: object, where }];
  problems.push(`${where} is no JSON object.`);
  return [];
}

function readRecord(json: JsonObject, tell: Tell): TraceRecord | undefined {
  const { vcs: _, tool: __, metadata: ___, ...rest } = json;
  const version = textIn(json, 'version');
  const timestamp = textIn(json, 'timestamp');
  if (version === undefined || !/^[01]\.\d+(?:\.\d+)?$/.test(version)) {
    tell(`is of no version that is known here: ${quoted(version ?? 'none')}`);
  } else if (timestamp === undefined || instantOf(timestamp) === undefined) {
    tell('has no time that could be read');
  } else if (!Array.isArray(json['files'])) tell('names no files');
  else {
    const files = json['files'].flatMap((file: unknown) => readFile(file, tell));
    const id = textIn(json, 'id');
    if (id === undefined) tell('has no id');
    const metadata = asObject(json['metadata']);
    if (json['metadata'] !== undefined && !metadata) tell('has metadata that is no object');
    const told = { ...rest, version, timestamp, id: id ?? '', files };
    return {
      ...told,
      ...readVcs(json, tell),
      ...readTool(json, tell),
      ...(metadata ? { metadata } : {}),
    };
  }
  return undefined;
}

function readVcs(json: JsonObject, tell: Tell): Pick<TraceRecord, 'vcs'> {
  if (json['vcs'] === undefined) return {};
  const vcs = asObject(json['vcs']);
  const type = VCS_TYPES.find((known) => known === vcs?.['type']);
  const revision = vcs && textIn(vcs, 'revision');
  if (type !== undefined && revision !== undefined) return { vcs: { ...vcs, type, revision } };
  tell('names no revision that is known here');
  return {};
}

function readTool(json: JsonObject, tell: Tell): Pick<TraceRecord, 'tool'> {
  const tool = asObject(json['tool']);
  if (json['tool'] !== undefined && !tool) tell('has a tool that is no object');
  if (!tool) return {};
  const { name: _, version: __, ...rest } = tool;
  const name = textIn(tool, 'name');
  const version = textIn(tool, 'version');
  const told = {
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
  };
  return { tool: { ...rest, ...told } };
}

function readFile(json: unknown, tell: Tell): TraceFile[] {
  const file = asObject(json);
  const path = file && textIn(file, 'path');
  if (path === undefined || !Array.isArray(file?.['conversations'])) {
    tell('names a file without a path or conversations');
    return [];
  }
  const list: readonly unknown[] = file['conversations'];
  const conversations = list.flatMap((each) => readConversation(each, path, tell));
  return [{ ...file, path, conversations }];
}

function readConversation(json: unknown, path: string, tell: Tell): TraceConversation[] {
  const conversation = asObject(json);
  if (!conversation || !Array.isArray(conversation['ranges'])) {
    tell(`names a conversation of ${quoted(path)} without ranges`);
    return [];
  }
  const { contributor: _, url: __, ...rest } = conversation;
  const list: readonly unknown[] = conversation['ranges'];
  const ranges = list.flatMap((range) => readRange(range, path, tell));
  const url = textIn(conversation, 'url');
  if (conversation['url'] !== undefined && url === undefined)
    tell('has an address that is no text');
  const told = { ...rest, ...(url === undefined ? {} : { url }), ranges };
  return [{ ...told, ...readContributor(conversation, tell) }];
}

function readRange(json: unknown, path: string, tell: Tell): TraceRange[] {
  const range = asObject(json);
  const start = range?.['start_line'];
  const end = range?.['end_line'];
  if (!range || !isLine(start) || !isLine(end) || end < start) {
    tell(`names lines of ${quoted(path)} that cannot be: ${quoted(canonicalJson([start, end]))}`);
    return [];
  }
  const { contributor: _, ...rest } = range;
  return [{ ...rest, start_line: start, end_line: end, ...readContributor(range, tell) }];
}

function isLine(value: unknown): value is number {
  return Number.isSafeInteger(value) && typeof value === 'number' && 1 <= value;
}

function readContributor(
  json: JsonObject,
  tell: Tell,
): { readonly contributor?: TraceContributor } {
  if (json['contributor'] === undefined) return {};
  const contributor = asObject(json['contributor']) ?? {};
  const { model_id: _, ...rest } = contributor;
  const known = CONTRIBUTOR_TYPES.find((type) => type === contributor['type']);
  if (known === undefined) tell('names a contributor of no type that is known here');
  const model = textIn(contributor, 'model_id');
  const type = known ?? 'unknown';
  return {
    contributor: { ...rest, type, ...(model === undefined ? {} : { model_id: model }) },
  };
}
