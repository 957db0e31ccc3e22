import { agents } from './agents.ts';
import { baseline } from './baseline.ts';
import type { Check } from './check.ts';
import { gitAi } from './gitAi.ts';
import { journal, losses } from './journal.ts';
import { ledger, sharing } from './ledger.ts';
import { clock } from './clock.ts';
import { commits } from './commits.ts';
import { git, grammars, node } from './programs.ts';
import { hooks, identity, place, policy } from './repository.ts';
import { leftovers } from './leftovers.ts';

/** Everything the doctor looks at, in the order in which a person would mend it. */
export const checks: readonly Check[] = [
  node,
  git,
  grammars,
  place,
  identity,
  hooks,
  policy,
  agents,
  journal,
  losses,
  commits,
  ledger,
  sharing,
  gitAi,
  leftovers,
  baseline,
  clock,
];
