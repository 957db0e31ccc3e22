import { type LedgerKey, pathOfKey } from '../../core/ledger/keys.ts';
import type { Signature } from '../../core/repository.ts';

/** What an entry becomes: these lines, a blob that is there already, or nothing any more. */
export type EntryContent = { readonly text: string } | { readonly blob: string } | 'gone';

interface CommitOptions {
  /** The ref that the new commit is put on. */
  readonly ref: string;
  /** One line, without its end. */
  readonly message: string;
  /** The commit whose entries stay as they are. */
  readonly parent: string | undefined;
  /** A second parent. */
  readonly merged?: string;
  readonly by: Signature;
}

export interface ImportOptions extends CommitOptions {
  readonly entries: ReadonlyMap<LedgerKey, EntryContent>;
}

/**
 * The stream `git fast-import` reads: one commit with explicit paths. (Its own `N` command for notes
 * changes the fan-out with their number, and is a hundred times slower on a large tree.)
 */
export function importCommands({ entries, ...commit }: ImportOptions): Buffer {
  return commitCommands(
    commit,
    [...entries].map(([key, content]) => [pathOfKey(key), content]),
  );
}

/** The same for files of any name; none may need quotes. */
export function commitCommands(
  { ref, message, parent, merged, by }: CommitOptions,
  files: readonly (readonly [path: string, content: EntryContent])[],
): Buffer {
  const chunks: Buffer[] = [
    Buffer.from(
      `commit ${ref}\ncommitter ${plain(by.name)} <${plain(by.email)}> ${by.seconds} +0000\n` +
        `data ${Buffer.byteLength(message) + 1}\n${message}\n` +
        (parent === undefined ? '' : `from ${parent}\n`) +
        (merged === undefined ? '' : `merge ${merged}\n`),
    ),
  ];
  for (const [path, content] of files) {
    if (content === 'gone') chunks.push(Buffer.from(`D ${path}\n`));
    else if ('blob' in content) chunks.push(Buffer.from(`M 100644 ${content.blob} ${path}\n`));
    else {
      const bytes = Buffer.from(content.text);
      chunks.push(Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`), bytes);
      chunks.push(NEW_LINE);
    }
  }
  chunks.push(Buffer.from('done\n'));
  return Buffer.concat(chunks);
}

const NEW_LINE = Buffer.from('\n');

/** A name as git itself takes it: on one line, without the signs that end it. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}<>]/gu, '').trim();
}
