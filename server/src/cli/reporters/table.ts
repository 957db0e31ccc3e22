import { github } from './github.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Every way to write the gate's answer: one file and one line each. The first is the default. */
export const reporters: readonly [Reporter, ...Reporter[]] = [text, json, sarif, github, markdown];
