import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  Range,
} from 'vscode-languageserver';
import { type BareClient, startBareClient } from './bareClient.ts';
import { type Found, inOrder, type Shop, TEXT } from './shop.ts';

export const PUBLISHED = 'textDocument/publishDiagnostics';

/** What comes with it. */
export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly (Diagnostic & { readonly message: string })[];
}

export const ACTIONS_AS_SUCH: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};
/** In the regular expression of the shop's file. */
export const REGEX = at(4, 45);

/** What an editor does with the shop's file, over the bare client. */
export interface BareEditor extends BareClient {
  hello(
    capabilities?: ClientCapabilities,
    initializationOptions?: unknown,
  ): Promise<InitializeResult>;
  open(text?: string): void;
  change(version: number, range: Range, text: string): void;
  /** Waits for what is published for a version, and finds it in that version's text. */
  published(version: number, text: string): Promise<readonly Found[]>;
  /** The actions at the regular expression. */
  actions<T>(only?: readonly string[]): Promise<readonly T[]>;
  run(command: string, ...args: readonly unknown[]): Promise<unknown>;
}

export function openBareEditor(shop: Shop): BareEditor {
  const client = startBareClient(shop);
  return {
    ...client,
    async hello(capabilities = {}, initializationOptions) {
      const result = await client.request<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities,
        initializationOptions,
      });
      client.notify('initialized', {});
      return result;
    },
    open: (text = TEXT) =>
      client.notify('textDocument/didOpen', {
        textDocument: { uri: shop.uri, languageId: 'javascript', version: 1, text },
      }),
    change: (version, range, text) =>
      client.notify('textDocument/didChange', {
        textDocument: { uri: shop.uri, version },
        contentChanges: [{ range, text }],
      }),
    async published(version, text) {
      const isIt = (one: Published): boolean => one.uri === shop.uri && one.version === version;
      const { diagnostics } = await client.heard<Published>(PUBLISHED, isIt);
      return inOrder(diagnostics.map((one) => foundAt(text, one)));
    },
    actions: (only) =>
      client.request('textDocument/codeAction', {
        textDocument: { uri: shop.uri },
        range: { start: REGEX, end: REGEX },
        context: { diagnostics: [], ...(only ? { only } : {}) },
      }),
    run: (command, ...args) =>
      client.request('workspace/executeCommand', { command, arguments: args }),
  };
}

/** A position, both 0-based. */
export function at(line: number, character: number): Range['start'] {
  return { line, character };
}

/** Offsets of a range, counted as the specification says: a character past the line's end is its end. */
export function offsets(text: string, { start, end }: Range): { start: number; end: number } {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: Range['start']): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) +
    Math.min(character, lines[line]?.length ?? 0);
  return { start: offsetOf(start), end: offsetOf(end) };
}

/** What a diagnostic says of a text. */
export function foundAt(text: string, { code, range }: Diagnostic): Found {
  const { start, end } = offsets(text, range);
  return { rule: String(code), line: range.start.line, text: text.slice(start, end) };
}
