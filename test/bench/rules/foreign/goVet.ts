import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { goCases } from './goMarks.ts';
import { goVetMisses } from './goVetMisses.ts';
import type { ForeignSuite, Mapped } from './suite.ts';

const MAPPING: readonly Mapped[] = [
  { theirs: 'assign', ours: 'self-assignment' },
  { theirs: 'bools', ours: 'identical-operands' },
  { theirs: 'httpresponse', ours: 'null-path' },
  { theirs: 'lostcancel', ours: 'resource-leak' },
  { theirs: 'nilness', ours: 'null-path' },
  { theirs: 'shadow', ours: 'shadowed-name' },
  { theirs: 'unreachable', ours: 'unreachable-code' },
];

/** What the passes of `go vet` are tried on. */
export const goVet: ForeignSuite = {
  name: 'go vet',
  languages: ['go'],
  source: {
    from: 'debian source',
    name: 'golang-golang-x-tools',
    version: '1:0.5.0+ds-1',
    hash: 'sha256-081c21e3dad908e907156df9c44daf54cab6c870eaeb3e17753f29a2d4e535bf',
  },
  mapping: MAPPING,
  async cases(folder) {
    const cases = MAPPING.flatMap((mapped) => {
      const top = join(
        folder,
        'golang-golang-x-tools-0.5.0+ds/go/analysis/passes',
        mapped.theirs,
        'testdata/src',
      );
      if (!existsSync(top)) throw new Error(`${mapped.theirs} is not there`);
      return goCases(top, readdirSync(top), mapped, /\/\/ ?want\b/);
    });
    return { cases, nUnread: 0 };
  },
  causes: goVetMisses,
};
