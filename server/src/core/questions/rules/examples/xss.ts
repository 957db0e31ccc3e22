import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** More ways for text to get into a page, each with a list of what may be. */
export const xssExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'app.post(\'/x\', async (req, res) => {\n  const v = req.body.v;\nlet html = "<ul>";\n  html += `<li>${v}</li>`;\n  html += "</ul>";\n  res.send(html); ⟵\n});',
    quiet:
      'app.post(\'/x\', async (req, res) => {\n  const v = req.body.v;\n  if (!ALLOWED.has(v)) return;\nlet html = "<ul>";\n  html += `<li>${v}</li>`;\n  html += "</ul>";\n  res.send(html);\n});',
  },
  {
    languages: ['python'],
    asks: '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    html = "<ul>"\n    html += f"<li>{v}</li>"\n    html += "</ul>"\n    return html ⟵',
    quiet:
      '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    if v not in ALLOWED:\n        abort(400)\n    html = "<ul>"\n    html += f"<li>{v}</li>"\n    html += "</ul>"\n    return html',
  },
  {
    languages: ['python'],
    asks: '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    return "<p>" + v + "</p>", 200 ⟵',
    quiet:
      '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    if v not in ALLOWED:\n        abort(400)\n    return "<p>" + v + "</p>", 200',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tvar b strings.Builder\n\tb.WriteString("<ul><li>")\n\tb.WriteString(v)\n\tb.WriteString("</li></ul>")\n\tw.Write([]byte(b.String())) ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\tvar b strings.Builder\n\tb.WriteString("<ul><li>")\n\tb.WriteString(v)\n\tb.WriteString("</li></ul>")\n\tw.Write([]byte(b.String()))\n}',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tc.Writer.WriteString("<p>" + v + "</p>") ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\tc.Writer.WriteString("<p>" + v + "</p>")\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    warp::reply::html(format!("<p>{}</p>", v)) ⟵\n}',
    quiet:
      'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    if !ALLOWED.contains(&v.as_str()) {\n        return Err(E);\n    }\n    warp::reply::html(format!("<p>{}</p>", v))\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    let mut s = String::from("<p>");\n    s.push_str(&v);\n    s.push_str("</p>");\n    Html(s) ⟵\n}',
    quiet:
      'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    if !ALLOWED.contains(&v.as_str()) {\n        return Err(E);\n    }\n    let mut s = String::from("<p>");\n    s.push_str(&v);\n    s.push_str("</p>");\n    Html(s)\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  String h(@RequestParam String v, HttpServletResponse res) throws Exception {\n    StringBuilder sb = new StringBuilder();\n    sb.append("<p>").append(v).append("</p>");\n    return sb.toString(); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  String h(@RequestParam String v, HttpServletResponse res) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    StringBuilder sb = new StringBuilder();\n    sb.append("<p>").append(v).append("</p>");\n    return sb.toString();\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  String h(@RequestParam String v, HttpServletResponse res) throws Exception {\n    String html = "<p>" + v + "</p>";\n    return html; ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  String h(@RequestParam String v, HttpServletResponse res) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    String html = "<p>" + v + "</p>";\n    return html;\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    return Results.Content($"<p>{v}</p>", "text/html"); ⟵\n  }\n}',
    quiet:
      'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    if (!Allowed.Contains(v)) return BadRequest();\n    return Results.Content($"<p>{v}</p>", "text/html");\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    builder.InnerHtml.AppendHtml(v); ⟵\n  }\n}',
    quiet:
      'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    if (!Allowed.Contains(v)) return BadRequest();\n    builder.InnerHtml.AppendHtml(v);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    output.Content.SetHtmlContent($"<b>{v}</b>"); ⟵\n  }\n}',
    quiet:
      'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    if (!Allowed.Contains(v)) return BadRequest();\n    output.Content.SetHtmlContent($"<b>{v}</b>");\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    return new ContentResult { Content = $"<p>{v}</p>", ContentType = "text/html" }; ⟵\n  }\n}',
    quiet:
      'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    if (!Allowed.Contains(v)) return BadRequest();\n    return new ContentResult { Content = $"<p>{v}</p>", ContentType = "text/html" };\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  std::cout << "<p>" << v << "</p>"; ⟵\n}',
    quiet:
      'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  if (allowed.count(v) == 0) return;\n  std::cout << "<p>" << v << "</p>";\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  std::string s = "<p>";\n  s += v;\n  s += "</p>";\n  res.set_content(s, "text/html"); ⟵\n}',
    quiet:
      'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  if (allowed.count(v) == 0) return;\n  std::string s = "<p>";\n  s += v;\n  s += "</p>";\n  res.set_content(s, "text/html");\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    render body: "<p>#{v}</p>", content_type: "text/html" ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    render body: "<p>#{v}</p>", content_type: "text/html"\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    s = "<ul>"\n    s << "<li>#{v}</li>"\n    s.html_safe ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    s = "<ul>"\n    s << "<li>#{v}</li>"\n    s.html_safe\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    simple_format(v, {}, sanitize: false) ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    simple_format(v, {}, sanitize: false)\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    ActiveSupport::SafeBuffer.new(v) ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    ActiveSupport::SafeBuffer.new(v)\n  end\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $html = '<ul>';\n    $html .= \"<li>$v</li>\";\n    $html .= '</ul>';\n    return response($html); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $html = '<ul>';\n    $html .= \"<li>$v</li>\";\n    $html .= '</ul>';\n    return response($html);\n  }\n}",
  },
];
