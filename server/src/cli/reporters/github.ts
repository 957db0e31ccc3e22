import type { Finding, GateReport } from '../gate/report.ts';
import type { Reporter } from './reporter.ts';

/** Workflow commands of GitHub Actions: findings become annotations in the pull request. */
export const github: Reporter = {
  name: 'github',
  isForPeople: false,
  render(report) {
    const level = levelOf(report);
    return [
      ...report.findings.map((finding) => annotation(level, finding)),
      ...report.notes.map(({ message }) => `::notice title=Countersign::${inText(message)}`),
      // Without a command's colons it is a plain line of the log.
      report.summary,
    ].join('\n');
  },
};

function levelOf({ exitCode, mode }: GateReport): string {
  if (exitCode !== 0) return 'error';
  return mode === 'observe' ? 'notice' : 'warning';
}

function annotation(level: string, { path, line, text, block }: Finding): string {
  const place = [
    ...(path === undefined ? [] : [`file=${inProperty(path)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(block === undefined ? [] : [`endLine=${block.judged.block.lines.endLine}`]),
    'title=Countersign',
  ];
  return `::${level} ${place.join(',')}::${inText(text)}`;
}

function inText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
