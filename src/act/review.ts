import type * as vscode from 'vscode';
import type { BlockView, ReviewedResult } from '../../server/src/protocol/index.ts';
import type { BlockTarget } from '../convert.ts';
import { blockName, REVIEW, SAY } from '../messages.ts';
import { neighborBlock, waitsForPerson } from '../show/blockStore.ts';
import { afterwards, askQuestions } from './askQuestions.ts';
import type { ActContext } from './context.ts';
import { blockAtCaret, freshBlocks, type LocatedBlock, revealBlock, meantBlock } from './locate.ts';
import type { ReviewedTexts } from './reviewedText.ts';
import type { RulePages } from './rulePage.ts';
import { signTarget } from './sign.ts';

/** What the walk shows besides the block. */
export interface ReviewParts {
  readonly texts: ReviewedTexts;
  readonly pages: RulePages;
}

type Choice = vscode.QuickPickItem & { readonly act: 'sign' | 'compare' | 'next' };

/** Walks the waiting blocks of a file: look, compare, sign, next; Escape ends it anywhere. */
export async function review(
  context: ActContext,
  parts: ReviewParts,
  target: BlockTarget | undefined,
): Promise<void> {
  let current = await firstBlock(context, target);
  if (current === undefined) {
    void context.api.window.showInformationMessage(SAY.nothingWaits);
    return;
  }
  while (current !== undefined) current = await reviewOne(context, parts, current);
}

/** The block that is meant, the one at the caret, or the next one that waits in this file. */
async function firstBlock(
  context: ActContext,
  target: BlockTarget | undefined,
): Promise<LocatedBlock | undefined> {
  if (target !== undefined) return targetBlock(context, target);
  const editor = context.api.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const found = await blockAtCaret(context.store, editor, waitsForPerson);
  return found ?? nextIn(context, editor.document, editor.selection.active.line);
}

async function targetBlock(
  context: ActContext,
  target: BlockTarget,
): Promise<LocatedBlock | undefined> {
  const uri = context.api.Uri.parse(target.uri, true);
  const document = await context.api.workspace.openTextDocument(uri);
  const now = await freshBlocks(context.store, document);
  const block = now === undefined ? undefined : meantBlock(context.store, target, now);
  return now === undefined || block === undefined
    ? undefined
    : { uri: now.uri, version: now.version, block };
}

/** Shows one block and what can be done about it; answers the block to go on with. */
async function reviewOne(
  context: ActContext,
  { texts, pages }: ReviewParts,
  found: LocatedBlock,
): Promise<LocatedBlock | undefined> {
  const editor = await revealBlock(context.api, found.uri, found.block);
  if (waitsForPerson(found.block)) {
    const asked = await askQuestions(context, pages, found, editor);
    if (asked === 'left') return undefined;
  }
  const current = await afterwards(context, found, editor.document);
  if (current === undefined) return undefined;
  const { uri, version, block } = current;
  const reviewed = await reviewedText(context, current);
  const choice = await choose(context, block, reviewed !== undefined);
  if (choice === undefined) return undefined;
  if (choice.act === 'sign') {
    const isSigned = await signTarget(context, { uri, version, blockId: block.id }, 'list');
    if (!isSigned) return undefined;
  }
  if (choice.act === 'compare') {
    if (reviewed !== undefined) await texts.compare(editor.document, block, reviewed);
    return undefined;
  }
  return nextIn(context, editor.document, block.startLine, block);
}

async function choose(
  context: ActContext,
  block: BlockView,
  hasReviewedText: boolean,
): Promise<Choice | undefined> {
  const choices: Choice[] = [
    ...(waitsForPerson(block)
      ? [{ label: `$(verified) ${REVIEW.sign}`, detail: REVIEW.signDetail, act: 'sign' } as const]
      : []),
    ...(hasReviewedText ? [{ label: `$(diff) ${REVIEW.compare}`, act: 'compare' } as const] : []),
    { label: `$(arrow-down) ${REVIEW.next}`, act: 'next' },
  ];
  return context.api.window.showQuickPick(choices, {
    title: blockName(block),
    placeHolder: REVIEW.placeholder(block),
    // The person reads and scrolls the code while this stays open.
    ignoreFocusOut: true,
  });
}

async function reviewedText(
  context: ActContext,
  { uri, version, block }: LocatedBlock,
): Promise<(ReviewedResult & { readonly text: string }) | undefined> {
  if (block.status !== 'outdated') return undefined;
  const server = await context.server();
  const reviewed = await server.reviewed({ uri, version, blockId: block.id });
  return reviewed.text === undefined ? undefined : { ...reviewed, text: reviewed.text };
}

/** The waiting block after this line, other than the one we come from. */
async function nextIn(
  context: ActContext,
  document: vscode.TextDocument,
  line: number,
  from?: BlockView,
): Promise<LocatedBlock | undefined> {
  const now = await freshBlocks(context.store, document);
  if (now === undefined) return undefined;
  const others = now.blocks.filter(
    ({ symbol, startLine }) => symbol !== from?.symbol || startLine !== from.startLine,
  );
  const block = neighborBlock(others, line, 'next');
  return block === undefined ? undefined : { uri: now.uri, version: now.version, block };
}
