import { resolve } from 'node:path';
import { originsOfCommits } from '../../app/interop/commitOrigins.ts';
import { exportKinds } from '../../app/interop/exportKinds.ts';
import { exportRange } from '../../app/interop/exportRange.ts';
import { openJournal } from '../../app/journal.ts';
import { workTreePolicy } from '../../app/policyReader.ts';
import type { Problem } from '../../core/repository.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT } from '../command.ts';
import { counted, plain } from '../plain.ts';

const KINDS = exportKinds.map(({ name, what }) => `${name} (${what})`).join(', ');

export const exportLines: CliCommand = {
  name: 'export',
  summary: 'write AI lines for another tool',
  about: `Writes which lines of commits AI wrote, for other tools: ${KINDS}. Of each commit the lines that it brought, in the numbers of its own files. What nobody knows is left out, and no code is in it. Without --range the commits that the upstream branch does not have, else HEAD alone.`,
  args: [{ notation: '<format>', summary: exportKinds.map(({ name }) => name).join(' or ') }],
  options: [
    { notation: '--range <a..b>', summary: 'the commits to tell of' },
    { notation: '--out <file>', summary: 'a file to write instead of standard output' },
  ],
  examples: ['countersign export agent-trace --range main..HEAD --out traces.jsonl'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const { host, dir, tell, fail, paint } = context;
  const name = input.args[0] ?? '';
  const kind = exportKinds.find((one) => one.name === name);
  if (!kind) return fail(noSuchFormat(name));
  const opened = host.openRepository(dir, false);
  if (!opened.ok) return fail(opened.error);
  const repository = opened.value;
  const range = await exportRange(repository.git, input.valueOf('range'));
  if (!range.ok) return fail(range.error);
  const { commits, words } = range.value;
  const note = (text: string): void => tell(paint.stderr.yellow(`Note: ${plain(text)}`));
  const journal = openJournal(repository.journal, repository);
  const { policy } = (await workTreePolicy(repository))('');
  const reader = host.createReader(({ message }) => note(message));
  const told = await originsOfCommits({ repository, journal, reader }, commits, policy.people);
  if (!told.ok) return fail(told.error);
  const { sha256 } = repository.ids;
  const written = kind.write(told.value, { version: host.version, sha256 });
  if (!written.ok) {
    return fail({
      code: 'not-exportable',
      message: `Nothing is written. ${written.error.join(' ')}`,
    });
  }
  const { text, problems } = written.value;
  for (const problem of [...journal.problems().map(({ message }) => message), ...problems]) {
    note(problem);
  }
  const nCutOff = told.value.filter(({ isCutOff }) => isCutOff).length;
  if (0 < nCutOff) {
    note(
      `${counted(nCutOff, 'commit')} at the edge of this shallow clone: what they brought cannot be told without their parents. \`git fetch --unshallow\` brings those.`,
    );
  }
  const out = input.valueOf('out');
  const file = out === undefined || out === '-' ? undefined : resolve(dir, out);
  const nTold = told.value.filter(({ files }) => 0 < files.length).length;
  tell(
    `Commits: ${plain(words)}. AI lines are known of ${nTold} of ${counted(commits.length, 'commit')}.`,
  );
  if (file === undefined) host.terminal.stdout.write(text ?? '');
  else {
    const done = host.files.write(file, text ?? '');
    if (!done.ok) return fail(done.error);
  }
  return EXIT.ok;
}

/** Formats that are announced and not built. */
const NOT_YET: Readonly<Record<string, string>> = {
  'in-toto': 'in-toto statements cannot be exported yet',
  sarif:
    'SARIF cannot be exported yet; `countersign gate --format sarif` has the findings on what is staged',
};

function noSuchFormat(name: string): Problem {
  const yet = Object.hasOwn(NOT_YET, name) ? NOT_YET[name] : undefined;
  const what = yet ?? `${JSON.stringify(name)} is no format that can be exported`;
  return { code: 'unknown-format', message: `${what}. Known are ${KINDS}.` };
}
