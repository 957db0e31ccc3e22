import { type Document, isMap, isNode, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { RuleFile, RuleFileProblem } from './teamRule.ts';

/** One YAML document of a rule file: its fields as plain data, with lines. */
export interface RuleDocument {
  readonly path: string;
  /** 1-based: where it begins. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, unknown>;
  /** 1-based line of a field, or of what is in it: `['examples', 0, 'asks']`. */
  lineOf(path: readonly [string, ...(string | number)[]]): number;
}

/** No rule file that a person wrote is larger; in UTF-16 units. */
const MAX_LENGTH = 1 << 18;

/** Reads the documents of a rule file, as far as they are YAML with fields. */
export function readRuleDocuments(
  { path, text }: RuleFile,
  tell: (problem: RuleFileProblem) => void,
): readonly RuleDocument[] {
  const say = (line: number, words: string): void =>
    tell({ path, line, text: `${path}:${line}: ${words}` });
  if (MAX_LENGTH < text.length) {
    say(1, 'this file is too large for rules. Put fewer of them into one file.');
    return [];
  }
  try {
    return documentsIn(path, text, say);
  } catch {
    // What nests too deep for the parser, or refers to itself.
    say(1, 'this file cannot be read as YAML. Nest less, and use no anchors.');
    return [];
  }
}

function documentsIn(
  path: string,
  text: string,
  say: (line: number, words: string) => void,
): readonly RuleDocument[] {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const documents = Array.isArray(parsed) ? parsed : [];
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error) {
      // What has no end is missed at the end of all.
      const at = Math.min(error.pos[0], text.trimEnd().length);
      const { line } = lines.linePos(at);
      const [what = ''] = error.message.split('\n');
      say(Math.max(1, line), `this is not YAML (${what.replace(/[.:]$/, '')}). Mend this line.`);
      return [];
    }
    const { contents } = document;
    // Nothing but comments, before the first `---` or after the last.
    if (contents === null || (isScalar(contents) && contents.value === null)) return [];
    const begin = contents.range?.[0] ?? 0;
    const { line } = lines.linePos(begin);
    if (!isMap(contents)) {
      say(line, 'a rule has fields (`id: …`), and this has none. Begin with `id`.');
      return [];
    }
    const data: unknown = document.toJS({ maxAliasCount: 20 });
    const fields = new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
    return [{ path, line, fields, lineOf: (of) => lineIn(document, of, lines) ?? line }];
  });
}

/** A field begins with its name; what is in it, with itself. */
function lineIn(
  { contents }: Document,
  path: readonly [string, ...(string | number)[]],
  lines: LineCounter,
): number | undefined {
  if (!isMap(contents)) return undefined;
  const [name, ...rest] = path;
  const pair = contents.items.find(({ key }) => isScalar(key) && String(key.value) === name);
  const inner = 0 < rest.length ? contents.getIn(path, true) : undefined;
  const node = isNode(inner) ? inner : pair?.key;
  const start = isNode(node) ? node.range?.[0] : undefined;
  return start === undefined ? undefined : lines.linePos(start).line;
}
