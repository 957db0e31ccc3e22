import type { GateAnswer, GateBlock } from '../../app/gate.ts';
import { toolName } from '../../app/judge.ts';
import { whyOpen } from '../../app/questions/whyOpen.ts';
import type { EffectivePolicy } from '../../core/policy/effective.ts';
import type { Mode } from '../../core/policy/policy.ts';
import type { Problem } from '../../core/repository.ts';
import { EXIT } from '../command.ts';
import { counted, listed, plain } from '../plain.ts';

export type Verdict = 'pass' | 'refused' | 'error';

/** One reason in the verdict. */
export interface Finding {
  readonly code: string;
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly text: string;
  /** The block it is about, for findings about one. */
  readonly block: GateBlock | undefined;
}

/** The gate's whole answer, before any reporter writes it. */
export interface GateReport {
  /** Undefined when it could not be read. */
  readonly mode: Mode | undefined;
  readonly exitCode: number;
  readonly verdict: Verdict;
  /** The whole message in one line. */
  readonly summary: string;
  readonly blocks: readonly GateBlock[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Problem[];
  readonly policy: EffectivePolicy | undefined;
}

export interface Judgement {
  readonly isStrict: boolean;
  readonly notes: readonly Problem[];
}

/** What the policy makes of the judged blocks. */
export function reportOf(answer: GateAnswer, { isStrict, notes }: Judgement): GateReport {
  const hasBadPolicy = 0 < answer.policyProblems.length;
  const mode = isStrict || hasBadPolicy ? 'enforce' : answer.mode;
  const open = answer.blocks.filter((block) => block.isOpen);
  const blocks = open.map(blockFinding);
  const policies = answer.policyProblems.map(
    ({ path, line, text }): Finding => ({ code: 'bad-policy', path, line, text, block: undefined }),
  );
  const base = {
    mode,
    blocks: answer.blocks,
    findings: [...policies, ...blocks],
    notes: [...answer.notes, ...notes],
    policy: answer.policy,
  };
  if (hasBadPolicy) {
    const [first, ...rest] = policies;
    const others = rest.length === 0 ? '' : ` (and ${counted(rest.length, 'more problem')})`;
    const summary = `Countersign refuses this commit: ${first?.text ?? ''}${others}. Mend the settings and stage them, then commit again.`;
    return { ...base, exitCode: EXIT.error, verdict: 'error', summary };
  }
  if (mode === 'enforce' && 0 < open.length) {
    return { ...base, exitCode: EXIT.refused, verdict: 'refused', summary: summaryOf(open, mode) };
  }
  const summary = 0 < open.length ? summaryOf(open, mode) : nothingFound(answer);
  return { ...base, exitCode: EXIT.ok, verdict: 'pass', summary };
}

/** The answer when there is none: what it means for a commit depends on the mode. */
export function reportOfError(
  problem: Problem,
  mode: Mode | undefined,
  isHook: boolean,
): GateReport {
  const isLetPass = isHook && (mode === 'observe' || mode === 'warn');
  const what = isLetPass
    ? `Countersign warning: this commit was not checked (countersign.mode is "${mode}"): `
    : `Countersign could not check ${isHook ? 'this commit, so it is refused' : 'what is staged'}: `;
  return {
    mode,
    exitCode: isLetPass ? EXIT.ok : EXIT.error,
    verdict: isLetPass ? 'pass' : 'error',
    // VS Code shows the first line only, and git's own words may be many.
    summary: what + problem.message.trim().replace(/\s*\n\s*/g, '; '),
    blocks: [],
    findings: [
      {
        code: problem.code,
        path: undefined,
        line: undefined,
        text: problem.message,
        block: undefined,
      },
    ],
    notes: [],
    policy: undefined,
  };
}

/** `AI · github.copilot · unverified`. */
export function standing({ judged: { facts, status } }: Pick<GateBlock, 'judged'>): string {
  return `AI · ${plain(toolName(facts.aiOrigins[0]))} · ${status.name}`;
}

function blockFinding(block: GateBlock): Finding {
  const { symbol, lines } = block.judged.block;
  const why = whyOpen(block.judged);
  return {
    code: block.judged.status.name,
    path: block.path,
    line: lines.startLine,
    text: [
      `${plain(symbol)} · ${standing(block)}`,
      ...(why === undefined ? [] : [plain(why)]),
    ].join(': '),
    block,
  };
}

function summaryOf(open: readonly GateBlock[], mode: Mode): string {
  const one = open.length === 1;
  const files = [...new Set(open.map((block) => plain(block.path)))];
  const what = `${counted(open.length, 'AI block')} in ${listed(files, 3)} ${one ? 'is' : 'are'} not verified`;
  switch (mode) {
    case 'enforce':
      return `Countersign refuses this commit: ${what}. Review and sign ${one ? 'it' : 'them'} off, then commit again.`;
    case 'warn':
      return `Countersign warning: ${what}. The commit is let pass (countersign.mode is "warn"); review and sign ${one ? 'it' : 'them'} off.`;
    case 'observe':
      return `Countersign: ${what}; nothing is refused (countersign.mode is "observe").`;
  }
}

function nothingFound({ blocks, isEnabled }: GateAnswer): string {
  if (!isEnabled) return 'Countersign is turned off here (countersign.enable is false).';
  const n = blocks.length;
  if (n === 0) return 'Countersign: nothing that is staged waits for a review.';
  return n === 1
    ? 'Countersign: the one staged AI block is verified.'
    : `Countersign: all ${n} staged AI blocks are verified.`;
}
