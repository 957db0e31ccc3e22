import { SAY } from '../messages.ts';
import type { ActContext } from './context.ts';
import { openRepositories } from './hooks.ts';

/** Opens what `countersign doctor` says, and what only the editor knows, in a new document. */
export async function reportProblem(context: ActContext): Promise<void> {
  const { api } = context;
  const [repository] = await openRepositories(context);
  const folder = repository?.root ?? api.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const doctor =
    !api.workspace.isTrusted || folder === undefined
      ? api.workspace.isTrusted
        ? SAY.noRepository
        : SAY.untrusted
      : await doctorWords(context, folder);
  const content = [
    '# Countersign: problem report',
    '',
    ...SAY.reportIntro,
    '',
    '## Editor',
    '',
    `- Countersign ${context.extensionVersion}`,
    `- ${api.env.appName} ${api.version} (${api.env.appHost})`,
    `- ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    `- workspace trusted: ${api.workspace.isTrusted ? 'yes' : 'no'}`,
    '',
    '## countersign doctor',
    '',
    '```',
    doctor.trimEnd(),
    '```',
    '',
  ].join('\n');
  const document = await api.workspace.openTextDocument({ language: 'markdown', content });
  await api.window.showTextDocument(document);
}

async function doctorWords(context: ActContext, folder: string): Promise<string> {
  const { exitCode, stdout, stderr } = await context.runCli(['doctor'], folder);
  return `${stdout}${stderr}\nexit ${exitCode}`;
}
