import { check } from './check.ts';
import { guard } from './guard.ts';
import type { RemovalRow } from './kind.ts';
import { test } from './test.ts';

/** What AI must not take away unseen; the first row that matches names a line. */
export const removalRows: readonly RemovalRow[] = [test, guard, check];
