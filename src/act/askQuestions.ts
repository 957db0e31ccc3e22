import type * as vscode from 'vscode';
import type { AnswerName, QuestionView } from '../../server/src/protocol/questions.ts';
import { blockName, QUESTIONS } from '../messages.ts';
import type { ActContext } from './context.ts';
import { freshBlocks, type LocatedBlock, meantBlock } from './locate.ts';
import type { RulePages } from './rulePage.ts';

/** `asked`: each open question was answered or put off. `left`: the person went away. */
export type Asked = 'asked' | 'left';

type Choice = vscode.QuickPickItem & { readonly act: AnswerName | 'later' | 'why' };

const CHOICES: readonly Choice[] = [
  { label: `$(check) ${QUESTIONS.ok}`, act: 'ok' },
  { label: `$(warning) ${QUESTIONS.problem}`, detail: QUESTIONS.problemDetail, act: 'problem' },
  { label: `$(circle-slash) ${QUESTIONS.notApplicable}`, act: 'not-applicable' },
  { label: `$(thumbsdown) ${QUESTIONS.notUseful}`, act: 'not-useful' },
  { label: `$(question) ${QUESTIONS.why}`, act: 'why' },
  { label: `$(arrow-right) ${QUESTIONS.later}`, act: 'later' },
];

/** Asks what is open about a block, one question at a time, its line in view. Nothing is preset. */
export async function askQuestions(
  context: ActContext,
  pages: RulePages,
  located: LocatedBlock,
  editor: vscode.TextEditor,
): Promise<Asked> {
  const { uri, version, block } = located;
  const server = await context.server();
  const found = await server.questions({ uri, version, blockId: block.id });
  if (found.kind === 'gone') return 'asked';
  const open = found.questions.filter(({ answer }) => answer === undefined);
  for (const [i, question] of open.entries()) {
    reveal(context, editor, question);
    const step = open.length === 1 ? '' : ` (${i + 1} of ${open.length})`;
    const act = await choose(context, `${blockName(block)}${step}`, question);
    if (act === undefined) return 'left';
    if (act === 'later') continue;
    if (act === 'why') {
      await pages.show(question.rule);
      return 'left';
    }
    const note = act === 'problem' ? await askNote(context) : undefined;
    const done = await server.answer({
      ...{ uri, version, blockId: block.id, question: question.id, answer: act, via: 'list' },
      ...(note === undefined || note === '' ? {} : { note }),
    });
    if (done.kind === 'refused') {
      void context.api.window.showInformationMessage(done.message);
      return 'left';
    }
  }
  return 'asked';
}

/** The block as it stands after its questions: answering judges a document anew, in the same version. */
export async function afterwards(
  context: ActContext,
  { uri, version, block }: LocatedBlock,
  document: vscode.TextDocument,
): Promise<LocatedBlock | undefined> {
  const now = await freshBlocks(context.store, document);
  const same = now && meantBlock(context.store, { uri, version, blockId: block.id }, now);
  return now && same ? { uri: now.uri, version: now.version, block: same } : undefined;
}

async function choose(
  { api }: ActContext,
  title: string,
  { text, isRequired }: QuestionView,
): Promise<Choice['act'] | undefined> {
  const required = isRequired ? ` ${QUESTIONS.required}` : '';
  const choice = await api.window.showQuickPick([...CHOICES], {
    title,
    placeHolder: `${text.replaceAll('`', '')}${required}`,
    ignoreFocusOut: true,
  });
  return choice?.act;
}

async function askNote({ api }: ActContext): Promise<string | undefined> {
  return api.window.showInputBox({ prompt: QUESTIONS.note, ignoreFocusOut: true });
}

function reveal({ api }: ActContext, editor: vscode.TextEditor, { range }: QuestionView): void {
  const { start, end } = range;
  const whole = new api.Range(start.line, start.character, end.line, end.character);
  editor.selection = new api.Selection(start.line, start.character, start.line, start.character);
  editor.revealRange(whole, api.TextEditorRevealType.InCenterIfOutsideViewport);
}
