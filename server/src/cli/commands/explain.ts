import type { Problem } from '../../core/repository.ts';
import { type CliCommand, type CliContext, EXIT } from '../command.ts';
import { reasonFor } from '../explain/reasons.ts';
import { readLastRefusal } from '../explain/readLastRefusal.ts';
import { gateReport } from '../gate/judge.ts';
import { lastRefusalFile } from '../gate/lastRefusal.ts';
import { programWords } from '../gate/signCommand.ts';
import { blockJson } from '../json/block.ts';
import { plain } from '../plain.ts';
import { wrapped } from '../review/wrapped.ts';
import type { BlockJson } from '../schemas/block.ts';
import type { LastRefusalJson } from '../schemas/gate.ts';
import { when } from '../standing.ts';

export const explain: CliCommand = {
  name: 'explain',
  summary: 'say why the last commit was refused',
  about:
    'Says why the gate refused a commit last, or warned of it: each block with what is missing, what rules found and why that matters, and what to do next. Goes by what the hook left and by what is staged now.',
  args: [],
  options: [],
  examples: ['countersign explain'],
  async run(context) {
    const opened = context.host.openRepository(context.dir, false);
    if (!opened.ok) return context.fail(opened.error);
    const file = lastRefusalFile(context.host.dataFolder(opened.value.place));
    const text = context.host.files.read(file);
    const last = text.ok ? readLastRefusal(text.value) : undefined;
    if (!last || last.findings.length === 0) {
      context.say('No commit was refused here, or warned of, since the gate spoke last.');
      return EXIT.ok;
    }
    const onProblem = (problem: Problem): void => context.tell(`Note: ${problem.message}`);
    const readers = {
      reader: context.host.createReader(onProblem),
      rules: context.host.createRules(onProblem),
    };
    const options = { isStrict: false, isHook: false, isDebug: context.isDebug };
    const now = await gateReport(opened.value, readers, [], options);
    const blocks = now.blocks.map(({ path, judged }) => blockJson(path, judged));
    for (const line of explained(context, last, blocks)) context.say(line);
    return EXIT.ok;
  },
};

function explained(
  context: CliContext,
  last: LastRefusalJson,
  staged: readonly BlockJson[],
): string[] {
  const width = context.host.terminal.columns();
  const { findings } = last;
  const blocks = staged.filter((block) =>
    findings.some(({ path, line }) => isOf(block, path, line)),
  );
  const others = findings.filter(
    ({ path, line }) => !blocks.some((block) => isOf(block, path, line)),
  );
  const where = last.client === 'vscode' ? 'from VS Code' : 'in a terminal';
  return [
    ...wrapped(plain(last.summary), width),
    context.paint.stdout.dim(`${when(last.at)} UTC, ${where}`),
    ...others.flatMap(({ code, text }) => ['', ...entry(code, plain(text), width)]),
    ...blocks.flatMap((block) => ['', ...blockLines(context, block, width)]),
  ];
}

function isOf({ path, range }: BlockJson, of: string | null, line: number | null): boolean {
  return path === of && range.startLine === line;
}

function entry(code: string, words: string, width: number): string[] {
  const reason = reasonFor(code);
  return [
    ...wrapped(words, width),
    ...(reason === undefined ? [] : wrapped(`Why: ${reason}`, width, 2)),
  ];
}

function blockLines(context: CliContext, block: BlockJson, width: number): string[] {
  const { path, symbol, range, risk, riskReasons, status, questions, checks } = block;
  const place = `${plain(path)}:${range.startLine}`;
  const why = riskReasons.length === 0 ? '' : ` (${riskReasons.join('; ')})`;
  const open = questions.filter(({ answer }) => answer === null);
  return [
    context.paint.stdout.bold(`${place}  ${plain(symbol)}  ${status}`),
    ...wrapped(`Why: ${reasonFor(status) ?? status}`, width, 2),
    ...wrapped(`Risk: ${risk}${plain(why)}`, width, 2),
    ...checks.flatMap(({ rule, text }) => wrapped(`Found: ${plain(text)} (${rule})`, width, 2)),
    ...open.flatMap(({ rule, text }) => wrapped(`Asked: ${plain(text)} (${rule})`, width, 2)),
    ...[...new Set([...checks, ...open].map(({ rule }) => rule))].flatMap((rule) =>
      pageLines(context, rule, width),
    ),
    ...wrapped(`Next: ${programWords(context.host)} review ${place}`, width, 2),
  ];
}

function pageLines({ host }: CliContext, rule: string, width: number): string[] {
  const why = host.ruleReason(rule);
  return why === undefined ? [] : wrapped(`${rule}: ${why}`, width, 4);
}
