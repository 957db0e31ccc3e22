import { isEcmascript, type LanguageId } from '../languageId.ts';
import { NO_NAMES } from './noOutsideNames.ts';
import { CPP, CSHARP, GO, JAVA, RUST } from './outsideNamesOfCompiled.ts';
import { ECMASCRIPT, PHP, PYTHON, RUBY } from './outsideNamesOfScripts.ts';

/**
 * Where values come from that somebody else chooses. `request`: from a client, a message, a page's own
 * address; `process`: from the command line, the environment, a terminal.
 */
export type OutsideKind = 'request' | 'process';

/** What a language and its frameworks call what comes from outside. */
export interface OutsideNames {
  /** The last word of what a request is called. */
  readonly request: RegExp;
  /** What of a request a client chooses: fields and methods. */
  readonly ofRequest: ReadonlySet<string>;
  /** What else holds a request's values (`ctx`, `event`). */
  readonly context: RegExp;
  readonly ofContext: ReadonlySet<string>;
  /** Variables and functions that are outside by themselves. */
  readonly names: ReadonlySet<string>;
  /** Dotted names, whole. */
  readonly dotted: ReadonlySet<string>;
  /** The same, for the process's own values. */
  readonly ofProcess: ReadonlySet<string>;
  /** Decorators of parameters that a request fills. */
  readonly paramMarks: ReadonlySet<string>;
  /** Types of parameters that a request fills. */
  readonly paramTypes: RegExp;
  /** Decorators of functions whose parameters a request fills. */
  readonly handlerMarks: RegExp;
  /** Types of parameters that are a request, and of those that are a context, whatever they are called. */
  readonly requestTypes: RegExp;
  readonly contextTypes: RegExp;
  /** Methods that read what somebody sends, whatever they are called on. */
  readonly methods: ReadonlySet<string>;
}

/** The table's row of a language. */
export function outsideNamesOf(language: LanguageId): OutsideNames {
  if (isEcmascript(language)) return ECMASCRIPT;
  switch (language) {
    case 'python':
      return PYTHON;
    case 'go':
      return GO;
    case 'java':
      return JAVA;
    case 'csharp':
      return CSHARP;
    case 'ruby':
      return RUBY;
    case 'php':
      return PHP;
    case 'rust':
      return RUST;
    case 'cpp':
      return CPP;
    default:
      return NO_NAMES;
  }
}
