import type { Call, Code } from '../../code/code.ts';
import { calleeOf, methodOf, plainText } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { entryNameIn, isUnpacking } from '../facts/archiveNames.ts';
import { isChecked } from '../facts/checked.ts';
import { isPathJoin, pathsOf } from '../facts/fileCalls.ts';
import { originKey, outsideOf } from '../facts/outside.ts';
import { wordOf } from '../facts/ownValue.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { variablesOf } from '../facts/variables.ts';
import { ECMASCRIPT } from '../languageId.ts';
import { pathTraversalExamples } from './examples/pathTraversal.ts';
import { pathTraversalSourcesExamples } from './examples/pathTraversalSources.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

/** A path is made of what somebody outside sends. */
export const pathTraversal: Rule = {
  id: 'path-traversal',
  row: 27,
  title: 'A path that somebody outside can choose',
  severity: 'normal',
  concern: 'security',
  weight: 5,
  cwe: [22, 23, 36, 73],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    const calls = view.all('call');
    const asked = new Set<string>();
    for (const call of calls) {
      for (const path of pathsOf(call, language)) {
        const origin = outsideOf(context).textIn(path);
        if (origin?.kind !== 'request' || asked.has(originKey(view, origin, path))) continue;
        if (SAVED.test(view.flat(path)) || isChecked(view, path, origin)) continue;
        asked.add(originKey(view, origin, path));
        const what = outsideWordsAtEnd(view, path, origin);
        yield { at: callPlace(view, call), about: { what, kind: 'path' }, severity: 'high' };
      }
    }
    if (calls.some((call) => methodOf(call) === 'extractall') && language === 'python') {
      yield* extractedTars(context, calls);
    }
    yield* entriesOfArchives(context, calls);
    yield* namesUnderAFolder(context, calls);
  },
  ask: ({ what, line, kind }) =>
    kind === 'archive'
      ? `Line ${line} writes where ${what} says. Is a name with \`../\` in the archive refused?`
      : `Line ${line} uses ${what} as a path. Is a name with \`../\`, or one that begins with \`/\`, refused before?`,
  obligations: ['text', 'error'],
  page: {
    why: 'A name such as `../../etc/passwd` leaves the folder that was meant. Joining it to a folder does not hold it there, and an archive can hold such names too.',
    instead:
      'Make the whole path absolute, then look whether it still begins with the folder; or take only the last part of the name; or look the name up in a list.',
    sources: ['CWE-22', 'CodeRabbit 2025: security findings 1.6 x in AI code'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function show(req, res) {\n  const file = path.join(ROOT, req.params.name);\n  res.sendFile(file); ⟵\n  fs.unlinkSync(`uploads/${req.body.old}`); ⟵\n}\nasync function unzip(zip, dest) {\n  for (const entry of zip.getEntries()) {\n    fs.writeFileSync(path.join(dest, entry.entryName), entry.getData()); ⟵\n  }\n}',
      quiet:
        "function show(req, res) {\n  const file = path.resolve(ROOT, req.params.name);\n  if (!file.startsWith(ROOT + path.sep)) return res.status(400).end();\n  res.sendFile(file);\n  fs.unlinkSync(path.join(ROOT, path.basename(req.body.old)));\n  fs.writeFileSync('last.json', JSON.stringify(req.body));\n}\nasync function unzip(zip, dest) {\n  for (const entry of zip.getEntries()) {\n    const to = path.resolve(dest, entry.entryName);\n    if (!to.startsWith(dest)) throw new Error('outside');\n    fs.writeFileSync(to, entry.getData());\n  }\n}",
    },
    {
      languages: ['python'],
      asks: '@app.route("/files/<name>")\ndef show(name):\n    with open(os.path.join(ROOT, name)) as f: ⟵\n        return f.read()\n\ndef load():\n    return send_file("files/" + request.args["f"]) ⟵\n\ndef unpack(path, dest):\n    with tarfile.open(path) as tar:\n        tar.extractall(dest) ⟵\n',
      quiet:
        '@app.route("/files/<name>")\ndef show(name):\n    path = os.path.realpath(os.path.join(ROOT, name))\n    if not path.startswith(ROOT):\n        abort(400)\n    with open(path) as f:\n        return f.read()\n\ndef load():\n    return send_file("files/" + secure_filename(request.args["f"]))\n\ndef unpack(path, dest):\n    with tarfile.open(path) as tar:\n        tar.extractall(dest, filter="data")\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc show(w http.ResponseWriter, r *http.Request) {\n\tname := r.URL.Query().Get("f")\n\tb, err := os.ReadFile(filepath.Join(root, name)) ⟵\n\tw.Write(b)\n}\n\nfunc unzip(zr *zip.Reader, dest string) error {\n\tfor _, f := range zr.File {\n\t\tout := filepath.Join(dest, f.Name) ⟵\n\t\tsave(out, f)\n\t}\n\treturn nil\n}',
      quiet:
        'package a\n\nfunc show(w http.ResponseWriter, r *http.Request) {\n\tname := filepath.Base(r.URL.Query().Get("f"))\n\tb, err := os.ReadFile(filepath.Join(root, name))\n\tw.Write(b)\n}\n\nfunc unzip(zr *zip.Reader, dest string) error {\n\tfor _, f := range zr.File {\n\t\tout := filepath.Join(dest, f.Name)\n\t\tif !strings.HasPrefix(out, dest) {\n\t\t\treturn errBad\n\t\t}\n\t\tsave(out, f)\n\t}\n\treturn nil\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn show(Path(name): Path<String>) -> Vec<u8> {\n    let path = format!("files/{}", name);\n    std::fs::read(path).unwrap() ⟵\n}',
      quiet:
        'async fn show(Path(name): Path<String>) -> Vec<u8> {\n    let path = Path::new(ROOT).join(&name).canonicalize().unwrap();\n    if !path.starts_with(ROOT) {\n        return vec![];\n    }\n    std::fs::read(path).unwrap()\n}',
    },
    {
      languages: ['java'],
      asks: 'class Files1 {\n  byte[] show(@RequestParam String name) throws IOException {\n    File file = new File(ROOT, name); ⟵\n    return Files.readAllBytes(file.toPath());\n  }\n  void unzip(ZipInputStream zip, File dest) throws IOException {\n    ZipEntry entry = zip.getNextEntry();\n    File out = new File(dest, entry.getName()); ⟵\n  }\n}',
      quiet:
        'class Files1 {\n  byte[] show(@RequestParam String name) throws IOException {\n    Path file = ROOT.resolve(name).normalize();\n    if (!file.startsWith(ROOT)) throw new IOException("outside");\n    return Files.readAllBytes(file);\n  }\n  void unzip(ZipInputStream zip, File dest) throws IOException {\n    ZipEntry entry = zip.getNextEntry();\n    File out = new File(dest, entry.getName());\n    if (!out.getCanonicalPath().startsWith(dest.getCanonicalPath())) throw new IOException("outside");\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class FilesController : Controller {\n  public IActionResult Show(string name) {\n    var path = Path.Combine(root, name);\n    return PhysicalFile(path, "text/plain"); ⟵\n  }\n  void Unzip(ZipArchive zip, string dest) {\n    foreach (var entry in zip.Entries) {\n      entry.ExtractToFile(Path.Combine(dest, entry.FullName)); ⟵\n    }\n  }\n}',
      quiet:
        'class FilesController : Controller {\n  public IActionResult Show(string name) {\n    var path = Path.Combine(root, Path.GetFileName(name));\n    return PhysicalFile(path, "text/plain");\n  }\n  void Unzip(ZipArchive zip, string dest) {\n    foreach (var entry in zip.Entries) {\n      var to = Path.GetFullPath(Path.Combine(dest, entry.FullName));\n      if (!to.StartsWith(dest)) throw new IOException("outside");\n      entry.ExtractToFile(to);\n    }\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'void show(const Request& req, Response& res) {\n  std::string name = req.get_param_value("name");\n  std::ifstream in("files/" + name); ⟵\n}',
      quiet:
        'void show(const Request& req, Response& res) {\n  std::string name = req.get_param_value("name");\n  if (!isSafeName(name)) return;\n  std::ifstream in("files/" + name);\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def show\n  path = Rails.root.join("files", params[:name])\n  send_file path ⟵\n  File.read("files/#{params[:old]}") ⟵\nend',
      quiet:
        'def show\n  path = File.expand_path(params[:name], ROOT)\n  raise "outside" unless path.start_with?(ROOT)\n  send_file path\n  File.read(File.join("files", File.basename(params[:old])))\nend',
    },
    {
      languages: ['php'],
      asks: "<?php\nfunction show() {\n  $name = $_GET['f'];\n  readfile('files/' . $name); ⟵\n  include $_GET['page'] . '.php'; ⟵\n  move_uploaded_file($_FILES['a']['tmp_name'], 'up/' . $_FILES['a']['name']); ⟵\n}",
      quiet:
        "<?php\nfunction show() {\n  $name = basename($_GET['f']);\n  readfile('files/' . $name);\n  $page = $_GET['page'];\n  if (!in_array($page, ['home', 'about'], true)) exit;\n  include $page . '.php';\n  move_uploaded_file($_FILES['a']['tmp_name'], 'up/' . bin2hex(random_bytes(8)));\n}",
    },
    ...pathTraversalExamples,
    ...pathTraversalSourcesExamples,
  ],
};

