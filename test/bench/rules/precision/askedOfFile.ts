import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createProject } from '../../../../server/src/app/project/project.ts';
import type { BlockReader } from '../../../../server/src/core/ports.ts';
import { findHitsInFile } from '../../../../server/src/core/questions/findHits.ts';
import type { Hit } from '../../../../server/src/core/questions/hit.ts';
import type { Rule } from '../../../../server/src/core/questions/rule.ts';
import { removedBetween } from '../../../../server/src/core/removals/detect.ts';
import { createLineIndex } from '../../../../server/src/core/text/lineIndex.ts';
import { keptLines } from '../../../../server/src/core/text/sameLines.ts';
import { createProjectFiles } from '../../../../server/src/node/projectFiles.ts';
import { sha256 } from '../../../core/blocks/testReader.ts';
import { askText } from '../../../support/ruleExample.ts';
import { type Corpus, type SourcePackage } from '../corpora/corpus.ts';
import { packageFolder } from '../corpora/fetchCorpora.ts';
import { type CorpusFile, textOf } from '../filesInTurn.ts';

/** What rules ask of one whole file, as if AI had written it. */
export interface AskedOfFile {
  readonly text: string;
  /** The file in the older release, where it is of a newer one. */
  readonly before: string | undefined;
  readonly hits: readonly Hit[];
}

export interface OfFile {
  readonly reader: BlockReader;
  readonly cache: string;
  readonly corpus: Corpus;
  readonly rules: readonly Rule[];
}

/** Undefined where the file cannot be read as code, or is of an older release. */
export async function askedOfFile(
  { reader, cache, corpus, rules }: OfFile,
  each: CorpusFile,
): Promise<AskedOfFile | undefined> {
  const text = textOf(each);
  const { path } = each;
  const older = each.use === 'release' ? olderOf(cache, corpus, each) : undefined;
  if (older?.kind === 'is older') return undefined;
  const before = older?.text;
  // What was written anew says nothing of a tool that looks at one edit.
  if (before !== undefined && keptShare(before, text) < MIN_KEPT) return undefined;
  const map = await reader.read(path, text);
  if (map.code() === undefined || map.broken) {
    const plain = rules.filter(({ findInFile }) => findInFile !== undefined);
    if (plain.length === 0 || map.broken) return undefined;
    const own = [{ start: 0, end: text.length }];
    return { text, before, hits: findHitsInFile(plain, { path, text, own, before }) };
  }
  const removals = before === undefined ? [] : removedBetween(path, before, text, sha256);
  const project = createProject(
    createProjectFiles(topOf(each), {}),
    relative(topOf(each), each.file),
  );
  const { language } = corpus;
  const asked = { reader, rules, language, path, text, before, removals, project };
  return { text, before, hits: await askText(asked) };
}

/** Of a hundred lines of both releases, those that are in both: as in a large commit. */
const MIN_KEPT = 90;

function keptShare(before: string, text: string): number {
  const [old, now] = [createLineIndex(before), createLineIndex(text)];
  const nKept = [...keptLines(old, now)].reduce((sum, { n }) => sum + n, 0);
  return (200 * nKept) / (old.nLines + now.nLines);
}

/** The nearest folder around with a manifest, inside the package: a checkout has its top there. */
function topOf({ file, folder }: CorpusFile): string {
  let top = folder;
  for (let at = dirname(file); at.startsWith(folder); at = dirname(at)) {
    if (readdirSync(at).some((name) => MANIFESTS.has(name))) top = at;
    if (at === folder) break;
  }
  return top;
}

const MANIFESTS: ReadonlySet<string> = new Set([
  'package.json',
  'go.mod',
  'Cargo.toml',
  'pyproject.toml',
]);

type Older =
  | { readonly kind: 'is older' }
  | { readonly kind: 'text'; readonly text: string | undefined };

/** Folders of archives carry their release in their name, so the first one is not compared. */
function olderOf(cache: string, corpus: Corpus, { folder, path }: CorpusFile): Older {
  const at = (one: SourcePackage): string => packageFolder(cache, corpus, 'release', one);
  const pair = corpus.releases.find(([, newer]) => at(newer) === folder);
  if (!pair) return { kind: 'is older' };
  const top = at(pair[0]);
  const [, ...rest] = path.split('/');
  const file = [path, ...folders(top).map((name) => join(name, ...rest))]
    .map((one) => join(top, one))
    .find((one) => existsSync(one));
  return { kind: 'text', text: file && textOf({ use: 'release', folder: top, path, file }) };
}

function folders(top: string): readonly string[] {
  return existsSync(top)
    ? readdirSync(top, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];
}
