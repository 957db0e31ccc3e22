import { codeOfShort, openCopies } from '../../app/copies.ts';
import { hindranceOf, hindranceWords } from '../../app/questions/mayBeSigned.ts';
import { type Signer, signBlocks, signedWithoutKey } from '../../app/sign.ts';
import { requiredAnswers } from '../../core/policy/policy.ts';
import { isOpen } from '../../core/evidence/status.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT } from '../command.ts';
import { isYes } from '../person.ts';
import { openPersonWork } from '../personWork.ts';
import { counted, listed, plain } from '../plain.ts';
import { preparedFor, preparedLines, recordPrepared, withPrepared } from '../sign/prepared.ts';
import { placeOf, type Selection } from '../sign/select.ts';
import { selectionsOf } from '../sign/selections.ts';
import { blockLines } from '../sign/show.ts';
import { PROBLEM } from '../words.ts';
import { tellNotes, type Work } from '../work.ts';
import { statusWords } from '../standing.ts';

export const sign: CliCommand = {
  name: 'sign',
  summary: 'sign off AI blocks after reviewing them',
  about:
    'Shows AI blocks as they are on disk and asks whether you sign them off. With a line, the block at that line; without, all of the file that wait for a review. Needs a person at a terminal.',
  args: [{ notation: '<path[:line]...>', summary: 'files, or lines of them' }],
  options: [
    { notation: '--note <text>', summary: 'a word to keep with the sign-off' },
    {
      notation: '--answers <file>',
      summary: 'prepared answers (countersign.answers/1), shown before you sign; - is stdin',
    },
  ],
  examples: ['countersign sign src/price.ts:3'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const opened = await openPersonWork(context, 'sign');
  if (!opened.ok) return context.fail(opened.error);
  const { work, by } = opened.value;
  const selections = await selectionsOf(context, work, input.args);
  if (typeof selections === 'number') return selections;
  const open = openOnly(context, work, selections);
  const nBlocks = open.reduce((n, { blocks }) => n + blocks.length, 0);
  if (nBlocks === 0) return EXIT.ok;
  showAll(context, work, open);
  tellNotes(context, work.notes());
  const prepared = preparedFor(context, input, open);
  if (typeof prepared === 'number') return prepared;
  const found = [...prepared].filter(([, { answer }]) => answer === 'problem');
  for (const [{ hit }] of found) {
    context.say(
      plain(`Line ${hit.line} is answered with "problem", so nothing is signed: ${hit.text}`),
    );
  }
  if (0 < found.length) return EXIT.refused;
  const hindered = open.flatMap(({ path, blocks }) =>
    blocks.flatMap((judged) => {
      const hindrance = hindranceOf(withPrepared(judged.questions, prepared));
      return hindrance ? [hindranceWords(placeOf(work, path, judged), hindrance)] : [];
    }),
  );
  if (0 < hindered.length) {
    for (const words of hindered) context.say(plain(words));
    context.say('Answer them with `countersign review`, or prepare them with --answers FILE.');
    return EXIT.refused;
  }
  for (const line of preparedLines(prepared)) context.say(plain(line));
  const question = nBlocks === 1 ? 'Sign this block?' : `Sign these ${nBlocks} blocks?`;
  if (!(await isYes(context.host, question))) {
    context.say('Nothing was signed.');
    return EXIT.refused;
  }
  const signer: Signer = { by, via: 'tty', note: input.valueOf('note') };
  const copies = await copiesOf(work, open);
  const isAll = 0 < copies.length && (await isYes(context.host, copiesQuestion(work, copies)));
  const answered = recordPrepared(context, work, open, prepared, signer);
  if (!answered.ok) return context.fail(answered.error);
  return record(context, work, isAll ? [...open, ...copies] : open, signer);
}

/** Blocks elsewhere that read as a short one which is signed, and wait too. */
async function copiesOf(work: Work, signed: readonly Selection[]): Promise<readonly Selection[]> {
  const code = codeOfShort(signed.flatMap(({ blocks }) => blocks));
  if (code.size === 0) return [];
  const copies: Selection[] = [];
  const { paths } = work.files;
  for (const [i, status] of (await work.statusesOf(paths)).entries()) {
    const path = paths[i] ?? '';
    const own = signed.find((selection) => selection.path === path);
    const file = own?.file ?? status;
    if (file.kind !== 'judged') continue;
    const others = file.blocks.filter((judged) => own?.blocks.includes(judged) !== true);
    const blocks = openCopies(
      others.map((judged) => ({ judged })),
      code,
    ).map(({ judged }) => judged);
    if (0 < blocks.length) copies.push({ path, file, blocks });
  }
  return copies;
}

function copiesQuestion(work: Work, copies: readonly Selection[]): string {
  const places = copies.flatMap(({ path, blocks }) =>
    blocks.map((judged) => placeOf(work, path, judged)),
  );
  const n = places.length;
  const where = listed(places, MAX_PLACES);
  return n === 1
    ? `The same code waits at ${where}. Sign that copy too?`
    : `The same code waits in ${n} more places: ${where}. Sign these ${n} copies too?`;
}

/** More than these nobody reads in a question. */
const MAX_PLACES = 12;

/** Leaves those that wait for a person, and says of the others why they do not. */
function openOnly(
  context: CliContext,
  work: Work,
  selections: readonly Selection[],
): readonly Selection[] {
  return selections.map((selection) => {
    const { path, file, blocks } = selection;
    if (blocks.length === 0) {
      context.say(
        `${work.shownPath(path)}: nothing to sign; no AI block in it waits for a review.`,
      );
    }
    for (const judged of blocks) {
      if (isOpen(judged.status)) continue;
      const place = placeOf(work, path, judged);
      context.say(
        judged.status.name === 'exempt'
          ? PROBLEM.belowThreshold(place, judged.block.symbol, file.policy.minLines).message
          : `${place} ${judged.block.symbol}: nothing to sign; it is ${statusWords(judged)}.`,
      );
    }
    return { ...selection, blocks: blocks.filter(({ status }) => isOpen(status)) };
  });
}

function showAll(context: CliContext, work: Work, selections: readonly Selection[]): void {
  for (const { path, file, blocks } of selections) {
    for (const judged of blocks) {
      const place = placeOf(work, path, judged);
      const lines = blockLines(work.journal, file.index, place, judged, context.paint.stdout);
      for (const line of [...lines, '']) context.say(line);
    }
  }
}

async function record(
  context: CliContext,
  work: Work,
  selections: readonly Selection[],
  signer: Signer,
): Promise<number> {
  const { repository, journal } = work;
  const ports = { repository, journal, clock: context.host.clock };
  const chosen = selections.filter(({ blocks }) => 0 < blocks.length);
  const vouched = chosen.map(({ path, file, blocks }) => ({
    ...{ signed: { path, ...file }, blocks },
    answered: requiredAnswers(file.policy),
  }));
  const policy = {
    requireSignature: chosen.some(({ file }) => file.policy.requireSignature),
    people: work.policyOf('').policy.people,
  };
  const done = await signBlocks(ports, vouched, signer, policy);
  if (!done.ok) {
    return context.fail({ ...done.error, message: `${done.error.message} Nothing was signed.` });
  }
  if (done.value.unsigned) tellNotes(context, [signedWithoutKey(done.value.unsigned)]);
  const nSigned = chosen.reduce((n, { blocks }) => n + blocks.length, 0);
  context.say(`Signed ${counted(nSigned, 'block')} as ${signer.by.name ?? signer.by.id}.`);
  return EXIT.ok;
}
