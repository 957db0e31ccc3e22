import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourcePackage } from './corpus.ts';
import { type Downloaded, hashOf, missing } from './downloaded.ts';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Of every package there are releases to compare. */
const SUITES = ['bullseye', 'bookworm', 'trixie'];

/**
 * Fetches Debian's packages with a list and a cache of their own below a folder: the machine's
 * list of packages is not touched. The function says why where that cannot be done.
 */
export function createDebian(folder: string): (wanted: SourcePackage) => Downloaded {
  let isReady: string | true | undefined;
  return (wanted) => {
    const to = join(folder, 'archives', `${wanted.name}_${wanted.version.replaceAll(':', '%3a')}`);
    const isMeant = (file: string): boolean =>
      wanted.archive === undefined || basename(file) === wanted.archive;
    if (!archivesIn(to).some(isMeant)) {
      isReady ??= readyList(folder);
      const done = isReady === true ? download(folder, wanted, to) : isReady;
      // One that is not meant may fail.
      if (done !== true && (wanted.archive === undefined || !archivesIn(to).some(isMeant)))
        return missing(done);
    }
    const files = archivesIn(to).filter(isMeant);
    const hash = hashOf('sha256', 'hex', files);
    return hash === wanted.hash
      ? { kind: 'archives', files }
      : missing(`what was fetched has another hash (${hash})`);
  };
}

/** What the authors wrote, without Debian's changes; or a package as it is installed. */
function download(folder: string, wanted: SourcePackage, to: string): string | true {
  mkdirSync(to, { recursive: true });
  const pinned = `${wanted.name}=${wanted.version}`;
  const args =
    wanted.from === 'debian'
      ? ['download', '-qq', pinned]
      : ['source', '--tar-only', '--only-source', '-qq', pinned];
  return apt(folder, args, to);
}

/** Where this machine's own apt has its packages from. */
function archiveInUse(): string | undefined {
  const args = [
    'indextargets',
    '--format',
    '$(REPO_URI)',
    'Created-By: Packages',
    'Origin: Debian',
  ];
  const { stdout } = spawnSync('apt-get', args, { encoding: 'utf8' });
  return stdout?.split('\n').find((uri) => uri !== '' && !uri.includes('security'));
}

function readyList(folder: string): string | true {
  if (!existsSync(KEYRING)) return "Debian's keys are not on this machine";
  for (const each of ['state/lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(folder, each), { recursive: true });
  }
  const archive = archiveInUse();
  if (archive === undefined) return "no archive of Debian's is set up on this machine";
  const lines = SUITES.flatMap((suite) => {
    const from = `[signed-by=${KEYRING}] ${archive} ${suite} main`;
    return [`deb ${from}`, `deb-src ${from}`];
  });
  writeFileSync(join(folder, 'sources.list'), `${lines.join('\n')}\n`);
  writeFileSync(
    join(folder, 'apt.conf'),
    [
      `Dir::Etc::sourcelist "${join(folder, 'sources.list')}";`,
      'Dir::Etc::sourceparts "-";',
      `Dir::State "${join(folder, 'state')}";`,
      `Dir::Cache "${join(folder, 'cache')}";`,
      'Acquire::Languages "none";',
      'APT::Sandbox::User "";',
      '',
    ].join('\n'),
  );
  return apt(folder, ['update', '-qq'], folder);
}

function apt(folder: string, args: readonly string[], cwd: string): string | true {
  const env = { ...process.env, APT_CONFIG: join(folder, 'apt.conf') };
  const { status, stderr, error } = spawnSync('apt-get', args, { cwd, env, encoding: 'utf8' });
  if (error) return '`apt-get` is not installed';
  if (status === 0) return true;
  return stderr.split('\n').find((line) => line.startsWith('E:')) ?? '`apt-get` failed';
}

function archivesIn(folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => /\.tar\.\w+$|\.deb$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}
