import type { AttestParams, AttestResult, BlockView } from '../../server/src/protocol/index.ts';
import { type BlockTarget, errorText } from '../convert.ts';
import { SAY } from '../messages.ts';
import type { ServerClient } from '../serverProcess.ts';
import { waitsForPerson } from '../show/blockStore.ts';
import type { ActContext } from './context.ts';
import { blockAtCaret, freshBlocks, type LocatedBlock, unchangedBlock } from './locate.ts';

const CONFIRMATION_MS = 5000;

type SignAction = AttestParams['action'];
type SignVia = AttestParams['via'];

/**
 * Signs the block that a lens names, or the one at the caret. The lens may be a moment older than
 * the file: then the block is signed in the newest version, if it still reads as it did.
 */
export async function signOff(context: ActContext, target: BlockTarget | undefined): Promise<void> {
  if (target !== undefined) {
    await signTarget(context, target, 'lens');
    return;
  }
  await signAtCaret(context, 'sign', waitsForPerson, SAY.noBlockToSign);
}

/** Withdraws the sign-off of the block that is named, or of the one at the caret. */
export async function unsign(context: ActContext, target: BlockTarget | undefined): Promise<void> {
  if (target !== undefined) {
    await attestTarget(context, 'unsign', target, 'lens');
    return;
  }
  await signAtCaret(context, 'unsign', (block) => block.signed, SAY.noBlockToUnsign);
}

/** Signs and says whether it was recorded. */
export function signTarget(
  context: ActContext,
  target: BlockTarget,
  via: SignVia,
): Promise<boolean> {
  return attestTarget(context, 'sign', target, via);
}

async function signAtCaret(
  context: ActContext,
  action: SignAction,
  fits: (block: BlockView) => boolean,
  noBlock: (line: number) => string,
): Promise<void> {
  const editor = context.api.window.activeTextEditor;
  if (editor === undefined) {
    tell(context, SAY.noEditor);
    return;
  }
  const found = await blockAtCaret(context.store, editor, fits);
  if (found === undefined) {
    tell(context, noBlock(editor.selection.active.line + 1));
    return;
  }
  await attestTarget(context, action, targetOf(found), 'lens');
}

async function attestTarget(
  context: ActContext,
  action: SignAction,
  target: BlockTarget,
  via: SignVia,
): Promise<boolean> {
  const server = await context.server();
  // Two tries: between the first and its answer the text may have moved on once.
  for (const isLastTry of [false, true]) {
    const now = await presentBlock(context, target);
    if (now === undefined) break;
    const result = await server.attest({
      action,
      uri: now.uri,
      version: now.version,
      blockIds: [now.block.id],
      via,
    });
    if (result.kind === 'refused' && !isLastTry && isBehind(context, now)) continue;
    const isRecorded = report(context, action, result);
    if (result.kind === 'recorded') void offerCopies(context, server, result.code ?? [], via);
    return isRecorded;
  }
  tell(context, SAY.changedMeanwhile);
  return false;
}

/** A short block's sign-off holds where it stands only: its copies are asked about, all at once. */
async function offerCopies(
  context: ActContext,
  server: ServerClient,
  code: readonly string[],
  via: SignVia,
): Promise<void> {
  if (code.length === 0) return;
  try {
    const found = await server.copies({ code, via, sign: false });
    if (found.kind === 'refused' || found.places.length === 0) return;
    const sign = SAY.signCopies(found.places.length);
    const { window } = context.api;
    const places = found.places.map(({ path, line }) => `${path}:${line + 1}`);
    const picked = await window.showInformationMessage(SAY.copiesWait(places), sign);
    if (picked !== sign) return;
    const done = await server.copies({ code, via, sign: true });
    if (done.kind === 'refused') tell(context, done.message);
    else {
      const words = SAY.signed(done.places.length);
      window.setStatusBarMessage(`$(verified) ${words}`, CONFIRMATION_MS);
    }
  } catch (error) {
    context.log.error(errorText(error));
  }
}

/** The meant block in the version the document has now; `undefined` when that is in doubt. */
async function presentBlock(
  context: ActContext,
  target: BlockTarget,
): Promise<LocatedBlock | undefined> {
  const document = openDocument(context, target.uri);
  if (document === undefined) return undefined;
  const now = await freshBlocks(context.store, document);
  if (now === undefined) return undefined;
  const block = unchangedBlock(context.store, target, now);
  return block === undefined ? undefined : { uri: now.uri, version: now.version, block };
}

function isBehind(context: ActContext, tried: LocatedBlock): boolean {
  const document = openDocument(context, tried.uri);
  return document !== undefined && tried.version < document.version;
}

function openDocument(context: ActContext, uri: string) {
  return context.api.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

function report(context: ActContext, action: SignAction, result: AttestResult): boolean {
  if (result.kind === 'refused') {
    tell(context, result.message);
    return false;
  }
  const words = action === 'sign' ? SAY.signed(result.nBlocks) : SAY.unsigned(result.nBlocks);
  context.api.window.setStatusBarMessage(`$(verified) ${words}`, CONFIRMATION_MS);
  return true;
}

function tell(context: ActContext, message: string): void {
  void context.api.window.showInformationMessage(message);
}

function targetOf({ uri, version, block }: LocatedBlock): BlockTarget {
  return { uri, version, blockId: block.id };
}
