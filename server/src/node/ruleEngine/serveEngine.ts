import * as astGrep from '@ast-grep/wasm/wasm_bg.js';
import type { EngineMatch, EngineRule } from '../../core/questions/team/ruleEngine.ts';
import { prepareLanguage, startAstGrep } from './astGrep.ts';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './messages.ts';
import { brokenPattern } from './brokenPattern.ts';
import { withPhpTags } from './phpPattern.ts';

/** The other end of the thread. */
export interface ThreadPort {
  send(answer: ThreadAnswer): void;
  onRequest(listener: (request: ThreadRequest) => void): void;
}

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
  let root: astGrep.SgRoot;
  try {
    await prepareLanguage(language, grammars);
    root = astGrep.parse(language, text);
  } catch (error) {
    port.send({ kind: 'unread', why: wordsOf(error) });
    return;
  }
  port.send({ kind: 'read' });
  for (const rule of rules) {
    try {
      const config = language === 'php' ? withPhpTags(rule.config) : rule.config;
      const matches = root.root().findAll(config).slice(0, MAX_MATCHES);
      const broken = matches.length === 0 ? brokenPattern(language, config) : undefined;
      port.send(
        broken === undefined
          ? { kind: 'found', matches: matches.map((node) => matchOf(node, rule, text)) }
          : { kind: 'refused', why: broken },
      );
    } catch (error) {
      port.send({ kind: 'refused', why: wordsOf(error) });
    }
  }
  root.free();
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
  const one = node.getMatch(name);
  if (one) return one.text();
  const many = node.getMultipleMatches(name);
  const [first] = many;
  const last = many.at(-1);
  if (first && last) return text.slice(rangeOf(first).start, rangeOf(last).end);
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
