import type { Call, Code } from '../../code/code.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { isChecked } from '../facts/checked.ts';
import { outsideOf } from '../facts/outside.ts';
import { openValueIn } from '../facts/openValue.ts';
import { aboutOpen } from '../facts/outsideWords.ts';
import { programOf, shellTexts } from '../facts/shellCalls.ts';
import { variablesOf } from '../facts/variables.ts';
import { ECMASCRIPT, isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';

/** What makes a value one word of a command. */
const HARMLESS =
  /escape|quote|shellwords|list2cmdline|secure_filename|mktemp|tempnam|Tempfile|shlex/i;

/** A shell is given text with values in it. */
export const commandInjection: Rule = {
  id: 'command-injection',
  row: 26,
  title: 'A value in the text of a command',
  severity: 'normal',
  concern: 'security',
  weight: 5,
  cwe: [78, 77, 88],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const call of view.all('call')) {
      // One that the file has itself opens something else.
      const isOwn =
        language === 'ruby' &&
        call.callee.kind === 'name' &&
        0 < context.outline.functionsNamed(call.callee.name).length;
      if (isOwn) continue;
      for (const text of [...shellTexts(call, language), ...promisedTexts(context, call)]) {
        const open = openValueIn(context, text, HARMLESS);
        if (!open) continue;
        yield { at: callPlace(view, call), ...aboutOpen(view, open) };
        break;
      }
    }
    for (const call of view.all('call')) {
      // Which program is started is another's choice.
      const program = startedBy(context, programOf(call, language));
      const origin =
        program &&
        outsideOf(context).textIn(
          program.kind === 'list' ? (program.items[0] ?? program) : program,
        );
      if (!program || origin?.kind !== 'request' || isChecked(view, program, origin)) continue;
      yield { at: callPlace(view, call), ...aboutOpen(view, { code: program, origin }) };
    }
    if (language === 'csharp') yield* argumentsOfShells(context);
  },
  ask: ({ what, line }) =>
    `Line ${line} runs a command with ${what} in it. Can anybody outside choose what it holds?`,
  obligations: ['text', 'error'],
  page: {
    why: 'A shell reads the whole text: a `;`, a `|` or a `$(…)` in the value starts another command, with all the rights of this program.',
    instead:
      'Start the program itself, with its arguments in a list and no shell. Where the value is a file or a host, look whether it is one of those that may be.',
    sources: ['CWE-78', 'CodeRabbit 2025: security findings 1.6 x in AI code'],
  },
  examples: [
    {
      languages: ['ruby'],
      asks: 'def show(name)\n  text = open(name).read ⟵\n  text << IO.read(name) ⟵\n  text << URI.open("| #{name}").read ⟵\nend',
      quiet:
        'def show(name)\n  text = File.open(name).read\n  text << File.read(name)\n  text << open("data/#{name}").read\n  text << URI.open("https://#{name}").read\nend',
    },
    {
      languages: [...ECMASCRIPT],
      asks: "import { exec, spawn, execSync } from 'node:child_process';\nfunction ping(req, res) {\n  exec(`ping -c 1 ${req.query.host}`, done); ⟵\n  execSync('convert ' + req.body.name + ' out.png'); ⟵\n  spawn('tar -xf ' + req.body.file, { shell: true }); ⟵\n  spawn('sh', ['-c', `ls ${req.query.dir}`]); ⟵\n}",
      quiet:
        "import { exec, execFile } from 'node:child_process';\nconst WORD = /(\\w+)/g;\nfunction ping(req, res) {\n  execFile('ping', ['-c', '1', req.query.host], done);\n  exec('git rev-parse HEAD', done);\n  const match = WORD.exec(req.query.host);\n  const mode = req.query.all ? '--all' : '';\n  exec(`git log ${mode}`);\n}",
    },
    {
      languages: ['python'],
      asks: 'def ping(request):\n    host = request.args["host"]\n    os.system("ping " + host) ⟵\n    subprocess.run(f"ping {host}", shell=True) ⟵\n    cmd = "ls %s" % host\n    subprocess.check_output(cmd, shell=True) ⟵\n    subprocess.Popen(["sh", "-c", f"ls {host}"]) ⟵',
      quiet:
        'def ping(request):\n    host = request.args["host"]\n    subprocess.run(["ping", host], check=True)\n    os.system("ls -l")\n    subprocess.run("ping " + shlex.quote(host), shell=True)',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc ping(w http.ResponseWriter, r *http.Request) {\n\thost := r.FormValue("host")\n\texec.Command("sh", "-c", "ping "+host).Run() ⟵\n\texec.CommandContext(ctx, "bash", "-c", fmt.Sprintf("ping %s", host)).Run() ⟵\n}',
      quiet:
        'package a\n\nfunc ping(w http.ResponseWriter, r *http.Request) {\n\thost := r.FormValue("host")\n\texec.Command("ping", "-c", "1", host).Run()\n\texec.Command("sh", "-c", "uptime").Run()\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn ping(Query(q): Query<Ping>) -> Vec<u8> {\n    Command::new("sh").arg("-c").arg(format!("ping {}", q.host)).output().unwrap().stdout ⟵\n}',
      quiet:
        'async fn ping(Query(q): Query<Ping>) -> Vec<u8> {\n    Command::new("sh").arg("-c").arg("uptime").output().unwrap();\n    Command::new("ping").arg("-c").arg(&q.host).output().unwrap().stdout\n}',
    },
    {
      languages: ['java'],
      asks: 'class Ping {\n  void ping(HttpServletRequest req) throws IOException {\n    String host = req.getParameter("host");\n    Runtime.getRuntime().exec("ping " + host); ⟵\n    new ProcessBuilder("sh", "-c", "ping " + host).start(); ⟵\n  }\n}',
      quiet:
        'class Ping {\n  void ping(HttpServletRequest req) throws IOException {\n    String host = req.getParameter("host");\n    Runtime.getRuntime().exec("uptime");\n    new ProcessBuilder("ping", "-c", "1", host).start();\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class Ping : Controller {\n  public void Run(string host) {\n    Process.Start("cmd.exe", "/c ping " + host); ⟵\n    var info = new ProcessStartInfo("bash", $"-c \\"ping {host}\\""); ⟵\n    var more = new ProcessStartInfo { FileName = "cmd.exe", Arguments = $"/c ping {host}" }; ⟵\n  }\n}',
      quiet:
        'class Ping : Controller {\n  public void Run(string host) {\n    Process.Start("cmd.exe", "/c uptime");\n    var info = new ProcessStartInfo("ping");\n    info.ArgumentList.Add(host);\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'int main(int argc, char** argv) {\n  std::string cmd = std::string("ping ") + argv[1];\n  system(cmd.c_str()); ⟵\n  char buf[100];\n  snprintf(buf, sizeof(buf), "ls %s", argv[1]);\n  FILE* f = popen(buf, "r"); ⟵\n}',
      quiet:
        'int main(int argc, char** argv) {\n  system("uptime");\n  FILE* f = popen("ls -l", "r");\n  execlp("ping", "ping", argv[1], nullptr);\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def ping\n  host = params[:host]\n  system("ping #{host}") ⟵\n  `ping #{host}` ⟵\n  out = Open3.capture3("ping " + host) ⟵\n  IO.popen("ls #{params[:dir]}") ⟵\nend',
      quiet:
        'def ping\n  host = params[:host]\n  system("ping", "-c", "1", host)\n  `uptime`\n  out = Open3.capture3("ping", host)\n  system("ping #{Shellwords.escape(host)}")\nend',
    },
    {
      languages: ['php'],
      asks: "<?php\nfunction ping() {\n  $host = $_GET['host'];\n  system(\"ping $host\"); ⟵\n  $out = shell_exec('ping ' . $host); ⟵\n  $more = `ls $host`; ⟵\n  exec($_POST['cmd'], $lines); ⟵\n}",
      quiet:
        '<?php\nfunction ping() {\n  $host = $_GET[\'host\'];\n  system("ping " . escapeshellarg($host));\n  $out = shell_exec(\'uptime\');\n  $safe = escapeshellarg($host);\n  exec("ping $safe", $lines);\n  curl_exec($ch);\n}',
    },
    {
      languages: [...ECMASCRIPT],
      asks: "const run = promisify(exec);\nasync function poster(req) {\n  await run(['ffmpeg', '-ss', req.body.at].join(' ')); ⟵\n}",
      quiet:
        "const run = promisify(execFile);\nasync function poster(req) {\n  await run('ffmpeg', ['-ss', req.body.at]);\n}",
    },
    {
      languages: ['csharp'],
      asks: 'public class A : Controller {\n  public void Run(string name) {\n    var info = new ProcessStartInfo { FileName = name }; ⟵\n    Process.Start(info);\n  }\n}',
      quiet:
        'public class A : Controller {\n  public void Run(string name) {\n    var info = new ProcessStartInfo { FileName = "ping", ArgumentList = { name } };\n    Process.Start(info);\n  }\n}',
    },
  ],
};

