import type { NoHistory } from '../server/src/protocol/history.ts';
import type {
  BlockStatusName,
  BlockView,
  OriginView,
  StatementName,
} from '../server/src/protocol/index.ts';

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
export function lineWords(block: Pick<BlockView, 'startLine' | 'endLine'>): string {
  const first = block.startLine + 1;
  const last = block.endLine + 1;
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

export function blockName(block: Pick<BlockView, 'symbol' | 'startLine' | 'endLine'>): string {
  return block.symbol === '' ? lineWords(block) : block.symbol;
}

export function nBlocksWords(nBlocks: number): string {
  return nBlocks === 1 ? '1 block' : `${nBlocks} blocks`;
}

export function nLinesWords(nLines: number): string {
  return nLines === 1 ? '1 line' : `${nLines} lines`;
}

/** `ai github-copilot`, `human`, `mixed ai+human`: few words for the edge of the editor. */
export function originLabel(origins: readonly OriginView[]): string {
  const kinds = [...new Set(origins.map(({ kind }) => kind))];
  if (1 < kinds.length) return `mixed ${kinds.join('+')}`;
  const [first] = origins;
  const detail = first?.kind === 'ai' ? first.tool : first?.observed;
  return [kinds[0] ?? '', ...(detail === undefined ? [] : [detail])].join(' ');
}

/** All that is known of an origin, as a sentence without its full stop. */
export function originWords(origin: OriginView): string {
  const when = origin.at === undefined ? '' : ` on ${timeWords(origin.at)}`;
  if (origin.tier === 'stated') {
    const said = `${STATED_WORDS[origin.kind] ?? origin.kind}${toolWords(origin)}`;
    return `${said}, said by ${origin.by ?? 'a person'}${when}`;
  }
  switch (origin.kind) {
    case 'ai': {
      const by = origin.by === undefined ? '' : `, accepted by ${origin.by}`;
      const how = TIER_WORDS[origin.tier ?? ''] ?? origin.tier ?? 'how that is known is not told';
      return `AI: ${origin.tool ?? 'unknown tool'}${modelWords(origin)}${by}${when}; ${how}`;
    }
    case 'human':
      return `Human: typed${when}`;
    case 'pasted':
      return `Pasted from outside of what Countersign sees${when}`;
    case 'editor':
      return `The editor itself: a formatter, a rename, a snippet${when}`;
    case 'unknown':
      return `Unknown: ${OBSERVED_WORDS[origin.observed ?? ''] ?? 'nothing is recorded of it'}${when}`;
    default:
      return origin.kind satisfies never;
  }
}

function toolWords(origin: OriginView): string {
  return origin.tool === undefined ? '' : `: ${origin.tool}${modelWords(origin)}`;
}

function modelWords({ model }: OriginView): string {
  return model === undefined ? '' : ` (${model})`;
}

/** `2026-01-02T03:04:05.678Z` as `2026-01-02 03:04 UTC`, as everywhere in Countersign. */
export function timeWords(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** Whose hand a change shows, in few words. */
export function handWords(origin: OriginView): string {
  switch (origin.kind) {
    case 'ai':
      return `AI · ${origin.tool ?? 'unknown tool'}`;
    case 'human':
      return 'by hand';
    case 'pasted':
      return 'pasted';
    case 'editor':
      return 'by the editor itself';
    case 'unknown':
      return 'nobody knows by whom';
    default:
      return origin.kind satisfies never;
  }
}

const STATED_WORDS: Readonly<Record<string, string>> = {
  ai: 'AI',
  human: 'Human',
  pasted: 'From documentation or the web',
};

const TIER_WORDS: Readonly<Record<string, string>> = {
  platform: 'the editor itself named the source',
  agent: 'the agent told of its edit',
  command: 'the accept command was observed',
  imported: 'imported',
};

const OBSERVED_WORDS: Readonly<Record<string, string>> = {
  disk: 'it changed on disk',
  bulk: 'much came in at once',
  applyEdit: 'an extension or a command put it in',
};

/** Who people say made their lines. */
const STATEMENT_WORDS: Readonly<Record<StatementName, readonly [string, string]>> = {
  human: ['is yours, not AI', 'are yours, not AI'],
  ai: ['is AI', 'are AI'],
  web: ['is from documentation or the web', 'are from documentation or the web'],
};

/** More than these nobody reads in a message. */
const SHOWN = 6;

function someOf(words: readonly string[]): string {
  const rest = words.length - SHOWN;
  return `${words.slice(0, SHOWN).join(', ')}${0 < rest ? ` and ${rest} more` : ''}`;
}

export const SAY = {
  signed: (nBlocks: number) => `Signed off ${nBlocksWords(nBlocks)}.`,
  copiesWait: (places: readonly string[]) =>
    places.length === 1
      ? `The same code waits at ${places[0] ?? ''}. Sign that copy too?`
      : `The same code waits in ${places.length} more places: ${someOf(places)}. Sign them too?`,
  signCopies: (n: number) => (n === 1 ? 'Sign the Copy' : `Sign ${n} Copies`),
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
  nothingKnown: (line: number) => `Line ${line}: nothing is known of it yet.`,
  whoseLine: (line: number, words: readonly string[]) => `Line ${line}: ${words.join('. ')}.`,
  untracked: 'Countersign does not track this document, so nobody knows who wrote its lines.',
  corrected: (as: StatementName, nLines: number) =>
    `Recorded: ${nLinesWords(nLines)} ${STATEMENT_WORDS[as][nLines === 1 ? 0 : 1]}.`,
  // What the person may not expect comes first: a toast shows one line until it is opened.
  staysAi: (nStayAi: number, nLines: number) =>
    nStayAi === 1
      ? `1 of ${nLinesWords(nLines)} stays AI and needs its review: the editor or an agent itself reported it. Your word is recorded, and kept beside that.`
      : `${nStayAi} of ${nLinesWords(nLines)} stay AI and need their review: the editor or an agent itself reported them. Your word is recorded, and kept beside that.`,
  noPaste: (line: number) => `Line ${line} is not in a paste whose origin is open.`,
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
  diffTitle: (
    block: Parameters<typeof blockName>[0],
    by: string | undefined,
    at: string | undefined,
  ) => {
    const who = by === undefined ? '' : ` by ${by}`;
    const when = at === undefined ? '' : ` on ${at.slice(0, 10)}`;
    return `${blockName(block)}: reviewed${who}${when} ↔ now`;
  },
} as const;

export const QUESTIONS = {
  ok: 'OK',
  problem: 'Problem',
  problemDetail: 'The block stays open until this code changes',
  notApplicable: 'Not applicable',
  notUseful: 'Not useful',
  why: 'Why this?',
  later: 'Later',
  required: '(must be answered)',
  note: 'What is wrong? A few words, for whoever mends it',
  noPage: 'There is no such rule in this version of Countersign.',
} as const;

export const PASTE = {
  title: (nLines: number) => `Pasted ${nLinesWords(nLines)}: where from?`,
  choices: [
    { label: 'An AI assistant', as: 'ai' },
    { label: 'Documentation or the web', as: 'web' },
    { label: 'My own code', as: 'human' },
  ],
} as const;

export const MENU = {
  title: 'Countersign',
  next: 'Go to the next block',
  queue: 'List the blocks that wait',
  installHooks: 'Install the git hook',
  showLog: 'Show the log',
} as const;

/** The view of a block's history. */
export const HISTORY = {
  title: 'Block History',
  // The name first: a narrow side bar cuts the end off.
  titleOf: (name: string) => `${name} · history`,
  // The editor writes titles its own way, so the name stands here as it is.
  placeOf: (name: string, path: string, line: number, status: BlockStatusName) =>
    `${name} · ${path}:${line + 1} · ${status}`,
  /** Above the rows, where some of the history cannot be known. */
  untrusted:
    'This workspace is not trusted, so git and the shared records are not read: only what was seen here is shown.',
  outsideGit: 'This file is in no git repository, so only this machine knows its history.',
  written: 'Written by AI',
  tool: (tool: string | undefined) => tool ?? 'unknown tool',
  edited: ({ kind, observed }: OriginView) =>
    observed === 'disk' ? 'Changed on disk' : EDITED_WORDS[kind],
  removed: (what: string) => `AI took a ${what} away`,
  stated: (by: string, as: StatementName) => `${by} said: ${STATED_AS[as]}`,
  committed: 'Committed',
  codeHash: (hash: string) => `Code ${hash}`,
  signed: (by: string) => `Signed off by ${by}`,
  standing: {
    holds: 'It holds: the status rests on it',
    same: 'It is for this code too',
    other: 'It is for other code than this',
    withdrawn: 'It was withdrawn since',
  },
  via: (via: string) => VIA_WORDS[via] ?? `Signed in: ${via}`,
  base: (commit: string) => `Signed on top of commit ${commit}`,
  withdrawn: (by: string) => `${by} withdrew the sign-off`,
  baseline: (by: string) => `${by} marked it as older than the tool`,
  baselineCommit: (commit: string) => `With all code of commit ${commit}`,
  session: (session: string) => `Session ${session}`,
  at: (place: string) => `at ${place}`,
  change: 'Changed since signed',
  counts: (nAdded: number, nRemoved: number) =>
    `${nLinesWords(nAdded)} came, ${nLinesWords(nRemoved)} went`,
  justNow: 'just now',
  /** What Enter does, for a screen reader. */
  enter: {
    compare: 'Press Enter to see what changed since',
    commit: 'Press Enter to open the commit',
    reveal: 'Press Enter to go to the block',
  },
  nothingChanged: 'Nothing changed in this block since then.',
  findingCommit: 'Countersign: looking for the commit',
  noCommit:
    'No commit of this clone’s branches has exactly this code under this name. It may have been squashed or rebased away.',
  commitCopied: (commit: string, subject: string) =>
    `The git extension cannot open it, so its id is in the clipboard: ${commit.slice(0, 10)} “${subject}”.`,
  copied: 'Copied.',
  noEntry: 'Choose an entry of the block history first.',
  /** For the log: what the view says in its own words. */
  none: (why: NoHistory) => `history: nothing to show (${why})`,
} as const;

const STATED_AS: Readonly<Record<StatementName, string>> = {
  ai: 'this was AI',
  human: 'this was me',
  web: 'this is from documentation or the web',
};

const VIA_WORDS: Readonly<Record<string, string>> = {
  lens: 'Signed above the block',
  thread: 'Signed in a review note',
  list: 'Signed in the review list',
  queue: 'Signed in the queue',
  tty: 'Signed in a terminal',
};

const EDITED_WORDS: Readonly<Record<OriginView['kind'], string>> = {
  ai: 'Edited by AI',
  human: 'Typed by hand',
  pasted: 'Pasted from outside',
  editor: 'Edited by the editor itself',
  unknown: 'Changed, nobody knows by whom',
};
