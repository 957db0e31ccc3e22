import { workerData } from 'node:worker_threads';
import type { RegexThreadData } from './node/regex/messages.ts';
import { serveRegexes } from './node/regex/serveRegexes.ts';

// `dist/regex.cjs`: the thread in which recheck judges regular expressions.
const data: RegexThreadData = workerData;
serveRegexes(data);