const SHELL = /(?:^|[/\\])(?:cmd|bash|sh|powershell|pwsh)(?:\.exe)?$/i;

/** `new ProcessStartInfo { FileName = "cmd.exe", Arguments = … }`, and the same field by field. */
function* argumentsOfShells(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const dict of view.all('dict')) {
    const shell = valueOf(dict.entries, 'FileName');
    const given = valueOf(dict.entries, 'Arguments');
    if (!given || !SHELL.test(plainText(shell) ?? '')) continue;
    const open = openValueIn(context, given, HARMLESS);
    if (open) yield { at: given, ...aboutOpen(view, open) };
  }
  const shells = new Set<string>();
  for (const { target, value } of view.all('assign')) {
    if (target.kind !== 'member' || !value) continue;
    const owner = lastWord(target.object);
    if (target.name === 'FileName' && SHELL.test(plainText(value) ?? '')) shells.add(owner);
    if (target.name !== 'Arguments' || !shells.has(owner)) continue;
    const open = openValueIn(context, value, HARMLESS);
    if (open) yield { at: value, ...aboutOpen(view, open) };
  }
}

function valueOf(entries: readonly Code[], name: string): Code | undefined {
  for (const entry of entries) {
    if (entry.kind === 'entry' && lastWord(entry.key) === name) return entry.value;
  }
  return undefined;
}

