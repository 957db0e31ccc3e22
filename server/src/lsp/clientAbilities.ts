import type { ClientCapabilities } from 'vscode-languageserver';

/** What a client can take, as far as it has said so; what it does not say it cannot. */
export interface ClientAbilities {
  readonly refreshesLenses: boolean;
  /** It asks for diagnostics itself; to others they are sent. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly watchesFiles: boolean;
  /** Code actions as such; else only commands. */
  readonly takesActions: boolean;
  /** Edits that say which version of a document they are for. */
  readonly takesVersionedEdits: boolean;
  /** Markdown rather than plain text in hovers. */
  readonly takesMarkdown: boolean;
}

/** What a client that has not said anything can take. */
export const NO_ABILITIES: ClientAbilities = abilitiesOf({});

/** What the client announces in `initialize`. */
export function abilitiesOf({ workspace, textDocument }: ClientCapabilities): ClientAbilities {
  const [format] = textDocument?.hover?.contentFormat ?? [];
  return {
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    takesActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesMarkdown: format === 'markdown',
  };
}
