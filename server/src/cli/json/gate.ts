import type { Finding, GateReport } from '../gate/report.ts';
import type { GateJson } from '../schemas/gate.ts';
import { blockJson, notesJson, policyJson } from './block.ts';

export function gateJson(report: GateReport): GateJson {
  return {
    schema: 'countersign.gate/1',
    mode: report.mode ?? null,
    verdict: report.verdict,
    summary: report.summary,
    blocks: report.blocks.map(({ path, judged }) => blockJson(path, judged)),
    findings: report.findings.map(findingJson),
    bypassed: [],
    policy: report.policy ? policyJson(report.policy) : null,
    notes: notesJson(report.notes),
  };
}

export function findingJson({ code, path, line, text }: Finding): GateJson['findings'][number] {
  return { code, path: path ?? null, line: line ?? null, text };
}
