import type { BlockStatusName, BlockView } from '../server/src/protocol/index.ts';

/** Every sentence and label that the extension itself shows to people. */

export const PRODUCT = 'Countersign';

const STATUS_WORDS: Readonly<Record<BlockStatusName, string>> = {
  unverified: 'unverified',
  verified: 'verified',
  outdated: 'outdated: changed since it was signed',
  waived: 'waived',
  baseline: 'older than Countersign here',
  exempt: 'exempt',
};

export function statusWords(block: BlockView): string {
  return STATUS_WORDS[block.status];
}

/** `AI · github-copilot · unverified`, the same words as the lens. */
export function provenanceWords(block: BlockView): string {
  return `AI · ${block.tool} · ${statusWords(block)}`;
}

/** 1-based, as the editor's margin counts. */
export function lineWords(block: BlockView): string {
  const first = block.startLine + 1;
  const last = block.endLine + 1;
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

export function blockName(block: BlockView): string {
  return block.symbol === '' ? lineWords(block) : block.symbol;
}

export function nBlocksWords(nBlocks: number): string {
  return nBlocks === 1 ? '1 block' : `${nBlocks} blocks`;
}

export const SAY = {
  signed: (nBlocks: number) => `Signed off ${nBlocksWords(nBlocks)}.`,
  unsigned: (nBlocks: number) => `Withdrew the sign-off of ${nBlocksWords(nBlocks)}.`,
  noEditor: 'Open a file first: there is no text editor in front.',
  noBlockToSign: (line: number) =>
    `No AI block waits for a signature at line ${line}. “Countersign: Go to the Next Block That Waits” finds one that does.`,
  noBlockToUnsign: (line: number) => `There is no sign-off to withdraw at line ${line}.`,
  changedMeanwhile:
    'The block changed while you signed it, so nothing was recorded. Look at it again and sign it off once more.',
  nothingWaits: 'No AI block in the open files waits for a signature.',
  queueTitle: 'AI blocks that wait for a signature',
  queuePlaceholder: 'Choose a block to go to it',
  nothingKnown: (line: number) => `Line ${line}: no AI code is known here.`,
  whereAmI: (block: BlockView) =>
    `${block.symbol === '' ? '' : `${block.symbol}, `}${lineWords(block)}: ${provenanceWords(block)}.`,
  noReviewedText:
    'The text that was reviewed is not in this clone, so the two cannot be compared here.',
  serverAway: 'The Countersign server is not running. “Countersign: Show Log” tells why.',
  serverGone:
    'Countersign stopped: its server ended five times within three minutes. AI code is not recorded or marked until it is started again; the git hook still judges what is recorded.',
  restart: 'Start Again',
  showLog: 'Show Log',
  show: 'Show',
  commandFailed: (title: string, reason: string) =>
    `Countersign could not ${title}: ${reason}. “Countersign: Show Log” has more.`,
  untrusted:
    'This workspace is not trusted, so Countersign starts no program in it. Trust the workspace, then try again.',
  noRepository: 'No git repository here: open a folder of a git repository first.',
  chooseRepository: 'In which repository?',
  offerHook: (repository: string) =>
    `${repository} has AI code that nobody has signed yet. Install the git hook, so that a commit asks for a signature?`,
  installHook: 'Install the Git Hook',
  notHere: 'Not Here',
  hookInstalled: (repository: string) => `The git hook is installed in ${repository}.`,
  reportIntro: [
    'What Countersign knows about this machine and this workspace.',
    'Read it before you send it: it has paths in it, but no code.',
  ],
} as const;

export const REVIEW = {
  placeholder: (block: BlockView) => `${provenanceWords(block)} · ${lineWords(block)}`,
  sign: 'Sign off',
  signDetail: 'You have read this block and stand for it',
  compare: 'Show what changed since the review',
  next: 'Next block',
  diffTitle: (block: BlockView, by: string | undefined, at: string | undefined) => {
    const who = by === undefined ? '' : ` by ${by}`;
    const when = at === undefined ? '' : ` on ${at.slice(0, 10)}`;
    return `${blockName(block)}: reviewed${who}${when} ↔ now`;
  },
} as const;

export const MENU = {
  title: 'Countersign',
  next: 'Go to the next block',
  queue: 'List the blocks that wait',
  installHooks: 'Install the git hook',
  showLog: 'Show the log',
} as const;
