import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Repository } from '../core/repository.ts';

/** A mistake in a file of ours: settings, a team's rules. */
export interface FileProblem {
  /** Relative to the repository's top. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Mistakes in files that speak to us, as diagnostics there whether they are open or not. */
export interface FileProblems {
  /** Replaces all of one kind in a repository. */
  publish(
    kind: 'settings' | 'rules',
    repository: Repository,
    problems: readonly FileProblem[],
  ): void;
  /** What is published of one file. */
  of(uri: string): readonly Diagnostic[];
}

export function createFileProblems(
  connection: Connection,
  uriOf: (repository: Repository, path: string) => string,
): FileProblems {
  const told = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, readonly Diagnostic[]>();
  return Object.freeze({
    publish(
      kind: 'settings' | 'rules',
      repository: Repository,
      problems: readonly FileProblem[],
    ): void {
      const key = `${kind} ${repository.place.topLevel}`;
      const files = new Map<string, Diagnostic[]>();
      for (const uri of told.get(key) ?? []) files.set(uri, []);
      for (const problem of problems) {
        const uri = uriOf(repository, problem.path);
        files.set(uri, [...(files.get(uri) ?? []), diagnosticOf(problem)]);
      }
      told.set(key, new Set(problems.map(({ path }) => uriOf(repository, path))));
      for (const [uri, diagnostics] of files) {
        known.set(uri, diagnostics);
        void connection.sendDiagnostics({ uri, diagnostics });
      }
    },
    of: (uri: string) => known.get(uri) ?? [],
  });
}

function diagnosticOf({ line, text }: FileProblem): Diagnostic {
  return {
    severity: DiagnosticSeverity.Error,
    source: 'countersign',
    message: text,
    range: {
      start: { line: line - 1, character: 0 },
      end: { line: line - 1, character: Number.MAX_SAFE_INTEGER >>> 1 },
    },
  };
}
