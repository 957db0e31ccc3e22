import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourcePackage } from './corpus.ts';
import { type Downloaded, hashOf, missing } from './downloaded.ts';

/** Fetches tarballs with the registry's own client, which runs no script of theirs. */
export function createNpm(folder: string): (wanted: SourcePackage) => Downloaded {
  return (wanted) => {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, fileOf(wanted));
    if (!existsSync(file)) {
      const pinned = `${wanted.name}@${wanted.version}`;
      const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, pinned];
      const isWindows = process.platform === 'win32';
      const done = spawnSync('npm', args, { encoding: 'utf8', shell: isWindows });
      if (done.status !== 0) return missing(`\`npm pack ${pinned}\` failed`);
    }
    const hash = hashOf('sha512', 'base64', [file]);
    return hash === wanted.hash
      ? { kind: 'archives', files: [file] }
      : missing(`its tarball has another hash (${hash})`);
  };
}

function fileOf({ name, version }: SourcePackage): string {
  return `${name.replace(/^@/, '').replaceAll('/', '-')}-${version}.tgz`;
}
