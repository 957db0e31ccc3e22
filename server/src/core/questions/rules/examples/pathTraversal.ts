import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** More calls that take a path, each with a look at it before. */
export const pathTraversalExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: "app.post('/x', async (req, res) => {\n  const v = req.body.v;\nawait import(`./plugins/${v}.js`); ⟵\n});",
    quiet:
      "app.post('/x', async (req, res) => {\n  const v = req.body.v;\n  if (!ALLOWED.has(v)) return;\nawait import(`./plugins/${v}.js`);\n});",
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'app.post(\'/x\', async (req, res) => {\n  const v = req.body.v;\nconst f = await open(v, "r"); ⟵\n});',
    quiet:
      'app.post(\'/x\', async (req, res) => {\n  const v = req.body.v;\n  if (!ALLOWED.has(v)) return;\nconst f = await open(v, "r");\n});',
  },
  {
    languages: ['python'],
    asks: '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    with zipfile.ZipFile(v) as z: ⟵',
    quiet:
      '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    if v not in ALLOWED:\n        abort(400)\n    with zipfile.ZipFile(v) as z:',
  },
  {
    languages: ['python'],
    asks: '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    return pd.read_csv(f"data/{v}.csv") ⟵',
    quiet:
      '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    if v not in ALLOWED:\n        abort(400)\n    return pd.read_csv(f"data/{v}.csv")',
  },
  {
    languages: ['python'],
    asks: '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    return np.load(v) ⟵',
    quiet:
      '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    if v not in ALLOWED:\n        abort(400)\n    return np.load(v)',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\ttmpl, err := template.ParseFiles("t/" + v) ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\ttmpl, err := template.ParseFiles("t/" + v)\n}',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tm, err := filepath.Glob(v) ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\tm, err := filepath.Glob(v)\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    let f = OpenOptions::new().write(true).open(&v)?; ⟵\n}',
    quiet:
      'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    if !ALLOWED.contains(&v.as_str()) {\n        return Err(E);\n    }\n    let f = OpenOptions::new().write(true).open(&v)?;\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    Files.write(Path.of(v), data); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    Files.write(Path.of(v), data);\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    upload.transferTo(Path.of(ROOT, v)); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    upload.transferTo(Path.of(ROOT, v));\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    return new PhysicalFileResult(Path.Combine(root, v), "x"); ⟵\n  }\n}',
    quiet:
      'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    if (!Allowed.Contains(v)) return BadRequest();\n    return new PhysicalFileResult(Path.Combine(root, v), "x");\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  std::filesystem::copy(v, "x"); ⟵\n}',
    quiet:
      'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  if (allowed.count(v) == 0) return;\n  std::filesystem::copy(v, "x");\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  for (auto& e : std::filesystem::directory_iterator(v)) use(e); ⟵\n}',
    quiet:
      'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  if (allowed.count(v) == 0) return;\n  for (auto& e : std::filesystem::directory_iterator(v)) use(e);\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    Pathname.new(ROOT).join(v).read ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    Pathname.new(ROOT).join(v).read\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    render file: v ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    render file: v\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    CSV.read(v) ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    CSV.read(v)\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    YAML.load_file("d/#{v}") ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    YAML.load_file("d/#{v}")\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    File.new(v) ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    File.new(v)\n  end\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    return response()->file(storage_path($v)); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    return response()->file(storage_path($v));\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    Storage::get($v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    Storage::get($v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    Storage::disk('local')->delete($v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    Storage::disk('local')->delete($v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $request->file('f')->move(public_path('up'), $v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $request->file('f')->move(public_path('up'), $v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $request->file('f')->storeAs('up', $v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $request->file('f')->storeAs('up', $v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    new SplFileObject($v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    new SplFileObject($v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    File::get(base_path($v)); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    File::get(base_path($v));\n  }\n}",
  },
];
