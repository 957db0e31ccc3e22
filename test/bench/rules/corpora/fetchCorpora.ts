import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow } from '../../../oracle/engine/tools.ts';
import { type Corpus, packagesOf, type SourcePackage, type Use } from './corpus.ts';
import { createDebian } from './debian.ts';
import type { Downloaded } from './downloaded.ts';
import { createNpm } from './npm.ts';
import { isSource } from './isSource.ts';

/** A package that is not here, and why. */
export interface NotFetched {
  readonly corpus: Corpus;
  readonly name: string;
  readonly why: string;
}

/**
 * Fills `<cache>/<language>/<use>/<package>` with the sources of the corpora that are not there
 * yet. Archives stay in the cache, so that a second run needs no network.
 */
export function fetchCorpora(cache: string, corpora: readonly Corpus[]): readonly NotFetched[] {
  const debian = createDebian(join(cache, '.debian'));
  const npm = createNpm(join(cache, '.npm'));
  const notFetched: NotFetched[] = [];
  for (const corpus of corpora) {
    for (const [use, each] of packagesOf(corpus)) {
      const to = packageFolder(cache, corpus, use, each);
      const stamp = join(to, '.hash');
      if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(each)) continue;
      const got = each.from === 'npm' ? npm(each) : debian(each);
      const why = got.kind === 'missing' ? got.why : unpack(got, corpus, to);
      if (why !== undefined) notFetched.push({ corpus, name: `${each.name} ${each.version}`, why });
      else writeFileSync(stamp, stampOf(each));
    }
  }
  return notFetched;
}

/** Another number where other files of an archive are kept than before. */
function stampOf({ hash }: SourcePackage): string {
  return `${hash} 3`;
}

/** Where the sources of one package of one language are. */
export function packageFolder(
  cache: string,
  { language }: Corpus,
  use: Use,
  { name, version }: SourcePackage,
): string {
  return join(cache, language, use, `${name}-${version}`.replace(/[^\w.+@~-]/g, '_'));
}

/** Leaves only files of the language that people wrote; says why where that fails. */
function unpack(
  { files }: Extract<Downloaded, { readonly kind: 'archives' }>,
  corpus: Corpus,
  to: string,
): string | undefined {
  const whole = `${to}.whole`;
  rmSync(whole, { recursive: true, force: true });
  mkdirSync(whole, { recursive: true });
  for (const file of files) {
    const [command, args] = file.endsWith('.deb')
      ? ['dpkg-deb', ['-x', file, whole]]
      : ['tar', ['-xf', file, '-C', whole, '--no-same-owner', '--no-same-permissions']];
    const done = spawnSync(command, args, { encoding: 'utf8' });
    if (done.status !== 0) return `\`${command}\` failed: ${done.stderr.split('\n')[0] ?? ''}`;
  }
  rmSync(to, { recursive: true, force: true });
  mkdirSync(`${to}.part`, { recursive: true });
  for (const file of filesBelow([whole], () => true)) {
    const path = relative(whole, file).replaceAll('\\', '/');
    if (!isSource(corpus.language, path, file)) continue;
    mkdirSync(dirname(join(`${to}.part`, path)), { recursive: true });
    copyFileSync(file, join(`${to}.part`, path));
  }
  renameSync(`${to}.part`, to);
  rmSync(whole, { recursive: true, force: true });
  return undefined;
}
