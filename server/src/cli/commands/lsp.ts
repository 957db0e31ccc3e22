import { type CliCommand, EXIT } from '../command.ts';

export const lsp: CliCommand = {
  name: 'lsp',
  summary: 'run the language server',
  about:
    'Runs the language server for any LSP client: diagnostics, lenses, hovers and code actions.',
  args: [],
  options: [{ notation: '--stdio', summary: 'talk over standard input and output' }],
  examples: ['countersign lsp --stdio'],
  async run({ host, fail }, input) {
    if (!input.has('stdio')) {
      return fail({ code: 'no-channel', message: 'say how to talk: countersign lsp --stdio' });
    }
    await host.serveLsp();
    return EXIT.ok;
  },
};
