import type { Call, Code } from '../../code/code.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { piecesOf, type Piece } from '../facts/building.ts';
import { isLogCall } from '../facts/logLines.ts';
import type { Origin } from '../facts/origin.ts';
import { outsideOf } from '../facts/outside.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';

/** A log holds what somebody outside sends, line ends included. */
export const logInjection: Rule = {
  id: 'log-injection',
  row: 29,
  title: 'Text from outside in a log',
  severity: 'low',
  concern: 'security',
  weight: 2,
  cwe: [117, 93],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const call of view.all('call')) {
      if (!isLogCall(call, language)) continue;
      const found = writtenIn(context, call);
      if (found) {
        yield {
          at: callPlace(view, call),
          about: { what: outsideWordsAtEnd(view, found.code, found.origin) },
        };
      }
    }
    if (language === 'cpp') yield* streamed(context);
  },
  ask: ({ what, line }) =>
    `Line ${line} writes ${what} into a log as it is. Can a line end in it make an entry that looks real?`,
  obligations: ['text'],
  page: {
    why: 'A line end in the value begins an entry of its own, which looks as if the program had written it. Who reads the log, or a program that does, is misled.',
    instead:
      'Take line ends and control characters out, write the value in quotes (`%q`, `%r`, JSON), or hand it over as a field of a structured log.',
    sources: ['CWE-117', 'Veracode 2025: 88 % of samples with this task were unsafe'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: "function login(req, res) {\n  const { user } = req.body;\n  logger.info(`login of ${user}`); ⟵\n  console.log('path: ' + req.originalUrl); ⟵\n  log.warn('agent %s', req.headers['user-agent']); ⟵\n}",
      quiet:
        "function login(req, res) {\n  const { user } = req.body;\n  logger.info(`login of ${JSON.stringify(user)}`);\n  logger.info({ user }, 'login');\n  console.log('length: ' + user.length);\n  log.warn('agent %s', req.headers['user-agent'].replace(/[\\r\\n]/g, ''));\n  log.info(`page ${Number(req.query.page)}`);\n}",
    },
    {
      languages: ['python'],
      asks: 'def login():\n    user = request.form["user"]\n    logging.info("login of " + user) ⟵\n    logger.warning(f"login of {user}") ⟵\n    app.logger.error("login of %s", user) ⟵',
      quiet:
        'def login():\n    user = request.form["user"]\n    logging.info("login of %r", user)\n    logger.warning(f"login of {user!r}")\n    logger.info("login of %s", user.replace("\\n", ""))\n    logger.info("login", extra={"user": user})',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc login(w http.ResponseWriter, r *http.Request) {\n\tuser := r.FormValue("user")\n\tlog.Printf("login of %s", user) ⟵\n\tlogger.Infof("login of %v", user) ⟵\n\tlog.Println("login of " + user) ⟵\n}',
      quiet:
        'package a\n\nfunc login(w http.ResponseWriter, r *http.Request) {\n\tuser := r.FormValue("user")\n\tlog.Printf("login of %q", user)\n\tslog.Info("login", "user", user)\n\tlog.Println("login of " + strings.ReplaceAll(user, "\\n", ""))\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn login(Query(q): Query<Login>) {\n    info!("login of {}", q.user); ⟵\n    warn!("login of {}", &q.user); ⟵\n}',
      quiet:
        'async fn login(Query(q): Query<Login>) {\n    info!("login of {:?}", q.user);\n    warn!(user = %q.user, "login");\n}',
    },
    {
      languages: ['java'],
      asks: 'class Login {\n  void login(@RequestParam String user) {\n    log.info("login of " + user); ⟵\n    logger.warn("login of {}", user); ⟵\n  }\n}',
      quiet:
        'class Login {\n  void login(@RequestParam String user, @RequestParam int page) {\n    log.info("login of " + user.replaceAll("[\\r\\n]", ""));\n    logger.warn("page {}", page);\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class LoginController : Controller {\n  public IActionResult Login(string user) {\n    _logger.LogInformation($"login of {user}"); ⟵\n    Log.Warning("login of " + user); ⟵\n    return Ok();\n  }\n}',
      quiet:
        'class LoginController : Controller {\n  public IActionResult Login(string user) {\n    _logger.LogInformation("login of {User}", user);\n    Log.Warning("login of " + user.Replace("\\n", ""));\n    return Ok();\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'void login(const Request& req) {\n  auto user = req.get_param_value("user");\n  spdlog::info("login of {}", user); ⟵\n  syslog(LOG_INFO, "login of %s", user.c_str()); ⟵\n  LOG(INFO) << "login of " << user; ⟵\n}',
      quiet:
        'void login(const Request& req) {\n  auto user = req.get_param_value("user");\n  spdlog::info("login of {}", one_line(user));\n  LOG(INFO) << "login of " << user.size();\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def login\n  user = params[:user]\n  Rails.logger.info("login of #{user}") ⟵\n  logger.warn "login of " + params[:user] ⟵\nend',
      quiet:
        'def login\n  user = params[:user]\n  Rails.logger.info("login of #{user.inspect}")\n  logger.warn "login of " + params[:user].gsub(/[\\r\\n]/, "")\nend',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction login() {\n  $user = $_POST[\'user\'];\n  error_log("login of $user"); ⟵\n  Log::info(\'login of \' . $user); ⟵\n  $this->logger->warning("login of {$user}"); ⟵\n}',
      quiet:
        "<?php\nfunction login() {\n  $user = $_POST['user'];\n  error_log(\"login of \" . json_encode($user));\n  Log::info('login', ['user' => $user]);\n}",
    },
    {
      languages: ['cpp'],
      asks: 'void login(const HttpRequestPtr& req) {\n  const auto user = req->getParameter("user");\n  LOG_WARN << "rejected " << user; ⟵\n}',
      quiet:
        'void login(const HttpRequestPtr& req) {\n  const auto user = req->getParameter("user");\n  LOG_WARN << "rejected " << singleLine(user);\n}',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc show(w http.ResponseWriter, r *http.Request) {\n\tuser := r.FormValue("user")\n\tlogger.Info("login of " + user) ⟵\n}',
      quiet:
        'package a\n\nfunc show(w http.ResponseWriter, r *http.Request) {\n\tuser := r.FormValue("user")\n\tlogger.Info("login", zap.String("user", user))\n}',
    },
  ],
};

interface Written {
  readonly code: Code;
  readonly origin: Origin;
}

function writtenIn(context: RuleContext, call: Call): Written | undefined {
  // `slog.Info("login", "user", user)`: fields, which the log writes in quotes.
  if (
    /(?:^|\.)(?:slog|sugar)\.\w+$/.test(calleeOf(call)) ||
    methodOf(call)
      .replace(/^[Ww]arn$|^unknown$/, '')
      .endsWith('w')
  ) {
    if (call.args.slice(1).some((arg) => arg.kind === 'text')) return undefined;
  }
  const [first] = call.args;
  const formatted = first && formattedPieces(call, context);
  if (formatted) return found(context, formatted);
  for (const arg of call.args) {
    if (arg.kind === 'dict' || arg.kind === 'list' || arg.kind === 'named' || arg.kind === 'entry')
      continue;
    const result = found(context, piecesOf(arg) ?? [{ kind: 'value', code: arg, spec: '' }]);
    if (result) return result;
  }
  return undefined;
}

/** The values of a format, each with how it is written. */
function formattedPieces(call: Call, { language }: RuleContext): readonly Piece[] | undefined {
  const at = call.args.findIndex(({ kind }) => kind === 'text');
  const text = call.args[at];
  if (
    text?.kind !== 'text' ||
    call.args.length <= at + 1 ||
    text.parts.some((part) => typeof part !== 'string')
  )
    return undefined;
  const words = plainText(text) ?? '';
  // C# and PHP name their holes: they are fields.
  if (language === 'csharp' || language === 'php') return [];
  const holes = words.match(/%[-+ #0-9.]*[a-zA-Z]|\{[^{}]*\}/g) ?? [];
  return call.args
    .slice(at + 1)
    .filter(({ kind }) => kind !== 'named' && kind !== 'dict')
    .map((code, i) => ({ kind: 'value', code, spec: holes[i] ?? '' }));
}

const QUOTED = /^%[-+#\d.]*[qrdxXfegj]$|^\{[^{}]*(?:\?|!r|:d|:x)\}$/;

function found(context: RuleContext, pieces: readonly Piece[]): Written | undefined {
  const { view } = context;
  for (const piece of pieces) {
    if (piece.kind === 'words' || QUOTED.test(piece.spec) || isQuotedInPlace(view, piece.code))
      continue;
    if (piece.code.kind === 'name' && /^(?:e|err|error|ex|exc)$/.test(piece.code.name)) continue;
    if (piece.code.kind === 'dict' || piece.code.kind === 'list') continue;
    if (piece.code.kind === 'call' && isField(piece.code)) continue;
    const origin = outsideOf(context).textIn(piece.code);
    if (origin?.kind !== 'request') continue;
    if (
      /(?:^|\.)(?:url|path|method|status|ip|host|hostname|RemoteAddr)$/i.test(
        lastWord(piece.code),
      ) &&
      piece.code.kind !== 'name'
    )
      continue;
    if (/REMOTE_ADDR|RemoteAddr|^event\.data/.test(view.flat(piece.code))) continue;
    return { code: piece.code, origin };
  }
  return undefined;
}

/** `zap.String("user", user)`, and text in which line ends are written out. */
function isField(call: Call): boolean {
  if (/^(?:zap|slog|zerolog|attribute)\.\w+$/.test(calleeOf(call))) return true;
  return (
    methodOf(call) === 'encode' && call.args.some((arg) => /escape/.test(plainText(arg) ?? ''))
  );
}

/** Python's `{user!r}`. */
function isQuotedInPlace(view: RuleContext['view'], code: Code): boolean {
  return (
    /^\s*(?:![ra]|:[dx]|=?\})?/.exec(view.text.slice(code.end, code.end + 4))?.[0].includes('!') ??
    false
  );
}

/** `LOG(INFO) << user`. */
function* streamed(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('binary')) {
    if (one.operator !== '<<' || view.parentOf(one)?.kind === 'binary') continue;
    let left: Code = one;
    const values: Code[] = [];
    while (left.kind === 'binary' && left.operator === '<<') {
      values.push(left.right);
      left = left.left;
    }
    // `LOG(INFO) << …`, Drogon's `LOG_WARN << …`.
    const name = left.kind === 'call' ? calleeOf(left) : lastWord(left);
    const isLog =
      /^(?:D?P?LOG(?:_\w+)?|VLOG|BOOST_LOG_\w+|q(?:Debug|Info|Warning|Critical)|std\.clog|clog)$/.test(
        name,
      );
    const written = isLog
      ? found(
          context,
          values.toReversed().map((code) => ({ kind: 'value', code, spec: '' })),
        )
      : undefined;
    if (written)
      yield { at: one, about: { what: outsideWordsAtEnd(view, written.code, written.origin) } };
  }
}
