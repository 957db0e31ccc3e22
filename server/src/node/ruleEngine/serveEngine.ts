import * as astGrep from '@ast-grep/wasm/wasm_bg.js';
import type { EngineMatch, EngineRule } from '../../core/questions/team/ruleEngine.ts';
import { prepareLanguage, startAstGrep } from './astGrep.ts';
import type { RanAnswer, ThreadAnswer, ThreadData, ThreadRequest } from './messages.ts';
import { brokenPattern } from './brokenPattern.ts';
import { withPhpTags } from './phpPattern.ts';

/** The other end of the thread. */
export interface ThreadPort {
  send(answer: ThreadAnswer): void;
  onRequest(listener: (request: ThreadRequest) => void): void;
}

/**
 * Characters of two UTF-16 units. ast-grep counts them as one where it makes a capture of another, and
 * cuts at the wrong place behind them: for such rules others of the same length stand for them.
 */
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

type Unread = Extract<ThreadAnswer, { readonly kind: 'unread' }>;

/** More matches than this of one rule in one file are one thing said too often. */
const MAX_MATCHES = 2_000;

/** Serves the engine's thread: what is asked next waits in its port. */
export async function serveEngine(port: ThreadPort, { grammars }: ThreadData): Promise<void> {
  await startAstGrep(grammars);
  let last = Promise.resolve();
  port.onRequest((request) => {
    last = last.then(() => answer(port, grammars, request));
  });
  port.send({ kind: 'ready' });
}

async function answer(
  port: ThreadPort,
  grammars: string,
  { language, text, rules }: ThreadRequest,
): Promise<void> {
  const roots: astGrep.SgRoot[] = [];
  const rootOf = (of: string): astGrep.SgRoot => {
    const root = astGrep.parse(language, of);
    roots.push(root);
    return root;
  };
  let root: astGrep.SgRoot;
  try {
    await prepareLanguage(language, grammars);
    root = rootOf(text);
  } catch (error) {
    port.send({ kind: 'unread', why: wordsOf(error) });
    return;
  }
  port.send({ kind: 'read' });
  const run = (rule: EngineRule): RanAnswer | Unread => {
    try {
      const config = language === 'php' ? withPhpTags(rule.config) : rule.config;
      const isMade = 'transform' in rule.config && 0 <= text.search(ASTRAL);
      const its = isMade ? rootOf(text.replace(ASTRAL, '\ufffd\ufffd')) : root;
      const matches = its.root().findAll(config).slice(0, MAX_MATCHES);
      const broken = matches.length === 0 ? brokenPattern(language, config) : undefined;
      return broken === undefined
        ? { kind: 'found', matches: matches.map((node) => matchOf(node, rule, text)) }
        : { kind: 'refused', why: broken };
    } catch (error) {
      // What ast-grep itself says is an `Error`; others are a fall of its code over this text.
      const isSaid = error instanceof Error && error.name === 'Error';
      return { kind: isSaid ? 'refused' : 'unread', why: wordsOf(error) };
    }
  };
  for (const rule of rules) {
    const began = performance.now();
    const answered = run(rule);
    const ms = Math.round(performance.now() - began);
    port.send(answered.kind === 'unread' ? answered : { kind: 'ran', answer: answered, ms });
  }
  for (const one of roots) one.free();
}

function matchOf(node: astGrep.SgNode, { names }: EngineRule, text: string): EngineMatch {
  const { start, end } = rangeOf(node);
  const captured: Record<string, string> = {};
  for (const name of names) {
    const code = capturedBy(node, name, text);
    if (code !== undefined) captured[name] = code;
  }
  return { start, end, captured };
}

function capturedBy(node: astGrep.SgNode, name: string, text: string): string | undefined {
  const textIn = (from: astGrep.SgNode, to: astGrep.SgNode): string =>
    text.slice(rangeOf(from).start, rangeOf(to).end);
  const one = node.getMatch(name);
  if (one) return textIn(one, one);
  const many = node.getMultipleMatches(name);
  const [first] = many;
  const last = many.at(-1);
  if (first && last) return textIn(first, last);
  return node.getTransformed(name);
}

function rangeOf(node: astGrep.SgNode): { readonly start: number; readonly end: number } {
  const range = node.range();
  return { start: range.start.index, end: range.end.index };
}

/** ast-grep says what is wrong in steps, the last one nearest to it. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const steps = message
    .split(/\n *\|->/)
    .map((step) => step.replace(/\s+/g, ' ').trim().replace(/\.$/, ''))
    .filter((step) => step !== '');
  return steps.slice(-2).join(': ');
}
