import type * as vscode from 'vscode';
import type { RulePageResult } from '../../server/src/protocol/questions.ts';
import type { Disposable } from '../lifetime.ts';
import { QUESTIONS } from '../messages.ts';

/** Virtual documents: why a rule asks. */
export const RULE_SCHEME = 'countersign-rule';

type PageApi = Pick<typeof vscode, 'commands' | 'workspace' | 'window' | 'Uri'>;

export interface RulePages extends Disposable {
  /** Opens a rule's page beside the code, as a preview; it needs no network. */
  readonly show: (rule: string) => Promise<void>;
}

export function createRulePages(
  api: PageApi,
  pageOf: (rule: string) => Promise<RulePageResult>,
): RulePages {
  const provider = api.workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
    async provideTextDocumentContent(uri) {
      const { markdown } = await pageOf(uri.path.replace(/^\/|\.md$/g, ''));
      return markdown ?? QUESTIONS.noPage;
    },
  });
  return Object.freeze({
    async show(rule: string) {
      const uri = api.Uri.from({ scheme: RULE_SCHEME, path: `/${rule}.md` });
      await api.commands.executeCommand('markdown.showPreviewToSide', uri);
    },
    dispose: () => provider.dispose(),
  });
}
