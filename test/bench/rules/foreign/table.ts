import { clippy } from './clippy.ts';
import { errorProne } from './errorProne.ts';
import { eslint } from './eslint.ts';
import { goVet } from './goVet.ts';
import { mono } from './mono.ts';
import { phpCodeSniffer } from './phpCodeSniffer.ts';
import { pylint } from './pylint.ts';
import { rubocop } from './rubocop.ts';
import { staticcheck } from './staticcheck.ts';
import type { ForeignSuite } from './suite.ts';

/** Every suite of others that rules are tried on: one file and one line each. */
export const suites: readonly ForeignSuite[] = [
  clippy,
  errorProne,
  eslint,
  goVet,
  mono,
  phpCodeSniffer,
  pylint,
  rubocop,
  staticcheck,
];