/** Where the server itself has put what was sent. */
const SAVED =
  /tmp_name|\bfiles?\.path\b|\bfiles?\.buffer\b|TempFile|tempfile|Request\.Body|InputStream\b|request\.body\b/;

/** `tar.extractall()` without a filter writes wherever the names say. */
function* extractedTars({ view }: RuleContext, calls: readonly Call[]): Iterable<Trigger> {
  for (const call of calls) {
    const { callee, args } = call;
    if (methodOf(call) !== 'extractall' || callee.kind !== 'member') continue;
    const isFiltered = args.some(
      (arg) => arg.kind === 'named' && /^(?:filter|members)$/.test(arg.name),
    );
    const { object } = callee;
    const isOpened = object.kind === 'call' && /tarfile/.test(calleeOf(object));
    const name = object.kind === 'name' ? object.name : '';
    const values = variablesOf(view).get(name)?.values ?? [];
    const isTar =
      isOpened ||
      /tar/i.test(name) ||
      values.some((value) => value.kind === 'call' && /tarfile/.test(calleeOf(value)));
    if (isTar && !isFiltered)
      yield { at: callPlace(view, call), about: { what: quoted(view, object), kind: 'archive' } };
  }
}

/** A folder and the name that an entry of an archive has. */
function* entriesOfArchives(
  { view, language }: RuleContext,
  calls: readonly Call[],
): Iterable<Trigger> {
  const [whole] = view.all('function');
  if (!whole || !isUnpacking(view, view.textOf(whole))) return;
  const asked = new Set<string>();
  for (const call of calls) {
    const paths = isPathJoin(call) ? call.args : pathsOf(call, language);
    for (const path of paths) {
      const name = entryNameIn(view, path);
      if (!name || asked.has(view.flat(name))) continue;
      asked.add(view.flat(name));
      const target = targetOf(view, call);
      if (target?.kind === 'name') asked.add(target.name);
      if (!isCheckedSomewhere(view, call, name))
        yield { at: callPlace(view, call), about: { what: quoted(view, name), kind: 'archive' } };
    }
  }
}

