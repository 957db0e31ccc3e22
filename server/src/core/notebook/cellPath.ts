import { languages } from '../blocks/languages/table.ts';

/**
 * The path under which records keep a cell's source. Its end names the language, so whoever reads
 * blocks by the end of a name reads a cell like a file of that language. `key` tells the cells of
 * one session apart and means nothing else: what a cell is, its text says.
 */
export function cellPath(notebook: string, key: string, language: string): string {
  const extension = languages.find(({ id }) => id === language)?.extensions[0] ?? '.txt';
  return `${notebook}#${key.replace(/\W/g, '-')}${extension}`;
}
