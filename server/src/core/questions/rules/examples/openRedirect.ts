import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** More ways to send a reader on, each with a list of where to. */
export const openRedirectExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: "app.post('/x', async (req, res) => {\n  const v = req.body.v;\nres.location(v); ⟵\n});",
    quiet:
      "app.post('/x', async (req, res) => {\n  const v = req.body.v;\n  if (!ALLOWED.has(v)) return;\nres.location(v);\n});",
  },
  {
    languages: ['python'],
    asks: '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    raise web.HTTPFound(location=v) ⟵',
    quiet:
      '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    if v not in ALLOWED:\n        abort(400)\n    raise web.HTTPFound(location=v)',
  },
  {
    languages: ['python'],
    asks: '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    response.headers["Location"] = v ⟵',
    quiet:
      '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    if v not in ALLOWED:\n        abort(400)\n    response.headers["Location"] = v',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tw.Header().Add("Location", v) ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\tw.Header().Add("Location", v)\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    HttpResponse::Found().insert_header((LOCATION, v)).finish() ⟵\n}',
    quiet:
      'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    if !ALLOWED.contains(&v.as_str()) {\n        return Err(E);\n    }\n    HttpResponse::Found().insert_header((LOCATION, v)).finish()\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    Response::builder().status(302).header(header::LOCATION, &v).body(b) ⟵\n}',
    quiet:
      'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    if !ALLOWED.contains(&v.as_str()) {\n        return Err(E);\n    }\n    Response::builder().status(302).header(header::LOCATION, &v).body(b)\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    return ResponseEntity.status(302).location(URI.create(v)).build(); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    return ResponseEntity.status(302).location(URI.create(v)).build();\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    response.addHeader(HttpHeaders.LOCATION, v); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    response.addHeader(HttpHeaders.LOCATION, v);\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    headers.setLocation(URI.create(v)); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    headers.setLocation(URI.create(v));\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    return ResponseEntity.status(302).header(HttpHeaders.LOCATION, v).build(); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    return ResponseEntity.status(302).header(HttpHeaders.LOCATION, v).build();\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    RedirectView rv = new RedirectView();\n    rv.setUrl(v); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    RedirectView rv = new RedirectView();\n    rv.setUrl(v);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    Response.Headers["Location"] = v; ⟵\n  }\n}',
    quiet:
      'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    if (!Allowed.Contains(v)) return BadRequest();\n    Response.Headers["Location"] = v;\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    Response.Headers.Location = v; ⟵\n  }\n}',
    quiet:
      'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    if (!Allowed.Contains(v)) return BadRequest();\n    Response.Headers.Location = v;\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  res.set(http::field::location, v); ⟵\n}',
    quiet:
      'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  if (allowed.count(v) == 0) return;\n  res.set(http::field::location, v);\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  std::cout << "Location: " << v << "\\r\\n\\r\\n"; ⟵\n}',
    quiet:
      'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  if (allowed.count(v) == 0) return;\n  std::cout << "Location: " << v << "\\r\\n\\r\\n";\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    head :found, location: v ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    head :found, location: v\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    redirect_back_or_to v ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    redirect_back_or_to v\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    response.redirect(v) ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    response.redirect(v)\n  end\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    return response()->redirectTo($v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    return response()->redirectTo($v);\n  }\n}",
  },
];
