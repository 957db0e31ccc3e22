import type { About, Rule, Severity } from '../rule.ts';
import { capturesIn, withCaptures } from './captures.ts';
import { cweNumber, isText } from './ruleFields.ts';
import { teamId } from './teamRule.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = {
  error: 'high',
  warning: 'normal',
  info: 'low',
  hint: 'low',
};

/** What it costs where nobody has said. */
const WEIGHT = 3;
/** What could move a terminal's cursor, or show words otherwise than they are. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** A longer message is no title. */
const MAX_TITLE = 80;

/**
 * A team's rule as everything that asks, ranks and explains knows rules. Its fields have been
 * checked; `place` is file and line.
 */
export function asRule(fields: ReadonlyMap<string, unknown>, place: string): Rule {
  const textOf = (name: string): string | undefined => {
    const value = fields.get(name);
    return isText(value) ? value.replace(UNSEEN, '').trim() : undefined;
  };
  const id = textOf('id') ?? '';
  const message = textOf('message');
  const words = textOf('question') ?? message ?? '';
  const kind = fields.get('kind') === 'check' ? 'check' : 'question';
  const weight = fields.get('weight');
  const cwe = fields.get('cwe');
  const url = textOf('url');
  const note = textOf('note');
  return {
    id: teamId(id),
    row: 0,
    title: titleOf(message) ?? `What the team's rule ${id} finds`,
    severity: SEVERITIES[textOf('severity') ?? ''] ?? 'normal',
    // What a team is after is not known; it is as good as any.
    concern: 'logic',
    weight: typeof weight === 'number' ? weight : WEIGHT,
    cwe: Array.isArray(cwe) ? cwe.flatMap((one) => cweNumber(one) ?? []) : [],
    kind,
    isOn: true,
    absent: {},
    find: () => [],
    ask: (about: About) => `Line ${about.line}: ${sentence(withCaptures(words, about), kind)}`,
    obligations: [],
    page: {
      why: note ?? message ?? words,
      instead: `What the team agreed on: the rule is in \`${place}\`.`,
      sources: url === undefined ? [] : [url],
    },
    examples: [],
  };
}

/** A message that says the same of every place. */
function titleOf(message: string | undefined): string | undefined {
  const isTitle =
    message !== undefined &&
    message.length <= MAX_TITLE &&
    !message.includes('\n') &&
    capturesIn(message).length === 0;
  return isTitle ? message.replace(/[.?!]$/, '') : undefined;
}

function sentence(words: string, kind: Rule['kind']): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return kind === 'check' && !/[.?!]$/.test(flat) ? `${flat}.` : flat;
}
