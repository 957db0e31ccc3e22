import { cpp } from './cpp/row.ts';
import { csharp } from './csharp/row.ts';
import { javascript, tsx, typescript } from './ecmascript/row.ts';
import { go } from './go/row.ts';
import { java } from './java/row.ts';
import { php } from './php/row.ts';
import { python } from './python/row.ts';
import type { OracleRow } from './row.ts';
import { ruby } from './ruby/row.ts';
import { rust } from './rust/row.ts';

/** Every language that is compared with its own parser: one folder and one line each. */
export const rows: readonly OracleRow[] = [
  go,
  rust,
  java,
  csharp,
  cpp,
  ruby,
  php,
  python,
  javascript,
  typescript,
  tsx,
];
