import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { type Route, routesOf } from '../facts/routes.ts';
import { perFile } from '../facts/perFile.ts';
import { nameWords } from '../facts/nameWords.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { missingAuthExamples } from './examples/missingAuth.ts';

/** Fewer guarded ones than this show no habit. */
const MIN_GUARDED = 3;
/** Of those that are not: more than this share is a habit of its own. */
const MAX_OPEN_SHARE = 0.25;

/** A way in that lacks the check which those beside it have. */
export const missingAuth: Rule = {
  id: 'missing-auth',
  row: 35,
  title: 'A way in without the check that those beside it have',
  severity: 'normal',
  concern: 'security',
  weight: 5,
  cwe: [306, 862, 639],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest } = context;
    if (isTest || !mayHoldRoute(context)) return;
    const groups = new Map<string, Route[]>();
    for (const route of knownRoutes(view)) {
      const its = groups.get(route.group) ?? [];
      groups.set(route.group, its);
      its.push(route);
    }
    for (const routes of groups.values()) {
      const guarded = routes.filter(({ guard }) => guard !== undefined);
      const lacking = routes.filter(
        ({ guard, name }) => guard === undefined && !isOpenByNature(name),
      );
      const nAsked = guarded.length + lacking.length;
      if (guarded.length < MIN_GUARDED || lacking.length === 0) continue;
      if (nAsked * MAX_OPEN_SHARE < lacking.length) continue;
      const guard = mostUsed(guarded);
      const what = routes.some(({ name }) => name.startsWith('/')) ? 'routes' : 'handlers';
      for (const one of lacking) {
        yield {
          at: one.at,
          about: {
            name: inBackticks(shortened(one.name)),
            guard: inBackticks(shortened(guard)),
            count: `${guarded.length} of ${nAsked} ${what}`,
          },
        };
      }
    }
  },
  ask: ({ name, guard, count, line }) =>
    `Line ${line}: ${count} here go through checks like ${guard}; ${name} does not. Is it meant to be open?`,
  obligations: ['auth'],
  page: {
    why: 'One way in without the check that the others have is all an attacker needs. It works in every test, because tests ask as somebody who may.',
    instead:
      'Put the check before all of them (a router’s middleware, a class’s guard), and say of those that are open that they are.',
    sources: ['CWE-306, CWE-862, CWE-639', 'OWASP Top 10 2021: A01 broken access control'],
  },
  examples: missingAuthExamples,
};

/** Whether the file speaks of ways in and of checks at all, so that it need be read as a whole. */
const mayHoldRoute = perFile(
  ({ view: { text } }) => ROUTE_WORD.test(text) && CHECK_WORD.test(text),
);

/** Some of these words are in whatever `facts/routes` takes for a way in. */
const ROUTE_WORD =
  /rout|controller|handle|mapping|before_action|endpoint|resolver|resource|view|servlet|query|mutation|get|post|put|patch|delete|req|ctx|http/i;
/** What all names of checks have in them (`facts/authGuards`). */
const CHECK_WORD =
  /auth|log[gi]|permission|guard|protect|secured|granted|acl|jwt|rbac|user|role|session|access|token|owner|scope|admin|identity|member|tenant|signed|principal|account|staff|policy|rights|claims|allowed|apikey|privateroute/i;

/** A file's routes are the same for all its blocks. */
const known = new WeakMap<Code, readonly Route[]>();

function knownRoutes({ top, text }: CodeView): readonly Route[] {
  const routes = known.get(top) ?? routesOf(top, text);
  known.set(top, routes);
  return routes;
}

function mostUsed(routes: readonly Route[]): string {
  const counts = new Map<string, number>();
  for (const { guard } of routes)
    if (guard !== undefined) counts.set(guard, (counts.get(guard) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const OPEN =
  /^(?:login|logout|signin|signup|register|registration|health|healthz|healthcheck|livez|readyz|ping|ready|alive|live|metrics|public|webhook|webhooks|callback|forgot|token|refresh|oauth|oauth2|favicon|robots|sitemap|docs|swagger|openapi|static|assets|captcha|unsubscribe|csp|jwks|known)$/;
/** The same, unless they are done to one thing: `/orders/{id}/status` is not for all. */
const OPEN_ALONE =
  /^(?:status|reset|home|version|index|confirm|activate|options|error|errors|session|sessions|verify|help|about|terms|privacy|contact)$/;
const PLACEHOLDER = /[{<:*]\w|\[\w/;

/** A way in that everybody takes: signing in, the health of the service, what is public. */
function isOpenByNature(name: string): boolean {
  if (name === '/' || name === '*') return true;
  const words = nameWords(name);
  const isOfOne = PLACEHOLDER.test(name);
  return words.some(
    (word, i) =>
      OPEN.test(word) ||
      (!isOfOne && OPEN_ALONE.test(word)) ||
      (word === 'sign' && /^(?:in|up|out|on)$/.test(words[i + 1] ?? '')),
  );
}
