// Writes the settings table of README from package.json; with --check only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const START = '<!-- settings: written by `node scripts/readmeTables.mjs` -->';
const END = '<!-- /settings -->';

export function readmeWithTables() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const from = readme.indexOf(START);
  const to = readme.indexOf(END);
  if (from < 0 || to < 0)
    throw new Error('README.md has lost the marks around its settings table.');
  return `${readme.slice(0, from + START.length)}\n${settingsTable()}\n${readme.slice(to)}`;
}

function settingsTable() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const sections = [manifest.contributes.configuration].flat();
  const rows = sections
    .flatMap((section) => Object.entries(section.properties))
    .map(([name, setting]) => {
      const description = setting.markdownDescription ?? setting.description ?? '';
      const [firstParagraph] = description.split('\n\n');
      const values = setting.enum
        ? setting.enum.map((value) => `\`${value}\``).join(', ')
        : setting.type;
      const words = firstParagraph.replace(/\s+/g, ' ').replaceAll('|', '\\|');
      return `| \`${name}\` | ${values} | \`${JSON.stringify(setting.default)}\` | ${words} |`;
    });
  return ['| setting | values | default | what it does |', '|---|---|---|---|', ...rows].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = readmeWithTables();
  const file = join(root, 'README.md');
  if (process.argv.includes('--check')) {
    if (readFileSync(file, 'utf8') !== wanted) {
      console.error('README.md is behind package.json: run `node scripts/readmeTables.mjs`.');
      process.exit(1);
    }
  } else writeFileSync(file, wanted);
}
