import type * as vscode from 'vscode';
import { parseRecord } from '../convert.ts';
import { SAY } from '../messages.ts';
import { firstLine } from './cli.ts';
import type { ActContext } from './context.ts';
import { findRepository, type Repository, repositoryName } from './repository.ts';

/** Repositories, by their common git folder, whose owner was asked already. */
const OFFERED_KEY = 'countersign.hooks.offered';
/** Set once a repository here has the hook: the walkthrough's first step watches it. */
const HOOK_CONTEXT = 'countersign.hasHook';

/** Installs the git hook in the repository in front, or in the one that is chosen. */
export async function installHooks(context: ActContext): Promise<void> {
  if (!context.api.workspace.isTrusted) {
    void context.api.window.showWarningMessage(SAY.untrusted);
    return;
  }
  const repository = await chooseRepository(context);
  if (repository === undefined) return;
  await installIn(context, repository);
}

async function installIn(context: ActContext, repository: Repository): Promise<void> {
  const { window } = context.api;
  const result = await context.runCli(['hooks', 'install'], repository.root);
  context.log.info(`hooks install: exit ${result.exitCode}\n${result.stdout}${result.stderr}`);
  if (result.exitCode === 0) {
    void context.api.commands.executeCommand('setContext', HOOK_CONTEXT, true);
    void window.showInformationMessage(SAY.hookInstalled(repositoryName(repository)));
    return;
  }
  const picked = await window.showErrorMessage(
    SAY.commandFailed('install the git hook', firstLine(result)),
    SAY.showLog,
  );
  if (picked === SAY.showLog) context.log.show();
}

/**
 * Offers the hook once for each repository, ever: when its first block waits for a person, the
 * workspace is trusted, and no hook of ours is there yet.
 */
export function createHookOffer(
  context: ActContext,
  memory: vscode.Memento,
): (uri: vscode.Uri) => Promise<void> {
  const asked = new Set<string>();

  return async (uri) => {
    if (uri.scheme !== 'file' || !context.api.workspace.isTrusted) return;
    const repository = await findRepository(context.api.Uri.joinPath(uri, '..').fsPath);
    if (repository === undefined || asked.has(repository.commonDir)) return;
    asked.add(repository.commonDir);
    const offered = memory.get<readonly string[]>(OFFERED_KEY, []);
    if (offered.includes(repository.commonDir) || (await hasHook(context, repository))) return;
    // Remembered before the answer: a person who looks away is not asked again either.
    await memory.update(OFFERED_KEY, [...offered, repository.commonDir]);
    const picked = await context.api.window.showInformationMessage(
      SAY.offerHook(repositoryName(repository)),
      SAY.installHook,
      SAY.notHere,
    );
    if (picked === SAY.installHook) await installIn(context, repository);
  };
}

/** Also true when it cannot be told: then nobody is asked for something that may not work. */
async function hasHook(context: ActContext, repository: Repository): Promise<boolean> {
  const result = await context.runCli(['hooks', 'status', '--json'], repository.root);
  const installed = parseRecord(result.stdout)?.['installed'];
  if (installed === true)
    void context.api.commands.executeCommand('setContext', HOOK_CONTEXT, true);
  if (typeof installed === 'boolean') return installed;
  context.log.warn(`hooks status: exit ${result.exitCode}: ${firstLine(result)}`);
  return true;
}

async function chooseRepository(context: ActContext): Promise<Repository | undefined> {
  const repositories = await openRepositories(context);
  const [first, ...others] = repositories;
  if (first === undefined) {
    void context.api.window.showInformationMessage(SAY.noRepository);
    return undefined;
  }
  if (others.length === 0) return first;
  const choice = await context.api.window.showQuickPick(
    repositories.map((repository) => ({
      label: repositoryName(repository),
      description: repository.root,
      repository,
    })),
    { title: SAY.chooseRepository },
  );
  return choice?.repository;
}

/** The repositories of the file in front and of the workspace's folders, each once. */
export async function openRepositories(context: {
  readonly api: Pick<typeof vscode, 'window' | 'workspace' | 'Uri'>;
}): Promise<readonly Repository[]> {
  const { window, workspace, Uri } = context.api;
  const front = window.activeTextEditor?.document.uri;
  const folders = [
    ...(front?.scheme === 'file' ? [Uri.joinPath(front, '..').fsPath] : []),
    ...(workspace.workspaceFolders ?? [])
      .filter(({ uri }) => uri.scheme === 'file')
      .map(({ uri }) => uri.fsPath),
  ];
  const found = new Map<string, Repository>();
  for (const folder of folders) {
    const repository = await findRepository(folder);
    if (repository !== undefined && !found.has(repository.root)) {
      found.set(repository.root, repository);
    }
  }
  return [...found.values()];
}
