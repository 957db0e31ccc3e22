import type { Files } from '../../core/ports.ts';
import type { RuleFile } from '../../core/questions/team/teamRule.ts';
import type { Problem, Repository, StagedFile } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { textIn } from '../textOfBytes.ts';

/** Where a team's rules lie, at a repository's top. */
export const RULES_FOLDER = '.countersign/rules';

/** What the whole folder is called where git is asked for HEAD's names in it. */
export const RULES_IN_HEAD = `HEAD:${RULES_FOLDER}/`;

/** The rule files that are on disk, in the order of their names. */
export function ruleFilesOnDisk(files: Files): readonly RuleFile[] {
  return files
    .list(RULES_FOLDER)
    .map((name) => `${RULES_FOLDER}/${name}`)
    .filter(isRuleFile)
    .sort()
    .flatMap((path) => {
      const text = files.read(path);
      return text === undefined ? [] : [{ path, text }];
    });
}

/**
 * The rule files that a commit is judged by: the index's, and HEAD's where they are otherwise, so that
 * a commit cannot take its own judge away. Files that git does not track come from disk. `tree` is
 * what git answered to `RULES_IN_HEAD`.
 */
export async function stagedRuleFiles(
  { git, ids, projectFiles }: Pick<Repository, 'git' | 'ids' | 'projectFiles'>,
  staged: readonly StagedFile[],
  tree: Uint8Array | undefined,
): Promise<Result<readonly RuleFile[], Problem>> {
  const idBytes = ids.blobId('', '').length / 2;
  const inHead = namesInTree(tree ?? new Uint8Array(), idBytes).map(
    (name) => `${RULES_FOLDER}/${name}`,
  );
  const changed = staged.flatMap(({ path, oldPath }) => [path, oldPath]);
  const tracked = [...new Set([...inHead, ...changed])].filter(isRuleFile).sort();
  const names = tracked.flatMap((path) => [`:${path}`, `HEAD:${path}`]);
  const objects =
    names.length === 0 ? ok(new Map<string, Uint8Array>()) : await git.readObjects(names);
  if (!objects.ok) return objects;
  const lost = inHead.find((path) => isRuleFile(path) && !objects.value.has(`HEAD:${path}`));
  if (lost !== undefined) return err(ruleMissing(lost));
  const files = tracked.flatMap((path): RuleFile[] => {
    const now = textIn(objects.value.get(`:${path}`));
    const old = textIn(objects.value.get(`HEAD:${path}`));
    const isSame = now === old || old === undefined;
    return [
      ...(now === undefined ? [] : [{ path, text: now }]),
      ...(isSame ? [] : [{ path, text: old, isOld: true } as const]),
    ];
  });
  const untracked = ruleFilesOnDisk(projectFiles().own).filter(
    ({ path }) => !objects.value.has(`:${path}`) && !objects.value.has(`HEAD:${path}`),
  );
  return ok([...files, ...untracked]);
}

function ruleMissing(path: string): Problem {
  return {
    code: 'history-missing',
    message: `${path}, a rule file of the team's, is not in this clone as HEAD has it. In a partial clone \`git show HEAD:${path}\` fetches it: run that once, then try again.`,
  };
}

/** Whether a path is that of a rule file. */
export function isRuleFile(path: string): boolean {
  return /^\.countersign\/rules\/[^/]+\.ya?ml$/.test(path);
}

const REGULAR_FILE = /^100\d{3} (.+)$/s;

/** The names of files in a tree as git stores it: `<mode> <name>`, NUL, the id's bytes. */
function namesInTree(tree: Uint8Array, idBytes: number): readonly string[] {
  const names: string[] = [];
  let at = 0;
  while (at < tree.length) {
    const end = tree.indexOf(0, at);
    if (end < 0) break;
    const [, name] = REGULAR_FILE.exec(textIn(tree.subarray(at, end)) ?? '') ?? [];
    if (name !== undefined) names.push(name);
    at = end + 1 + idBytes;
  }
  return names;
}
