import type { Rule } from './rule.ts';

/** Why a rule asks, as Markdown: what an editor and a terminal show, and the page in the docs begins with. */
export function pageOf({ id, title, page, cwe }: Rule): string {
  const weaknesses = cwe.map((n) => `CWE-${n}`).join(', ');
  return [
    `# ${title}`,
    '',
    page.why,
    '',
    `**Instead:** ${page.instead}`,
    '',
    `Rule \`${id}\`${weaknesses === '' ? '' : ` · ${weaknesses}`}`,
    ...page.sources.map((source) => `- ${source}`),
    '',
    `To ask nothing here: a comment \`countersign:ignore ${id} -- why\` on the line or above it; nowhere: \`countersign.questions.disabled\`.`,
  ].join('\n');
}
