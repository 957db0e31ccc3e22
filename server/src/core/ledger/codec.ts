import { decodeOrigin, decodeRecord, isObject, isTexts } from '../records/codec.ts';
import { canonicalJson } from '../text/canonicalJson.ts';
import type { SignatureRecord } from '../records/record.ts';
import type {
  BatchRecord,
  HintRecord,
  LedgerRecord,
  LinesRecord,
  PointerRecord,
  TombstoneRecord,
} from './record.ts';

/** One line of an entry: canonical JSON, so that equal records are equal lines in every clone. */
export function encodeLine(record: LedgerRecord): string {
  return canonicalJson(record);
}

/** What the signature of a record is over: its line without the signature. */
export function signedText(record: BatchRecord | SignatureRecord): string {
  const { sig: _, ...bare } = record;
  return canonicalJson(bare);
}

/**
 * Reads one line; undefined for what is no JSON, of a later version, or of a kind not known here:
 * it stays where it is and says nothing. Law: total, whatever the line.
 */
export function decodeLine(line: string): LedgerRecord | undefined {
  const json = parse(line);
  if (!isObject(json) || json['v'] !== 1 || !isObject(json['subject'])) return undefined;
  const { kind, subject, detail, by, at } = json;
  if (!isObject(detail) || !isObject(by) || typeof by['id'] !== 'string') return undefined;
  if (typeof subject['path'] !== 'string' || typeof at !== 'string') return undefined;
  switch (kind) {
    case 'provenance': {
      const origins = originsOf(detail['origins']);
      const { lines } = detail;
      if (typeof subject['blob'] !== 'string' || !origins || !isRows(lines, origins.length, 1)) {
        return undefined;
      }
      return { ...json, detail: { ...detail, origins, lines } } as unknown as LinesRecord;
    }
    case 'pointer': {
      const origins = originsOf(detail['origins']);
      const { tokens } = detail;
      const isWhole =
        typeof subject['symbol'] === 'string' &&
        typeof subject['codeHash'] === 'string' &&
        typeof detail['nTokens'] === 'number';
      if (!isWhole || !origins || !isRows(tokens, origins.length, 0)) return undefined;
      return { ...json, detail: { ...detail, origins, tokens } } as unknown as PointerRecord;
    }
    case 'batch':
      return isTexts(detail['records']) && isTexts(detail['heads'])
        ? (json as unknown as BatchRecord)
        : undefined;
    case 'hint': {
      const { hint, commit, tree, assistant, name = '' } = detail;
      return hint === 'co-author' && isTexts([commit, tree, assistant, name])
        ? (json as unknown as HintRecord)
        : undefined;
    }
    case 'tombstone':
      return isTexts(detail['records']) ? (json as unknown as TombstoneRecord) : undefined;
    case 'review':
    case 'signature':
    case 'revoke':
    case 'answer':
    case 'correction':
    case 'removal':
    case 'baseline':
    case 'withdrawal':
      return decodeRecord(json) as LedgerRecord | undefined;
    default:
      return undefined;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function originsOf(value: unknown): readonly ReturnType<typeof decodeOrigin>[] | undefined {
  return Array.isArray(value) ? value.map(decodeOrigin) : undefined;
}

/** Rows of three whole numbers, rising; `first` is the smallest place. */
function isRows(
  rows: unknown,
  nOrigins: number,
  first: number,
): rows is [number, number, number][] {
  if (!Array.isArray(rows)) return false;
  let last = first - 1;
  for (const row of rows as unknown[]) {
    if (!Array.isArray(row) || row.length !== 3 || !row.every(Number.isSafeInteger)) return false;
    const [start, end, origin] = row as [number, number, number];
    if (start < Math.max(first, last) || end < start || origin < 0 || nOrigins <= origin)
      return false;
    last = end;
  }
  return true;
}
