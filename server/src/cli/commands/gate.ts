import { join } from 'node:path';
import type { GateBlock } from '../../app/gate.ts';
import { linesOnDisk } from '../../app/staging.ts';
import type { BlockReader } from '../../core/ports.ts';
import type { Problem, Repository } from '../../core/repository.ts';
import { type CliCommand, type CliInput, type GateContext, JSON_OPTION } from '../command.ts';
import { gateReport } from '../gate/judge.ts';
import { writeLastRefusal } from '../gate/lastRefusal.ts';
import { type GateReport, reportOfError } from '../gate/report.ts';
import { signCommand } from '../gate/signCommand.ts';
import { createPathWriter } from '../paths.ts';
import type { ReportSurroundings } from '../reporters/reporter.ts';
import { reporters } from '../reporters/table.ts';

export const gate = {
  name: 'gate',
  summary: 'say whether what is staged may be committed',
  about:
    'Says whether what is staged may be committed: every AI block that a commit would change must be signed by a person. countersign.mode decides what follows: observe and warn let pass (exit 0), enforce refuses (exit 1). The git hook runs this; it only reads.',
  args: [],
  options: [
    { notation: '--staged', summary: 'judge what is staged (this is the default)' },
    { notation: '--strict', summary: 'judge as if countersign.mode were enforce' },
    {
      notation: '--format <name>',
      summary: 'how the answer is written',
      choices: reporters.map(({ name }) => name),
    },
    { ...JSON_OPTION, summary: 'the same as --format json' },
    { notation: '--hook <name>', summary: 'the git hook that asks', isHidden: true },
  ],
  examples: ['countersign gate --strict --format json'],
  run,
} satisfies CliCommand;

async function run(context: GateContext, input: CliInput): Promise<number> {
  const { host, dir, isDebug } = context;
  const hook = input.valueOf('hook');
  const isHook = hook !== undefined;
  const opened = host.openRepository(dir, false);
  if (!opened.ok) {
    return write(context, input, reportOfError(opened.error, undefined, isHook), isHook);
  }
  const repository = opened.value;
  const problems: Problem[] = [];
  const onProblem = (problem: Problem): void => void problems.push(problem);
  const readers = { reader: host.createReader(onProblem), rules: host.createRules(onProblem) };
  const isStrict = input.has('strict');
  const report = await gateReport(repository, readers, problems, { isStrict, isHook, isDebug });
  await write(context, input, report, isHook, { repository, reader: readers.reader });
  writeLastRefusal(report, {
    folder: host.dataFolder(repository.place),
    worktree: repository.place.topLevel,
    at: host.clock.now(),
    // VS Code's git extension sets it for every git it starts.
    client: host.env['VSCODE_GIT_COMMAND'] === undefined ? 'terminal' : 'vscode',
    hook,
  });
  return report.exitCode;
}

interface Judged {
  readonly repository: Repository;
  readonly reader: BlockReader;
}

async function write(
  context: GateContext,
  input: CliInput,
  report: GateReport,
  isHook: boolean,
  judged?: Judged,
): Promise<number> {
  const { host, paint } = context;
  const name = input.has('json') ? 'json' : input.valueOf('format');
  const reporter = reporters.find((each) => each.name === name) ?? reporters[0];
  const isForStderr = reporter.isForPeople && (isHook || report.verdict === 'error');
  const open = report.blocks.filter((block) => block.isOpen);
  const places =
    judged && reporter.isForPeople ? await placesOf(context, judged, open, isHook) : NO_PLACES;
  const text = reporter.render(report, {
    ...places,
    isHook,
    paint: isForStderr ? paint.stderr : paint.stdout,
    version: host.version,
  });
  if (text !== '' && isForStderr) context.tell(text);
  else if (text !== '') context.say(text);
  return report.exitCode;
}

type Places = Pick<ReportSurroundings, 'shownPath' | 'linesOnDisk' | 'signCommand'>;

const NO_PLACES: Places = {
  shownPath: (path) => path,
  linesOnDisk: new Map(),
  signCommand: undefined,
};

async function placesOf(
  { host, dir }: GateContext,
  { repository, reader }: Judged,
  open: readonly GateBlock[],
  isHook: boolean,
): Promise<Places> {
  const { topLevel } = repository.place;
  // Git starts a hook at the top and tells where the person was.
  const prefix = host.env['GIT_PREFIX'];
  const shownPath = createPathWriter(topLevel, isHook && prefix ? join(topLevel, prefix) : dir);
  const lines = await linesOnDisk(repository, reader, open);
  const places = open.flatMap((block) => {
    const line = lines.get(block);
    return line === undefined ? [] : [{ path: shownPath(block.path), line }];
  });
  return {
    shownPath,
    linesOnDisk: lines,
    signCommand: places.length === 0 ? undefined : signCommand(host, places),
  };
}
