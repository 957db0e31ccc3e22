import { type LedgerKey, pathOfKey } from '../../core/ledger/keys.ts';
import type { Signature } from '../../core/repository.ts';

export interface ImportOptions {
  /** The ref that the new commit is put on. */
  readonly ref: string;
  /** The commit whose entries stay as they are. */
  readonly parent: string | undefined;
  readonly entries: ReadonlyMap<LedgerKey, string>;
  readonly by: Signature;
}

/**
 * The stream `git fast-import` reads: one commit with explicit paths. (Its own `N` command for notes
 * changes the fan-out with their number, and is a hundred times slower on a large tree.)
 */
export function importCommands({ ref, parent, entries, by }: ImportOptions): Buffer {
  const message = `countersign: ${entries.size} ${entries.size === 1 ? 'entry' : 'entries'}\n`;
  const chunks: Buffer[] = [
    Buffer.from(
      `commit ${ref}\ncommitter ${plain(by.name)} <${plain(by.email)}> ${by.seconds} +0000\n` +
        `data ${Buffer.byteLength(message)}\n${message}` +
        (parent === undefined ? '' : `from ${parent}\n`),
    ),
  ];
  for (const [key, entry] of entries) {
    const bytes = Buffer.from(entry);
    chunks.push(Buffer.from(`M 100644 inline ${pathOfKey(key)}\ndata ${bytes.length}\n`), bytes);
    chunks.push(NEW_LINE);
  }
  chunks.push(Buffer.from('done\n'));
  return Buffer.concat(chunks);
}

const NEW_LINE = Buffer.from('\n');

/** A name as git itself takes it: on one line, without the signs that end it. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}<>]/gu, '').trim();
}
