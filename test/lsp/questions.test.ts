import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import {
  ANSWER,
  type AnswerParams,
  type AnswerResult,
  QUESTIONS,
  type QuestionsResult,
  RULE_PAGE,
  type RulePageResult,
} from '../../server/src/protocol/questions.ts';
import { ACCEPTED, type LspClient, type OpenFile, startClient } from '../support/lspClient.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const START = 'const one = 1;\n\n';
const SAVE = `export function saveAll(store: Store, data: readonly Row[]): void {
  try {
    for (const row of data) store.write(row);
  } catch (error) {}
}
`;
/** 0-based line of the file where the error is swallowed. */
const LINE = 5;

describe('Questions in the editor', function () {
  this.timeout(60_000);
  let repo: TempRepo;
  let client: LspClient;
  beforeEach(async () => {
    repo = createTempRepo({ hasIdentity: true, files: { 'README.md': 'x\n' } });
    client = await startClient(repo.dir);
  });
  afterEach(async () => {
    await client.stop();
    repo.dispose();
  });
  const accepted = async (text = SAVE): Promise<OpenFile> => {
    const file = client.open('src/store.ts', START);
    file.edit(START.length, START.length, text, ACCEPTED);
    await file.blocks((blocks) => 0 < blocks.length);
    return file;
  };
  const asked = async (
    file: OpenFile,
  ): Promise<Extract<QuestionsResult, { readonly kind: 'block' }>> => {
    const [block] = await file.blocks((blocks) => 0 < blocks.length);
    assert.ok(block);
    const params = { uri: file.uri, version: file.version(), blockId: block.id };
    const result: QuestionsResult = await client.connection.sendRequest(QUESTIONS, params);
    assert.equal(result.kind, 'block');
    return result;
  };
  const answer = async (
    file: OpenFile,
    given: Pick<AnswerParams, 'answer' | 'note'>,
  ): Promise<AnswerResult> => {
    const { questions, blockId, version } = await asked(file);
    const question = questions[0]?.id ?? '';
    const params: AnswerParams = {
      uri: file.uri,
      version,
      blockId,
      question,
      via: 'thread',
      ...given,
    };
    return client.connection.sendRequest(ANSWER, params);
  };

  it('Come with a block, with place and words, and are counted by its lens', async () => {
    const file = await accepted();
    const { risk, questions, more } = await asked(file);
    assert.equal(risk, 'normal');
    assert.deepEqual(more, []);
    assert.deepEqual(
      questions.map(({ rule, range, answer: given }) => [rule, range.start.line, given]),
      [['swallowed-error', LINE, undefined]],
    );
    assert.match(questions[0]?.text ?? '', /^Line 6: if `store\.write\(\)` fails/);
    const [lens] = await client.lenses(file.uri);
    assert.equal(lens?.command?.title, 'AI · sample.assistant · unverified · 1 question');
  });

  it('Keep their answers while the statement is the same, and lose them when it changes', async () => {
    const file = await accepted();
    assert.deepEqual(await answer(file, { answer: 'ok' }), { kind: 'recorded' });
    file.replace('const one = 1;', 'const one = 1;\nconst two = 2;', ACCEPTED);
    assert.equal((await asked(file)).questions[0]?.answer?.value, 'ok');
    file.replace('store.write', 'store.put', ACCEPTED);
    assert.equal((await asked(file)).questions[0]?.answer, undefined);
  });

  it('Can be answered otherwise, and an answer be taken back', async () => {
    const file = await accepted();
    await answer(file, { answer: 'problem', note: 'must be told' });
    assert.deepEqual((await asked(file)).questions[0]?.answer?.note, 'must be told');
    await answer(file, { answer: 'not-applicable' });
    assert.equal((await asked(file)).questions[0]?.answer?.value, 'not-applicable');
    await answer(file, { answer: 'withdrawn' });
    assert.equal((await asked(file)).questions[0]?.answer, undefined);
  });

  it('Refuse a sign-off while somebody says "problem", and show that as a diagnostic', async () => {
    const told = new Promise<Diagnostic>((resolve) => {
      client.connection.onNotification(
        'textDocument/publishDiagnostics',
        ({ diagnostics: [first] }: { diagnostics: Diagnostic[] }) => {
          if (first) resolve(first);
        },
      );
    });
    const file = await accepted();
    await answer(file, { answer: 'problem', note: 'must be told' });
    const [block] = await file.blocks((blocks) => 0 < blocks.length);
    const params = { uri: file.uri, version: file.version(), via: 'lens' as const };
    const done = await client.attest({ ...params, action: 'sign', blockIds: [block?.id ?? ''] });
    assert.equal(done.kind, 'refused');
    assert.match(done.kind === 'refused' ? done.message : '', /line 6 was answered with "problem"/);
    const { code, range, message } = await told;
    assert.deepEqual([code, range.start.line], ['swallowed-error', LINE]);
    assert.match(wordsOf(message), /problem here: must be told/);
  });

  it('Are gone for another version, and refuse an answer to what is not asked', async () => {
    const file = await accepted();
    const { blockId, version } = await asked(file);
    const params = { uri: file.uri, version: version + 7, blockId };
    assert.deepEqual(await client.connection.sendRequest(QUESTIONS, params), { kind: 'gone' });
    const strange: AnswerParams = {
      ...{ uri: file.uri, version, blockId, question: 'swallowed-error:0', answer: 'ok' },
      via: 'thread',
    };
    const refused: AnswerResult = await client.connection.sendRequest(ANSWER, strange);
    assert.equal(refused.kind, 'refused');
  });

  it('Have a page that says why, for the rule at the caret', async () => {
    const file = await accepted();
    const at = { line: LINE, character: 4 };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: file.uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const why = actions.find(({ command }) => command?.command === 'countersign.why');
    assert.deepEqual(why?.command?.arguments, ['swallowed-error']);
    const page: RulePageResult = await client.connection.sendRequest(RULE_PAGE, {
      rule: 'swallowed-error',
    });
    assert.match(page.markdown ?? '', /CWE-390/);
    assert.deepEqual(await client.connection.sendRequest(RULE_PAGE, { rule: 'no-such' }), {});
  });

  it('Wait for a regular expression that a thread judges, and so does a sign-off', async () => {
    repo.write('.vscode/settings.json', '{ "countersign.questions.required": "all" }');
    const file = client.open('src/store.ts', START);
    // The letters alone is low risk, and asks nothing.
    const text =
      'export function isName(text: string, names: Set<string>): boolean {\n  return /^(\\w+\\s?)+$/.test(text) || names.has(text.toLocaleLowerCase());\n}\n';
    file.edit(START.length, START.length, text, ACCEPTED);
    const [block] = await file.blocks((blocks) => 0 < blocks.length);
    const params = { uri: file.uri, version: file.version(), via: 'lens' as const };
    const done = await client.attest({ ...params, action: 'sign', blockIds: [block?.id ?? ''] });
    assert.equal(done.kind, 'refused');
    assert.match(done.kind === 'refused' ? done.message : '', /a question at line 4 must be/);
    assert.deepEqual((await asked(file)).reasons, [
      'a regular expression that a text can keep busy',
    ]);
    // The same expression is known; word of another comes a moment later, and is shown then.
    file.replace('isName', 'isTitle', ACCEPTED);
    assert.equal((await asked(file)).risk, 'normal');
    file.replace('\\s?', '-?', ACCEPTED);
    await file.blocks();
    while ((await asked(file)).risk === 'low') await client.nextBlocks();
  });

  it('Are told in the hover', async () => {
    const file = await accepted();
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>(
      'textDocument/hover',
      { textDocument: { uri: file.uri }, position: { line: LINE, character: 3 } },
    );
    assert.match(hover.contents.value, /if `store\.write\(\)` fails, nobody learns of it/);
    assert.match(hover.contents.value, /Risk: normal/);
  });

  it('Are pulled by a client that pulls, and pushed to one that does not', async () => {
    const file = await accepted();
    file.save();
    await client.connection.sendRequest('countersign/queue');
    const pulling = await startClient(repo.dir, {}, { textDocument: { diagnostic: {} } });
    const pushed: unknown[] = [];
    pulling.connection.onNotification('textDocument/publishDiagnostics', (params) => {
      pushed.push(params);
    });
    assert.equal(pulling.initialized.capabilities.diagnosticProvider?.identifier, 'countersign');
    const same = pulling.open('src/store.ts', file.text());
    const report = await pulling.connection.sendRequest<{ items: Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri: same.uri } },
    );
    const messages = report.items.map(({ message }) => wordsOf(message));
    assert.match(messages[0] ?? '', /\(1 question\).*countersign review src\/store\.ts:3/);
    assert.match(messages[1] ?? '', /if `store\.write\(\)` fails/);
    assert.deepEqual(pushed, []);
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await pulling.stop();
  });
});

function wordsOf(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}
