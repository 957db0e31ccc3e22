import type { Finding, GateReport } from '../gate/report.ts';
import type { Reporter } from './reporter.ts';

/** SARIF 2.1.0, for code scanning and editors. */
export const sarif: Reporter = {
  name: 'sarif',
  isForPeople: false,
  render(report, { version }) {
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Countersign', version, rules: rulesOf(report.findings) } },
          originalUriBaseIds: {
            TOP: { description: { text: 'The top folder of the repository.' } },
          },
          invocations: [
            {
              executionSuccessful: report.verdict !== 'error',
              exitCode: report.exitCode,
              toolExecutionNotifications: report.notes.map(({ message }) => ({
                level: 'warning',
                message: { text: message },
              })),
            },
          ],
          columnKind: 'utf16CodeUnits',
          results: report.findings.map((finding) => resultOf(finding, report)),
        },
      ],
    };
    return JSON.stringify(log, null, 2);
  },
};

/** Rules by the code of a finding; what is not listed says itself what it is. */
const RULES: Readonly<Record<string, string | undefined>> = {
  unverified: 'AI code that nobody has reviewed',
  outdated: 'AI code that changed since its review',
  'bad-policy': 'A setting that cannot be read',
};

function rulesOf(findings: readonly Finding[]): readonly object[] {
  return [...new Set(findings.map(({ code }) => code))].map((code) => ({
    id: code,
    shortDescription: { text: RULES[code] ?? 'Could not be decided' },
  }));
}

function resultOf({ code, path, line, text, block }: Finding, report: GateReport): object {
  const region =
    line === undefined
      ? {}
      : {
          region: { startLine: line, ...(block && { endLine: block.judged.block.lines.endLine }) },
        };
  const artifactLocation = { uri: uriOf(path ?? ''), uriBaseId: 'TOP' };
  return {
    ruleId: code,
    level: report.exitCode !== 0 ? 'error' : report.mode === 'observe' ? 'note' : 'warning',
    message: { text },
    locations: path === undefined ? [] : [{ physicalLocation: { artifactLocation, ...region } }],
    ...(block && {
      // The same content is the same result, whichever line it moves to.
      partialFingerprints: { 'countersignCodeHash/v0': block.judged.block.codeHash },
    }),
  };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
