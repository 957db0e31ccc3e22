import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

export const README = join(ROOT, 'README.md');

/**
 * README with `text` as its section `name`, which a command writes.
 *
 * @param {string} name
 * @param {string} command how it is written, as its mark says
 * @param {string} text
 */
export function readmeWith(name, command, text) {
  const readme = readFileSync(README, 'utf8');
  const start = `<!-- ${name}: written by \`${command}\` -->`;
  const from = readme.indexOf(start);
  const to = readme.indexOf(`<!-- /${name} -->`);
  if (from < 0 || to < from) throw new Error(`README.md has lost the marks around its ${name}.`);
  return `${readme.slice(0, from + start.length)}\n${text}\n${readme.slice(to)}`;
}