/** The path is made first, and looked at before it is used. */
function isCheckedSomewhere(view: RuleContext['view'], call: Call, name: Code): boolean {
  if (isChecked(view, name, undefined)) return true;
  const target = targetOf(view, call);
  const last = view.after(call).at(-1);
  return (
    target?.kind === 'name' &&
    last !== undefined &&
    isChecked(view, { ...target, start: last.end, end: last.end }, undefined)
  );
}

/** The variable that a statement sets. */
function targetOf(view: RuleContext['view'], call: Call): Code | undefined {
  const statement = view.statementOf(call);
  const inner = statement.kind === 'expression' ? statement.value : statement;
  return inner.kind === 'declare' || inner.kind === 'assign' ? inner.target : undefined;
}

const FILE_NAME =
  /^(?:user_?)?(?:file_?name|fname|file_?path|rel(?:ative)?_?path|user_?path|requested_?(?:file|path)|document_?name|image_?name|template_?name|report_?name|attachment_?name)$/i;

/** A fixed folder and a parameter that is called a file's name, without a look at it. */
function* namesUnderAFolder(context: RuleContext, calls: readonly Call[]): Iterable<Trigger> {
  const { view, language } = context;
  const variables = variablesOf(view);
  const joined = new Map<string, Code>();
  const nameIn = (path: Code): Code | undefined => {
    if (path.kind === 'call' && isPathJoin(path))
      return fileNameUnder(
        view,
        path.callee.kind === 'member' && path.args.length === 1
          ? [path.callee.object, ...path.args]
          : path.args,
        variables,
      );
    if (
      path.kind === 'binary' &&
      (path.operator === '+' || path.operator === '/' || path.operator === '.')
    )
      return fileNameUnder(view, [path.left, path.right], variables);
    return path.kind === 'name' ? joined.get(path.name) : undefined;
  };
  for (const { target, value } of view.all('declare', 'assign')) {
    const found = value && nameIn(value);
    if (found && target.kind === 'name') joined.set(target.name, found);
  }
  for (const call of calls) {
    for (const path of pathsOf(call, language)) {
      const found = nameIn(path);
      if (!found || outsideOf(context).valueIn(path) || isChecked(view, path, undefined)) continue;
      yield { at: callPlace(view, call), about: { what: quoted(view, found), kind: 'path' } };
    }
  }
}

function fileNameUnder(
  view: RuleContext['view'],
  parts: readonly Code[],
  variables: ReturnType<typeof variablesOf>,
): Code | undefined {
  const [folder] = parts;
  const name = parts.at(-1);
  if (!folder || name?.kind !== 'name' || !FILE_NAME.test(name.name)) return undefined;
  if (variables.get(name.name)?.isParam !== true) return undefined;
  // `Path::new(DIR)`, `DIR + "/"`.
  const [inner] = folder.kind === 'call' && folder.args.length === 1 ? folder.args : [folder];
  const words = view.flat(inner ?? folder).replace(/\s*[+./]\s*["']\/["']$/, '');
  const owner = inner?.kind === 'member' ? wordOf(inner.object) : '';
  const isField =
    /^(?:this|self|s|h|config|settings|cfg|app)$/.test(owner) ||
    (inner?.kind === 'name' && !variables.has(inner.name));
  const isFixed =
    /^[A-Z][A-Z\d_]{2,}$|__dirname|(?:UPLOAD|ROOT|DIR|BASE|STATIC|MEDIA)\w*\/?['"]?$/.test(words) ||
    (plainText(folder)?.endsWith('/') ?? false) ||
    (isField && /(?:dir|folder|root|path|base|directory)$/i.test(words)) ||
    /(?:upload|root|base|static|media|storage|public)\w*(?:dir|folder|path|root)$/i.test(words);
  return isFixed ? name : undefined;
}
