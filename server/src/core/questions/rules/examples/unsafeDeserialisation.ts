import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Readers that have been told what they may make, and more that have not. */
export const unsafeDeserialisationExamples: readonly Example[] = [
  {
    languages: ['java'],
    asks: 'class Themes {\n  Theme read(MultipartFile upload) throws IOException {\n    Yaml yaml = new Yaml();\n    return (Theme) yaml.load(upload.getInputStream()); ⟵\n  }\n  Object run(@RequestParam String rule) {\n    return new SpelExpressionParser().parseExpression(rule).getValue(); ⟵\n  }\n}',
    quiet:
      'class Themes {\n  Theme read(MultipartFile upload) throws IOException {\n    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));\n    return Theme.of(yaml.load(upload.getInputStream()));\n  }\n  Object run(@RequestParam String rule) {\n    return RULES.get(rule).getValue();\n  }\n}',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction read(string $cookie) {\n  return igbinary_unserialize(gzuncompress($cookie)); ⟵\n}',
    quiet:
      '<?php\nfunction read(string $cookie) {\n  return json_decode(gzuncompress($cookie), true);\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn run(State(app): State<App>, Json(body): Json<Run>) -> R {\n    let mut scope = Scope::new();\n    app.engine.eval_with_scope(&mut scope, &body.script) ⟵\n}',
    quiet:
      'async fn run(State(app): State<App>, Json(body): Json<Run>) -> R {\n    let mut scope = Scope::new();\n    let script = app.scripts.named(&body.script)?;\n    app.engine.eval_ast_with_scope(&mut scope, script)\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function page(req, res) {\n  res.send(ejs.render(req.body.template, { user: req.user })); ⟵\n}',
    quiet:
      'function page(req, res) {\n  res.send(ejs.render(TEMPLATE, { text: req.body.text }));\n}',
  },
  {
    languages: ['python'],
    asks: '@app.route("/page")\ndef page():\n    return Template(request.args["text"]).render() ⟵',
    quiet:
      '@app.route("/page")\ndef page():\n    return Template(PAGE).render(text=request.args["text"])',
  },
];