/** `const run = promisify(exec)`: `run(text)` is a shell's. */
function promisedTexts(
  { view, outline, language }: RuleContext,
  { callee, args }: Call,
): readonly Code[] {
  const [first] = args;
  if (!first || callee.kind !== 'name' || !isEcmascript(language)) return [];
  const isShell = [...outline.variables, ...view.all('declare')].some((one) => {
    if (one.kind !== 'declare' || lastWord(one.target) !== callee.name) return false;
    const { value } = one;
    const [given] = value?.kind === 'call' ? value.args : [];
    const isPromised = value?.kind === 'call' && methodOf(value) === 'promisify';
    return isPromised && given !== undefined && lastWord(given) === 'exec';
  });
  return isShell ? [first] : [];
}

/** C#'s `new ProcessStartInfo { FileName = program }`, which is asked about where it is made. */
function startedBy({ view }: RuleContext, program: Code | undefined): Code | undefined {
  if (program?.kind === 'dict') {
    for (const entry of program.entries) {
      if (entry.kind === 'entry' && lastWord(entry.key) === 'FileName') return entry.value;
    }
    return undefined;
  }
  const values = program?.kind === 'name' ? variablesOf(view).get(program.name)?.values : undefined;
  const isMade = values?.some(
    (value) => value.kind === 'call' && methodOf(value) === 'ProcessStartInfo',
  );
  return isMade ? undefined : program;
}
