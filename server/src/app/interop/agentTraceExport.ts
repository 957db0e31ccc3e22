import { traceOfOrigins } from '../../core/interop/agentTrace/fromOrigins.ts';
import { writeTraces } from '../../core/interop/agentTrace/writeTraces.ts';
import { ok } from '../../core/result.ts';
import type { ExportKind } from './exportKind.ts';

/** Agent Trace 0.1.0: one record for each commit with AI lines, a line each. */
export const agentTraceExport: ExportKind = {
  name: 'agent-trace',
  what: 'Agent Trace 0.1.0, one record a line',
  write(commits, { version, sha256 }) {
    const traces = commits.map(({ commit: { commit, at }, files }) =>
      traceOfOrigins(files, { commit, at, version, sha256 }),
    );
    const problems = traces.flatMap((trace) => trace.problems);
    const records = traces.flatMap(({ record }) => record ?? []);
    if (records.length === 0) return ok({ text: undefined, problems });
    const written = writeTraces(records);
    return written.ok ? ok({ text: written.value, problems }) : written;
  },
};
