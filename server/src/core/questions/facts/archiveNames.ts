import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { piecesOf } from './building.ts';
import { variablesOf } from './variables.ts';

/** What entries of an archive are called, and what they call their names. */
const ENTRY =
  /\b(?:\w*[eE]ntry|hdr|\w*[hH]eader|member|file|f|zf|tarinfo|item|info|m|e|fileInArchive|stat|file_stat)(?:\.|->)(?:name|Name|fileName|filename|entryName|path|FullName|FullPath|filepath|m_filename|full_name|Key|key)\b|\b\w*[eE]ntry\.getName\(\)|archive_entry_pathname\(|zip_get_name\(|getNameIndex\(|zip_entry_name\(|zip_entry_name\b|\.mangled_name\(/;

const ARCHIVE =
  /\b(?:\w*zip\w*|tar|\w*tar(?:file|_file|Archive|Reader|InputStream|info)\w*|\w*archive\w*|unpack\w*|untar|extract\w*|inflate)\b/i;

/** Whether a block takes an archive apart. */
export function isUnpacking(view: CodeView, text: string): boolean {
  return view.all('call').length !== 0 && ARCHIVE.test(text) && ENTRY.test(text);
}

/** The name of an archive's entry in a path, as a part of it. */
export function entryNameIn(view: CodeView, path: Code): Code | undefined {
  const variables = variablesOf(view);
  const nodes: Code[] = [path];
  for (let node = nodes.pop(), i = 0; node && i < 60; node = nodes.pop(), i++) {
    const pieces = piecesOf(node);
    if (pieces) {
      nodes.push(...pieces.flatMap((piece) => (piece.kind === 'value' ? [piece.code] : [])));
      continue;
    }
    if (node.kind === 'binary') {
      nodes.push(node.left, node.right);
      continue;
    }
    const isPlain =
      node.kind === 'member' ||
      node.kind === 'call' ||
      node.kind === 'cast' ||
      node.kind === 'unary';
    const words = node.end - node.start < 120 ? view.flat(node) : '';
    const match = ENTRY.exec(words);
    if (isPlain && match && match.index < 12) return node;
    if (node.kind === 'name') {
      const values = variables.get(node.name)?.values ?? [];
      if (
        values.some(
          (value) =>
            value.kind !== 'name' &&
            value.end - value.start < 120 &&
            ENTRY.test(view.flat(value)) &&
            !/basename|base\(|Base\(|enclosed/i.test(view.flat(value)),
        )
      )
        return node;
    }
  }
  return undefined;
}
