import type { Call } from '../../code/code.ts';
import { calleeOf, methodOf } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

const LOGGERS =
  /(?:^|\.)(?:_?log(?:ger|ging)?|LOG(?:GER)?|Log(?:ger)?|console|app\.logger|winston|pino|slog|glog|klog|logrus|zap|spdlog|Rails\.logger|_logger|sugar|error_log)(?:\(\))?\.\w+$/;
const LEVELS =
  /^(?:log|debug|info|warn|warning|error|fatal|critical|exception|trace|notice|Print|Printf|Println|Fatal|Fatalf|Panic|Panicf|Debugf?|Infof?|Warnf?|Warningf?|Errorf?|Log(?:Information|Warning|Error|Debug|Critical|Trace)|Information|Verbose|severe|fine|finer|config|alert|emergency|critical|unknown|fatal|Infow|Errorw|WriteLine)$/;

/** Whether a call writes a line of a log. */
export function isLogCall(call: Call, language: LanguageId): boolean {
  const callee = calleeOf(call);
  const method = methodOf(call);
  if (language === 'rust') return /^(?:\w+\.)*(?:info|warn|error|debug|trace)!$/.test(callee);
  if (language === 'php') {
    if (/^\\?(?:error_log|syslog|trigger_error|logger)$/.test(callee)) return true;
    return LEVELS.test(method) && /log/i.test(callee);
  }
  if (language === 'cpp')
    return (
      /^(?:syslog|spdlog\.\w+|SPDLOG_\w+|LOG_\w+)$/.test(callee) ||
      (LEVELS.test(method) && /log/i.test(callee) && callee.includes('.'))
    );
  if (isEcmascript(language) && /^console\.(?:table|dir|time|timeEnd|assert)$/.test(callee))
    return false;
  if (!LEVELS.test(method)) return false;
  if (LOGGERS.test(callee) || /(?:^|\.)\w*[lL]og(?:ger)?\.\w+$/.test(callee)) return true;
  return (
    /^\.\w+$/.test(callee) &&
    call.callee.kind === 'member' &&
    call.callee.object.kind === 'call' &&
    /log/i.test(calleeOf(call.callee.object))
  );
}
