import type { Call } from '../../code/code.ts';
import { calleeOf, dotted } from '../../code/say.ts';

const LEVEL =
  /^(?:log_?)?(?:info|warn|warning|error|err|fatal|critical|crit|exception|alert|emerg|emergency|notice|audit|severe|infof|warnf|warningf|errorf|fatalf|printf|println|infow|warnw|errorw|InfoContext|ErrorContext|WarnContext|LogInformation|LogWarning|LogError|LogCritical|Information|Info|Warn|Warning|Error|Fatal|Infof|Warnf|Errorf|Printf|Println|write|captureException|captureMessage|increment|record|emit|count)$/i;
const LOGGER =
  /(?:^|[._])(?:log|logger|logging|_?logger|LOG|LOGGER|Log|slog|zap|tracing|winston|pino|audit\w*|metrics|statsd|Sentry|syslog|spdlog|Rails|journal|telemetry|monitoring)(?:\.|$)/i;
const MACROS = /^(?:(?:log|tracing)\.)?(?:error|warn|info)!$/;
const FUNCTIONS =
  /^(?:error_log|syslog|trigger_error|spdlog\.\w+|console\.(?:error|warn|info)|LOG|VLOG|qWarning|qCritical|BOOST_LOG_TRIVIAL|capture_exception)$/;

/** Whether a call tells those who run the program something; printing to see where one is does not count. */
export function isLogCall(call: Call): boolean {
  const called = calleeOf(call);
  if (FUNCTIONS.test(called) || MACROS.test(called)) return true;
  const { callee } = call;
  if (callee.kind !== 'member' || !LEVEL.test(callee.name)) return false;
  // `LoggerFactory.get().warn(…)`, Ruby's `Rails.logger.warn`
  const object = callee.object.kind === 'call' ? callee.object.callee : callee.object;
  return LOGGER.test(dotted(object) ?? '');
}
