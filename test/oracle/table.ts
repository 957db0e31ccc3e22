import { cpp } from './cpp/row.ts';
import { go } from './go/row.ts';
import type { OracleRow } from './row.ts';
import { php } from './php/row.ts';
import { ruby } from './ruby/row.ts';

/** Every language that is compared with its own parser: one folder and one line each. */
export const rows: readonly OracleRow[] = [cpp, go, php, ruby];
