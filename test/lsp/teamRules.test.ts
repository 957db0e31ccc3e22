import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import {
  type QuestionView,
  QUESTIONS,
  type QuestionsResult,
  RULE_PAGE,
  type RulePageResult,
} from '../../server/src/protocol/questions.ts';
import { ACCEPTED, type LspClient, type OpenFile, startClient } from '../support/lspClient.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const RULES = '.countersign/rules/team.yml';
const LEGACY = `id: no-legacy
language: TypeScript
rule:
  pattern: legacyPrice($ARGS)
question: Why is legacyPrice asked for \`$ARGS\`?
note: The old price list is frozen.
`;
const BROKEN = '---\nid: broken\nlanguage: TypeScript\nrule: { kind: nonsense }\nquestion: Hm?\n';
const START = 'const one = 1;\n\n';
const TOTAL = `export function total(cart: Cart): number {
  const base = legacyPrice(cart.items);
  return base * 2;
}
`;

describe("A team's own rules in the editor", function () {
  this.timeout(60_000);
  let repo: TempRepo;
  let client: LspClient;
  let published: Map<string, readonly Diagnostic[]>;
  const waiting = new Set<() => void>();
  const nextDiagnostics = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.add(resolve);
    });
  const start = async (
    rules: string,
    trusted = true,
    files: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    repo = createTempRepo({
      files: { 'README.md': 'x\n', [RULES]: rules, ...files },
      hasIdentity: true,
    });
    client = await startClient(repo.dir, { signals: true, clientCommands: true, trusted });
    published = new Map();
    client.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        published.set(uri.slice(uri.lastIndexOf('/') + 1), diagnostics);
        for (const resolve of waiting) resolve();
        waiting.clear();
      },
    );
  };
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });
  const accepted = (by = client): OpenFile => {
    const file = by.open('src/price.ts', START);
    file.edit(START.length, START.length, TOTAL, ACCEPTED);
    return file;
  };
  const questionsOf = async (file: OpenFile, by = client): Promise<readonly QuestionView[]> => {
    const [block] = await file.blocks((blocks) => 0 < blocks.length);
    const params = { uri: file.uri, version: file.version(), blockId: block?.id ?? '' };
    const result: QuestionsResult = await by.connection.sendRequest(QUESTIONS, params);
    return result.kind === 'block' ? [...result.questions, ...result.more] : [];
  };
  /** Rules run in the background: asks again whenever the server tells anything. */
  const until = async <T>(
    ask: () => Promise<T> | T,
    isIt: (value: T) => boolean,
    by = client,
  ): Promise<T> => {
    for (;;) {
      const told = Promise.race([by.nextBlocks(), nextDiagnostics()]);
      const value = await ask();
      if (isIt(value)) return value;
      await told;
    }
  };
  const changed = (): void =>
    void client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `file://${repo.dir}/${RULES}`, type: 2 }],
    });

  it('Join the questions when they are known, and follow the code', async () => {
    await start(LEGACY);
    const file = accepted();
    const [question] = await until(
      () => questionsOf(file),
      (found) => found.length === 1,
    );
    assert.equal(question?.rule, 'team/no-legacy');
    assert.equal(question?.text, 'Line 4: Why is legacyPrice asked for `cart.items`?');
    assert.equal(question?.range.start.line, 3);
    const page: RulePageResult = await client.connection.sendRequest(RULE_PAGE, {
      rule: 'team/no-legacy',
    });
    assert.match(page.markdown ?? '', /The old price list is frozen\./);
    // What stands above moves it at once; nothing flickers.
    file.replace('const one = 1;', 'const one = 1;\nconst two = 2;', undefined);
    assert.deepEqual(
      (await questionsOf(file)).map(({ range }) => range.start.line),
      [4],
    );
    file.replace('legacyPrice', 'price', ACCEPTED);
    await until(
      () => questionsOf(file),
      (found) => found.length === 0,
    );
  });

  it('Are waited for by who signs at once', async () => {
    await start(LEGACY, true, {
      '.vscode/settings.json': '{"countersign.questions.required":"all"}',
    });
    const file = accepted();
    const [block] = await file.blocks((blocks) => 0 < blocks.length);
    const done = await client.attest({
      uri: file.uri,
      version: file.version(),
      blockIds: [block?.id ?? ''],
      action: 'sign',
      via: 'lens',
    });
    assert.equal(done.kind, 'refused');
    assert.match(
      done.kind === 'refused' ? done.message : '',
      /a question at line 4 must be answered/,
    );
  });

  it('Are read anew when their file changes, and gone with it', async () => {
    await start(LEGACY);
    const file = accepted();
    await until(
      () => questionsOf(file),
      (found) => found.length === 1,
    );
    repo.write(RULES, LEGACY.replace('Why is', 'Why on earth is'));
    changed();
    await until(
      () => questionsOf(file),
      ([found]) => found?.text.includes('Why on earth') === true,
    );
    rmSync(join(repo.dir, RULES));
    changed();
    await until(
      () => questionsOf(file),
      (found) => found.length === 0,
    );
  });

  it('Show mistakes in their files, at their lines, until they are mended', async () => {
    await start(
      `${LEGACY}${BROKEN}---\nid: torn\nlanguage: Fortran\nrule: { kind: x }\nquestion: Hm?\n`,
    );
    const file = accepted();
    const told = await until(
      () => published.get('team.yml') ?? [],
      (found) => found.length === 2,
    );
    assert.deepEqual(
      told.map(({ range, message }) => [range.start.line, JSON.stringify(message).slice(1, 61)]),
      [
        [7, '.countersign/rules/team.yml:8: ast-grep does not understand '],
        [13, '.countersign/rules/team.yml:14: `language` must be a languag'],
      ],
    );
    // The rest goes on, and a person is told once of each.
    await until(
      () => questionsOf(file),
      (found) => found.length === 1,
    );
    assert.equal(client.notices().filter((one) => one.includes('team.yml')).length, 2);
    repo.write(RULES, LEGACY);
    client.open(`file://${repo.dir}/${RULES}`, LEGACY, 'yaml').save();
    await until(
      () => published.get('team.yml') ?? [],
      (found) => found.length === 0,
    );
  });

  it('Are not run in a workspace that is not trusted', async () => {
    await start(LEGACY, false);
    const file = accepted();
    await questionsOf(file);
    // By the time that another window, which is trusted, has its answer, this one would have had it.
    const trusted = await startClient(repo.dir, { signals: true, clientCommands: true });
    const same = accepted(trusted);
    await until(
      () => questionsOf(same, trusted),
      (found) => found.length === 1,
      trusted,
    );
    assert.deepEqual(await questionsOf(file), []);
    await trusted.stop();
  });
});
