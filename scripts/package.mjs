// Makes countersign.vsix: one package for every platform, nothing native inside.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build, ensurePackages, ROOT, run, step } from './lib/setup.mjs';

ensurePackages();
build();
step('Packing countersign.vsix');
run(process.execPath, [
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--skip-license',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  'countersign.vsix',
]);
const { size } = statSync(join(ROOT, 'countersign.vsix'));
console.log(`countersign.vsix  ${(size / 1024 / 1024).toFixed(2)} MB`);
