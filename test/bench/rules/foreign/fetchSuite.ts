import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDebian } from '../corpora/debian.ts';
import { createNpm } from '../corpora/npm.ts';
import type { ForeignSuite } from './suite.ts';

/** Where the sources of a suite are, or why they are not here. */
export type FetchedSuite =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'missing'; readonly why: string };

/** Unpacks the sources of a suite below the cache, where they are not there yet. */
export function fetchSuite(cache: string, { source, only }: ForeignSuite): FetchedSuite {
  const name = `${source.name}-${source.version}`.replace(/[^\w.+@~-]/g, '_');
  const folder = join(cache, '.foreign', name);
  const stamp = join(folder, '.hash');
  if (existsSync(stamp)) return { kind: 'folder', folder };
  const got =
    source.from === 'npm'
      ? createNpm(join(cache, '.npm'))(source)
      : createDebian(join(cache, '.debian'))(source);
  if (got.kind === 'missing') return got;
  const part = `${folder}.part`;
  for (const each of [part, folder]) rmSync(each, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  for (const file of got.files) {
    const meant = only === undefined ? [] : ['--wildcards', ...only];
    const [command, args] = file.endsWith('.deb')
      ? ['dpkg-deb', ['-x', file, part]]
      : ['tar', ['-xf', file, '-C', part, '--no-same-owner', '--no-same-permissions', ...meant]];
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status === 0) continue;
    return { kind: 'missing', why: `\`${command}\` failed: ${stderr.split('\n')[0] ?? ''}` };
  }
  renameSync(part, folder);
  writeFileSync(stamp, source.hash);
  return { kind: 'folder', folder };
}
