import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { line, type ForeignCase, type Mapped } from './suite.ts';

/** One case for each Go file below folders, with the lines at whose end a remark is wanted. */
export function goCases(
  top: string,
  folders: readonly string[],
  { theirs, ours }: Mapped,
  wanted: RegExp,
): readonly ForeignCase[] {
  return folders.flatMap((folder) =>
    readdirSync(join(top, folder))
      .filter((file) => file.endsWith('.go'))
      .toSorted()
      .map((file): ForeignCase => {
        const text = readFileSync(join(top, folder, file), 'utf8');
        const expected = text
          .split('\n')
          .flatMap((each, i) => (wanted.test(each) ? [line(i + 1)] : []));
        const name = `${folder}/${file}`;
        // The remark itself says what is wrong, so it is taken away.
        const bare = text.replaceAll(new RegExp(`[ \\t]*${wanted.source}.*`, 'g'), '');
        const path = file.endsWith('_test.go') ? 'store/code_test.go' : 'store/code.go';
        return { name, language: 'go', path, text: bare, expected, theirs, ours };
      }),
  );
}
