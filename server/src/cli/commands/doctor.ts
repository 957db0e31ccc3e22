import { openJournal } from '../../app/journal.ts';
import type { JournalRecord } from '../../core/records/record.ts';
import type { Repository } from '../../core/repository.ts';
import { type CliCommand, type CliContext, type CliInput, EXIT, JSON_OPTION } from '../command.ts';
import type { CheckResult, CountedJournal, Level } from '../doctor/check.ts';
import { checks } from '../doctor/table.ts';
import type { Paint } from '../paint.ts';
import type { DoctorJson } from '../schemas/doctor.ts';

export const doctor: CliCommand = {
  name: 'doctor',
  summary: 'say what is installed, what is missing, what was lost',
  about:
    'Says what is installed, what is missing and what was lost, and what to do about each. Exit 2 when something fails; warnings alone pass. Changes nothing.',
  args: [],
  options: [JSON_OPTION],
  examples: ['countersign doctor'],
  run,
};

async function run(context: CliContext, input: CliInput): Promise<number> {
  const { host, dir } = context;
  const opened = host.openRepository(dir, false);
  const repository = opened.ok ? opened.value : undefined;
  const journal = repository && openCounted(repository);
  const results: { name: string; result: CheckResult }[] = [];
  for (const { name, run: look } of checks) {
    const result = await look({ host, dir, repository, journal });
    if (result) results.push({ name, result });
  }
  const isFine = results.every(({ result }) => result.level !== 'fail');
  if (input.has('json')) {
    const document: DoctorJson = {
      schema: 'countersign.doctor/1',
      version: host.version,
      ok: isFine,
      checks: results.map(({ name, result }) => ({
        name,
        level: result.level,
        text: result.text,
        next: result.next ?? null,
      })),
    };
    context.say(JSON.stringify(document, null, 2));
  } else {
    for (const { name, result } of results) {
      for (const line of linesOf(name, result, context.paint.stdout)) context.say(line);
    }
  }
  return isFine ? EXIT.ok : EXIT.error;
}

function openCounted(repository: Repository): CountedJournal {
  const { journal: store } = repository;
  let nRecords = 0;
  const readNew = (): readonly JournalRecord[] => {
    const records = store.readNew();
    nRecords += records.length;
    return records;
  };
  const opened = openJournal({ ...store, readNew }, repository);
  return { opened, nRecords };
}

function linesOf(name: string, { level, text, next }: CheckResult, paint: Paint): string[] {
  const head = `${paintLevel(level, paint)}  ${name.padEnd(NAME_WIDTH)}  ${text}`;
  return next === undefined ? [head] : [head, `${' '.repeat(4 + 2 + NAME_WIDTH + 2)}→ ${next}`];
}

const NAME_WIDTH = Math.max(...checks.map(({ name }) => name.length));

function paintLevel(level: Level, paint: Paint): string {
  switch (level) {
    case 'ok':
      return paint.green('ok  ');
    case 'warn':
      return paint.yellow('warn');
    case 'fail':
      return paint.red('fail');
  }
}
