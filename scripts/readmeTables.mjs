// Writes the settings table of README from package.json; with --check only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { README, readmeWith } from './lib/readme.mjs';
import { ROOT } from './lib/setup.mjs';

function settingsTable() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
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
  const wanted = readmeWith('settings', 'node scripts/readmeTables.mjs', settingsTable());
  if (!process.argv.includes('--check')) writeFileSync(README, wanted);
  else if (readFileSync(README, 'utf8') !== wanted) {
    console.error('README.md is behind package.json: run `node scripts/readmeTables.mjs`.');
    process.exit(1);
  }
}
