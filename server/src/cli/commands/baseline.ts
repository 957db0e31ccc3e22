import { HASH_VERSION } from '../../core/blocks/block.ts';
import { coveredBy, readStood } from '../../app/baselines.ts';
import { endBaselines, markBaseline } from '../../app/markBaseline.ts';
import { signedWithoutKey } from '../../app/sign.ts';
import { isOpen } from '../../core/evidence/status.ts';
import type { Actor, BaselineRecord } from '../../core/records/record.ts';
import type { Problem } from '../../core/repository.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT } from '../command.ts';
import { ask, isYes } from '../person.ts';
import { openPersonWork } from '../personWork.ts';
import { counted, plain } from '../plain.ts';
import { reviewerOf } from '../standing.ts';
import { tellNotes, type Work } from '../work.ts';

export const baseline: CliCommand = {
  name: 'baseline',
  summary: 'mark all code at HEAD as older than the tool',
  about:
    'Marks all code of the commit HEAD names as older than the tool: AI blocks that stand in it as they are wait for no review; changed ones do. Shared with the ledger. --withdraw ends every baseline, whoever made it. Needs a person at a terminal.',
  args: [],
  options: [
    { notation: '--note <text>', summary: 'a word to keep with it' },
    { notation: '--withdraw', summary: 'end all baselines: their code waits for reviews again' },
  ],
  examples: [
    'countersign baseline --note "before we had the tool"',
    'countersign baseline --withdraw',
  ],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const isEnd = input.has('withdraw');
  const opened = await openPersonWork(context, isEnd ? 'end a baseline' : 'make a baseline');
  if (!opened.ok) return context.fail(opened.error);
  const { work, by } = opened.value;
  await work.journal.learn([work.repository.keys.baselines]);
  return isEnd ? end(context, work, input, by) : mark(context, work, input, by);
}

async function mark(context: CliContext, work: Work, input: CliInput, by: Actor): Promise<number> {
  const { repository, journal } = work;
  const commit = repository.headCommit();
  if (commit === undefined) return context.fail(NO_COMMIT);
  const known = await repository.git.knownObjects([`${commit}^{tree}`]);
  if (!known.ok) return context.fail(known.error);
  const [tree] = [...known.value].filter((id) => id !== '');
  if (tree === undefined) return context.fail(NO_COMMIT);
  const marked = journal.book.baselines().find((one) => one.tree === tree);
  if (marked) {
    context.say(`Nothing to do: this code was marked by ${reviewerOf(marked)}.`);
    return EXIT.ok;
  }
  const covered = await coveredNow(work, { by, at: '', commit, tree });
  for (const line of coveredWords(commit, covered)) context.say(line);
  tellNotes(context, work.notes());
  if (!(await isYes(context.host, 'Mark all code of this commit as older than the tool?'))) {
    context.say('Nothing was marked.');
    return EXIT.refused;
  }
  const ports = { repository, journal, clock: context.host.clock };
  const note = await noteOf(context, input);
  const { policy } = work.policyOf('');
  const done = await markBaseline(ports, { commit, tree }, { by, via: 'tty', note }, policy);
  if (!done.ok) return context.fail(done.error);
  if (done.value.unsigned) tellNotes(context, [signedWithoutKey(done.value.unsigned)]);
  context.say(
    `Marked as ${plain(by.name ?? by.id)}. It is shared with the next commit or \`countersign sync\`; \`countersign baseline --withdraw\` ends it.`,
  );
  return EXIT.ok;
}

async function end(context: CliContext, work: Work, input: CliInput, by: Actor): Promise<number> {
  const { repository, journal } = work;
  const baselines = journal.book.baselines();
  if (baselines.length === 0) return context.fail(NO_BASELINE);
  for (const one of baselines) context.say(`commit ${one.base.slice(0, 12)}  ${reviewerOf(one)}`);
  const what = baselines.length === 1 ? 'this baseline' : `these ${baselines.length} baselines`;
  if (!(await isYes(context.host, `End ${what}? AI code under it waits for reviews again.`))) {
    context.say('Nothing was changed.');
    return EXIT.refused;
  }
  const ports = { repository, journal, clock: context.host.clock };
  const note = await noteOf(context, input);
  const done = endBaselines(ports, baselines, { by, via: 'tty', note });
  if (!done.ok) return context.fail(done.error);
  context.say(`Ended ${counted(baselines.length, 'baseline')}.`);
  return EXIT.ok;
}

/** Asked for where it was not given; an empty one is none. */
async function noteOf({ host }: CliContext, input: CliInput): Promise<string | undefined> {
  const given =
    input.valueOf('note') ?? (await ask(host, 'A note to keep with it (Enter for none):'));
  return given === undefined || given.trim() === '' ? undefined : given.trim();
}

interface Covered {
  readonly nBlocks: number;
  readonly nFiles: number;
  /** Blocks that stay open: they are not in the commit as they are on disk. */
  readonly nLeft: number;
}

/** Open blocks of the work tree that stand in the commit as they are. */
async function coveredNow(
  { files, statusOf, repository, journal, reader }: Work,
  {
    by,
    at,
    commit,
    tree,
  }: { by: Actor; at: string; readonly commit: string; readonly tree: string },
): Promise<Covered> {
  const draft: BaselineRecord = {
    v: 1,
    hashVersion: HASH_VERSION,
    kind: 'baseline',
    subject: { path: '' },
    by,
    at,
    base: commit,
    tree,
    detail: {},
  };
  const open = [];
  for (const path of files.paths) {
    const status = await statusOf(path);
    if (status.kind !== 'judged' || !status.blocks.some((one) => isOpen(one.status))) continue;
    const { paths, blocks } = status;
    open.push({ path, paths: [...paths, ...files.lineageOf(path).paths], blocks });
  }
  const asked = open.map(({ path, paths }) => ({ path, paths, headPath: undefined }));
  const stood = await readStood({ repository, journal, reader }, asked, [draft]);
  let nBlocks = 0;
  let nFiles = 0;
  let nOpen = 0;
  for (const { path, blocks } of open) {
    const n = coveredBy(stood.of(path), blocks);
    nOpen += blocks.filter(({ status }) => isOpen(status)).length;
    nBlocks += n;
    if (0 < n) nFiles++;
  }
  return { nBlocks, nFiles, nLeft: nOpen - nBlocks };
}

function coveredWords(commit: string, { nBlocks, nFiles, nLeft }: Covered): string[] {
  const what =
    nBlocks === 0
      ? 'no AI block that waits for a review'
      : `${counted(nBlocks, 'AI block')} in ${counted(nFiles, 'file')}, which wait for a review now`;
  return [
    `A baseline at commit ${commit.slice(0, 12)} covers all code in it: ${what}.`,
    ...(nLeft === 0
      ? []
      : [
          `${counted(nLeft, 'open block')} more on disk ${nLeft === 1 ? 'is' : 'are'} not in it as they are: they still wait for a review.`,
        ]),
  ];
}

const NO_COMMIT: Problem = {
  code: 'no-commit',
  message: 'there is no commit here yet, so there is no code to mark: commit first.',
};

const NO_BASELINE: Problem = {
  code: 'no-baseline',
  message: 'no baseline stands here, so there is none to end: `countersign baseline` makes one.',
};
