import { pathToFileURL } from 'node:url';

export interface CellText {
  readonly source: string;
  readonly id?: string;
  readonly kind?: 'code' | 'markdown';
  /** Written as one JSON string instead of a list of lines (Claude Code does). */
  readonly isOneString?: boolean;
  readonly output?: string;
}

/** An `.ipynb` text as Jupyter and VS Code write it. */
export function notebookText(
  cells: readonly CellText[],
  { language = 'python' }: { readonly language?: string } = {},
): string {
  const json = {
    cells: cells.map(({ source, id, kind = 'code', isOneString = false, output }, i) => ({
      cell_type: kind,
      ...(kind === 'code' ? { execution_count: output === undefined ? null : i + 1 } : {}),
      id: id ?? `c${i}`,
      metadata: {},
      ...(kind === 'code'
        ? { outputs: output === undefined ? [] : [{ output_type: 'stream', text: [output] }] }
        : {}),
      source: isOneString ? source : (source.match(/[^\n]*\n|[^\n]+$/g) ?? []),
    })),
    metadata: { kernelspec: { display_name: language, language, name: language } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}

/** The address VS Code gives a cell; `handle` numbers the cells of one session. */
export function cellUri(file: string, handle: number, scheme = 'file'): string {
  const digits = handle.toString(7);
  const key = `${'WXYZabcdef'[digits.length - 1]}${digits}`;
  const fragment = `${key}s${Buffer.from(scheme).toString('base64')}`;
  const place = scheme === 'untitled' ? file : pathToFileURL(file).pathname;
  return `vscode-notebook-cell:${place}#${encodeURIComponent(fragment)}`;
}

/** The 1-based line of the file that holds a source line. */
export function lineOf(text: string, part: string): number {
  const at = text.split('\n').findIndex((line) => line.includes(part));
  if (at < 0) throw new Error(`${part} is not in the text`);
  return at + 1;
}
