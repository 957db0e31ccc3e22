import { markedAgent } from '../core/agents/agent.ts';
import { agents } from '../core/agents/table.ts';
import type { Actor } from '../core/records/record.ts';
import type { Problem, Repository } from '../core/repository.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { CliHost } from './host.ts';
import { PROBLEM } from './words.ts';

/**
 * Why nobody can sign here, or undefined when a person sits at this terminal. Law: no path of
 * ours lets an agent or a process without a terminal sign. It stops accidents and honest agents;
 * what it cannot stop, SECURITY.md says.
 */
export function whyNoPerson({ env, terminal }: CliHost, verb: string): Problem | undefined {
  const marked = markedAgent(agents, env);
  if (marked) return PROBLEM.agent(verb, marked.agent, marked.variable);
  const isTerminal = terminal.stdinIsTty && terminal.stdout.isTty;
  return isTerminal ? undefined : PROBLEM.noTerminal(verb);
}

/** Who git says sits here: the one in whose name is signed. */
export async function whoSigns({ git }: Repository): Promise<Result<Actor, Problem>> {
  const identity = await git.identity();
  if (!identity) return err(PROBLEM.noIdentity());
  return ok({ type: 'human', id: identity.email, name: identity.name });
}

/** Asks on the terminal; only `y` and `yes` are a yes. */
export async function isYes(host: CliHost, question: string): Promise<boolean> {
  const answer = await ask(host, `${question} [y/N]`);
  return /^\s*y(es)?\s*$/i.test(answer ?? '');
}

/** One line of a person's; undefined when there is none any more. */
export async function ask({ terminal }: CliHost, question: string): Promise<string | undefined> {
  terminal.stdout.write(`${question} `);
  const answer = await terminal.readLine();
  // The answer's own line end is the terminal's echo; without an answer there was none.
  if (answer === undefined) terminal.stdout.write('\n');
  return answer;
}
