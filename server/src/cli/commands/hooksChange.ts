import { createTwoFilesPatch } from 'diff';
import type { Problem } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';
import { type CliContext, type CliInput, type CliOption, EXIT } from '../command.ts';
import type { AgentHooksPlan, FileChange, HooksReport } from '../host.ts';
import { sayDiff, writeHooks } from '../hooksWords.ts';
import { isYes } from '../person.ts';
import { counted, listed, plain } from '../plain.ts';
import { PROBLEM } from '../words.ts';

/** Which hooks a command is about. Without either option: git's. */
export const SCOPE_OPTIONS: readonly CliOption[] = [
  { notation: '--git', summary: "git's hooks of this repository (also without any option)" },
  {
    notation: '--agents <names>',
    summary:
      "these coding agents' hooks, by commas: claude-code, copilot-cli, cursor, codex, gemini-cli, windsurf, vscode-agent; or all, for those on this machine",
  },
];

/** The agents named by `--agents`; undefined without it. */
export function agentNames(input: CliInput): readonly string[] | undefined {
  return input
    .valueOf('agents')
    ?.split(',')
    .map((name) => name.trim());
}

/** Installs or takes away. Law: an agent's file is written only after a yes, or with `--yes`. */
export async function changeHooks(
  context: CliContext,
  input: CliInput,
  deed: 'install' | 'uninstall',
): Promise<number> {
  const { hooks } = context.host;
  const isDryRun = input.has('dryRun');
  const names = agentNames(input);
  if (names === undefined) {
    const done = await hooks[deed](context.dir, isDryRun);
    if (!done.ok || isDryRun) return writeHooks(context, input, done);
    const words = await changeFetchLines(context, input, deed);
    if (!words.ok) return context.fail(words.error);
    const messages = [...done.value.messages, ...words.value];
    return writeHooks(context, input, ok({ ...done.value, messages }));
  }
  const planned = await hooks.agents.plan(deed, names);
  if (!planned.ok) return context.fail(planned.error);
  const plan = planned.value;
  if (deed === 'install' && !isDryRun && !input.has('yes') && 0 < plan.changes.length) {
    const refusal = await whyNotWrite(context, input, plan);
    if (refusal !== undefined) return refusal;
  }
  const git = input.has('git')
    ? await hooks[deed](context.dir, isDryRun)
    : ok(await gitQuietly(context, input));
  const done = isDryRun ? { messages: [], problems: [] } : await plan.carryOut();
  const problems = [...plan.problems, ...done.problems, ...(git.ok ? [] : [git.error])];
  const { agents, notes } = await plan.status();
  const messages = [
    ...(git.ok ? git.value.messages : []),
    ...done.messages,
    ...plan.notes,
    ...(plan.changes.length + problems.length === 0 ? [NOTHING[deed]] : []),
    ...(problems.length === 0 ? notes : []),
  ];
  const report = { hooks: git.ok ? git.value.hooks : [], messages: [...new Set(messages)] };
  const diffs = isDryRun && { diffs: plan.changes.map(diffOf) };
  return writeHooks(context, input, ok(report), { agents, problems, ...diffs });
}

/** With a person's yes every `git fetch` brings the ledger along; taken away with the hooks. */
async function changeFetchLines(
  context: CliContext,
  input: CliInput,
  deed: 'install' | 'uninstall',
): Promise<Result<readonly string[], Problem>> {
  const { fetchLines } = context.host.hooks;
  if (deed === 'uninstall') {
    const gone = await fetchLines.remove(context.dir);
    return ok(gone.map((remote) => `\`git fetch ${plain(remote)}\` brings no ledger any more.`));
  }
  const missing = await fetchLines.missing(context.dir);
  if (missing.length === 0) return ok([]);
  const { terminal } = context.host;
  const mayAsk = terminal.stdinIsTty && terminal.stdout.isTty && !input.has('json');
  const names = listed(missing.map(plain), 3);
  const question = `Let every \`git fetch\` from ${names} bring the team's records too? It adds a line to this repository's git configuration.`;
  const isWanted = input.has('fetch') || (mayAsk && (await isYes(context.host, question)));
  if (!isWanted) return ok([]);
  const done = await fetchLines.add(context.dir, missing);
  return done.ok ? ok([`\`git fetch\` brings the records of ${names} from now on.`]) : done;
}

const NOTHING = {
  install: "The agents' hooks are in place already; nothing was changed.",
  uninstall: "No hook of Countersign is in these agents' settings; nothing was changed.",
};

/** Shows the changes and asks; the exit code when nothing may be written. */
async function whyNotWrite(
  context: CliContext,
  input: CliInput,
  { changes, problems }: AgentHooksPlan,
): Promise<number | undefined> {
  const { terminal } = context.host;
  if (!terminal.stdinIsTty || !terminal.stdout.isTty || input.has('json')) {
    for (const problem of problems) context.fail(problem);
    return context.fail(PROBLEM.needsYes(changes.length));
  }
  for (const change of changes) sayDiff(context, diffOf(change).diff);
  const question =
    changes.length === 1 ? 'Write this file?' : `Write these ${counted(changes.length, 'file')}?`;
  if (await isYes(context.host, question)) return undefined;
  context.say('Nothing was written.');
  return EXIT.refused;
}

/** About git's hooks, for programs that asked about agents only; outside a repository there is nothing to say. */
export async function gitQuietly(context: CliContext, input: CliInput): Promise<HooksReport> {
  const status = input.has('json') && (await context.host.hooks.status(context.dir));
  return { hooks: status && status.ok ? status.value.hooks : [], messages: [] };
}

function diffOf({ file, before, after }: FileChange): {
  readonly file: string;
  readonly diff: string;
} {
  const nowhere = '/dev/null';
  const from = before === undefined ? nowhere : file;
  const to = after === undefined ? nowhere : file;
  return { file, diff: createTwoFilesPatch(from, to, before ?? '', after ?? '') };
}
