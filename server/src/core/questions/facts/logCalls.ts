import type { Call, Code } from '../../code/code.ts';
import { doneIn } from '../../code/say.ts';
import { chainOf, wordsOf } from './chain.ts';

/** How loud words are that a program writes: nobody looks at `print` and `debug` once it runs. */
export type LogLevel = 'print' | 'debug' | 'log';

const PRINTS =
  /^(?:console\.(?:log|info|dir|table|debug|trace)|print|pprint|println|printf|puts|p|pp|echo|print_r|var_dump|dump|var_export|fmt\.Print\w*|fmt\.Fprint\w*|System\.(?:out|err)\.print\w*|(?:System\.)?Console\.(?:Error\.)?Write(?:Line)?|(?:System\.Diagnostics\.)?(?:Debug|Trace)\.Write\w*|(?:e?println|e?print|dbg)!|traceback\.print_\w+|fprintf|perror|warn|\$stderr\.puts|STDERR\.puts|\$stdout\.puts|sys\.std(?:err|out)\.write)$|\.printStackTrace$/;

const LOGGER =
  /(?:^|\.)_?(?:console|log|logs|logger|logging|logrus|slog|zap|glog|klog|zlog|winston|pino|LOG|LOGGER|Log|Logger|tracing|spdlog|syslog|Rails\.logger|app\.logger|sugar|l)(?:\(\))?(?:\.\w+(?:\(\))?)*\.(\w+?)!?$/;

const BARE =
  /^(?:log|logError|log_error|error_log|syslog|report|captureException|log_message|logException|warning|error!|warn!|info!|debug!|trace!|log!|LOG\w*|logger|NSLog|Log|Logger)$/;

/** Who watches a program learns of it: error trackers, metrics, alerts. */
const WATCHES =
  /(?:^|\.)_?(?:Sentry|sentry_sdk|Bugsnag|Rollbar|rollbar|Honeybadger|NewRelic|newrelic|Raven|Airbrake|datadog|statsd|StatsD|metrics?|telemetry|_?telemetryClient|meter|counter|span|tracer|appInsights|activity|prometheus|monitor|monitoring|alerts?|notifier|reporter|errorReporter|errorHandler|crashlytics)\b|(?:capture|report|notify|record|track|log|handle)_?(?:Exception|Error|Failure|exception|error|failure)s?$|\.(?:inc|increment|record_exception|RecordError|SetStatus|observe|labels\(\)\.inc|WithLabelValues\(\)\.Inc|Inc)$/;

const QUIET_LEVELS =
  /^(?:debug\w*|Debug\w*|trace\w*|Trace\w*|verbose|Verbose|fine\w*|LogDebug|LogTrace|d|v|V)$/;

const LEVELS =
  /^_?(?:log\w*|Log\w*|error\w*|Error\w*|err|warn\w*|Warn\w*|info\w*|Info\w*|fatal\w*|Fatal\w*|critical|exception|severe|warning|notice|alert|emergency|panic\w*|Panic\w*|print\w*|Print\w*|Write\w*|write\w*|e|w|i|msg|Msg|Msgf|Send|event|add|unknown)$/;

/** How loud a call is; undefined where it is no logging. */
export function logLevelOf(call: Call): LogLevel | undefined {
  const chain = chainOf(call);
  if (chain === '') return undefined;
  if (PRINTS.test(chain)) return 'print';
  if (WATCHES.test(chain) || BARE.test(chain)) return 'log';
  const level = LOGGER.exec(chain)?.[1];
  if (level === undefined) return undefined;
  if (QUIET_LEVELS.test(level)) return 'debug';
  return LEVELS.test(level) ? 'log' : undefined;
}

/** Words that are written with `<<` to a stream of the program. */
export function isStreamPrint(code: Code): boolean {
  let node = code;
  while (node.kind === 'binary' && node.operator === '<<') node = node.left;
  return node !== code && /^(?:std\.)?(?:cout|cerr|clog)$/.test(wordsOf(node));
}

/** Whether an error is written where somebody who runs the program may see it. */
export function isLoggedIn(code: Code): boolean {
  for (const node of doneIn(code)) {
    if (node.kind === 'call' && logLevelOf(node) !== undefined) return true;
    if (node.kind === 'binary' && isStreamPrint(node)) return true;
  }
  return false;
}

/** The same without what is only printed. */
export function isLoggedAloud(code: Code): boolean {
  for (const node of doneIn(code)) {
    if (node.kind === 'call' && logLevelOf(node) === 'log') return true;
  }
  return false;
}
