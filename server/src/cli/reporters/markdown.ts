import type { Finding } from '../gate/report.ts';
import type { Reporter } from './reporter.ts';

/** For a pull request's comment or a job's summary. */
export const markdown: Reporter = {
  name: 'markdown',
  isForPeople: false,
  render({ summary, findings, notes }) {
    const places = findings.filter(({ path }) => path !== undefined);
    const table = [
      '',
      '| Where | What |',
      '| --- | --- |',
      ...places.map((finding) => `| ${code(placeOf(finding))} | ${escaped(finding.text)} |`),
    ];
    return [
      `**${escaped(summary)}**`,
      ...(places.length === 0 ? [] : table),
      ...notes.flatMap(({ message }) => ['', `> ${escaped(message)}`]),
    ].join('\n');
  },
};

function placeOf({ path, line }: Finding): string {
  return line === undefined ? (path ?? '') : `${path ?? ''}:${line}`;
}

function code(text: string): string {
  const inside = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const ticks = inside.includes('`') ? '``' : '`';
  return `${ticks}${ticks === '`' ? inside : ` ${inside} `}${ticks}`;
}

/** Names come from extensions and code: in Markdown they are text and nothing else. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
