import type { Call, Code } from '../../code/code.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { piecesOf } from '../facts/building.ts';
import { isHtml } from '../facts/htmlText.ts';
import { markupWords } from '../facts/markupWords.ts';
import { markupOf, type MarkupSink } from '../facts/markupSinks.ts';
import { wordOf } from '../facts/ownValue.ts';
import { openValueIn, type OpenValue } from '../facts/openValue.ts';
import { aboutOpen } from '../facts/outsideWords.ts';
import { variablesOf } from '../facts/variables.ts';
import { ECMASCRIPT, isEcmascript } from '../languageId.ts';
import { xssExamples } from './examples/xss.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';

/** What makes a value plain text of a page. */
const HARMLESS =
  /escape|sanitiz|sanitis|purify|encode|htmlspecialchars|htmlentities|esc_|clean|strip_?tags|bleach|json_encode|stringify|ValidateNum|url_for|translate|^(?:t|i18n|__|_e|gettext|conditional_escape|format_html|jsonify|dumps|render|render_to_string|content_tag|tag|link_to|safe_join|number_format|date|count|render_template|h|HTMLEscapeString|HtmlEncode|renderToString|renderToStaticMarkup|Markdown|l10n)$/i;

/** Text becomes markup of a page as it is. */
export const xss: Rule = {
  id: 'xss',
  row: 28,
  title: 'Text that becomes part of a page as it is',
  severity: 'normal',
  concern: 'security',
  weight: 4,
  cwe: [79, 80, 83, 116],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const call of view.all('call')) {
      const sink = markupOf(view, call, language);
      if (sink) yield* asked(context, call, sink);
    }
    // `return "<p>" + name` of a handler.
    for (const { value, isImplicit } of view.all('return')) {
      if (!value || (isImplicit && language !== 'ruby' && !isEcmascript(language))) continue;
      const caller = view.parentOf(view.enclosing(value, 'function') ?? value);
      const isItem = caller?.kind === 'call' && /^(?:map|flatMap|filter)$/.test(methodOf(caller));
      if (isItem) continue;
      // Flask's `return page, 404`.
      const page = value.kind === 'group' || value.kind === 'list' ? value.items[0] : value;
      const isPage =
        page &&
        (piecesOf(page) || page.kind === 'name' || (page.kind === 'call' && isJoined(page)));
      if (isPage) yield* asked(context, value, { text: page, when: 'outside', needsHtml: true });
    }
    if (language === 'cpp') yield* streamed(context);
    if (language === 'csharp') yield* inResults(context);
    if (isEcmascript(language)) yield* inPages(context);
  },
  ask: ({ what, line }) =>
    `Line ${line} makes ${what} part of a page without escaping it. Can anybody outside put a tag into it?`,
  obligations: ['text'],
  page: {
    why: 'A value that holds `<script>` or `onerror=` runs as code in the reader’s browser, with the reader’s session.',
    instead:
      'Let the template escape it, or set text instead of markup (`textContent`). Where it must be markup, send it through a cleaner first.',
    sources: ['CWE-79', 'Veracode 2025: 86 % of samples with this task were unsafe'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: "function show(el, name, req, res) {\n  el.innerHTML = '<b>' + name + '</b>'; ⟵\n  el.insertAdjacentHTML('beforeend', `<li>${name}</li>`); ⟵\n  document.write(location.hash); ⟵\n  $('#a').html(name); ⟵\n  res.send(`<p>Hello ${req.query.name}</p>`); ⟵\n}",
      quiet:
        "function show(el, name, req, res) {\n  el.textContent = name;\n  el.innerHTML = '';\n  el.innerHTML = DOMPurify.sanitize(name);\n  el.insertAdjacentHTML('beforeend', `<li>${escapeHtml(name)}</li>`);\n  $('#a').text(name);\n  const html = $('#a').html();\n  res.send(`<p>Hello ${escapeHtml(req.query.name)}</p>`);\n  res.json({ name: req.query.name });\n}",
    },
    {
      languages: ['tsx', 'javascript'],
      asks: 'function Note({ body }) {\n  return <div dangerouslySetInnerHTML={{ __html: body }} />; ⟵\n}',
      quiet:
        'function Note({ body }) {\n  return <div title={body} dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(body) }} />;\n}',
    },
    {
      languages: ['python'],
      asks: '@app.route("/hi/<name>")\ndef hi(name):\n    note = Markup("<b>" + name + "</b>") ⟵\n    if request.args.get("plain"):\n        return render_template_string("<p>%s</p>" % name) ⟵\n    return f"<p>Hello {name}</p>" ⟵\n\ndef label(text):\n    return mark_safe("<b>%s</b>" % text) ⟵',
      quiet:
        '@app.route("/hi/<name>")\ndef hi(name):\n    note = Markup("<b>%s</b>" % escape(name))\n    return render_template("hi.html", name=name)\n\ndef label(text):\n    return format_html("<b>{}</b>", text)',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc hi(w http.ResponseWriter, r *http.Request) {\n\tname := r.FormValue("name")\n\tfmt.Fprintf(w, "<p>Hello %s</p>", name) ⟵\n\tshow(template.HTML(name)) ⟵\n}',
      quiet:
        'package a\n\nfunc hi(w http.ResponseWriter, r *http.Request) {\n\tname := r.FormValue("name")\n\tfmt.Fprintf(w, "<p>Hello %s</p>", html.EscapeString(name))\n\tpage.Execute(w, name)\n\tshow(template.HTML("<br>"))\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn hi(Query(q): Query<Name>) -> Html<String> {\n    Html(format!("<p>Hello {}</p>", q.name)) ⟵\n}',
      quiet:
        'async fn hi(Query(q): Query<Name>) -> Html<String> {\n    Html(format!("<p>Hello {}</p>", encode_text(&q.name)))\n}',
    },
    {
      languages: ['java'],
      asks: 'class Hi {\n  void doGet(HttpServletRequest req, HttpServletResponse res) throws IOException {\n    String name = req.getParameter("name");\n    res.getWriter().println("<p>Hello " + name + "</p>"); ⟵\n    PrintWriter out = res.getWriter();\n    out.print(name); ⟵\n  }\n}',
      quiet:
        'class Hi {\n  void doGet(HttpServletRequest req, HttpServletResponse res) throws IOException {\n    String name = req.getParameter("name");\n    res.getWriter().println("<p>Hello " + HtmlUtils.htmlEscape(name) + "</p>");\n    System.out.println("asked for " + name);\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class HiController : Controller {\n  public IActionResult Hi(string name) {\n    Response.WriteAsync("<p>" + name + "</p>"); ⟵\n    ViewBag.Note = new HtmlString(name); ⟵\n    return Content($"<p>Hello {name}</p>", "text/html"); ⟵\n  }\n}',
      quiet:
        'class HiController : Controller {\n  public IActionResult Hi(string name) {\n    Response.WriteAsync("<p>" + HtmlEncoder.Default.Encode(name) + "</p>");\n    ViewBag.Note = name;\n    return Content($"Hello {name}", "text/plain");\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'void hi(const httplib::Request& req, httplib::Response& res) {\n  auto name = req.get_param_value("name");\n  res.set_content("<p>Hello " + name + "</p>", "text/html"); ⟵\n}',
      quiet:
        'void hi(const httplib::Request& req, httplib::Response& res) {\n  auto name = req.get_param_value("name");\n  res.set_content("<p>Hello " + escape_html(name) + "</p>", "text/html");\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def hi\n  note = "<b>#{params[:name]}</b>".html_safe ⟵\n  raw(params[:body]) ⟵\n  render inline: "<p>#{params[:name]}</p>" ⟵\nend',
      quiet:
        'def hi\n  note = "<b>#{h(params[:name])}</b>".html_safe\n  raw("<br>")\n  sanitize(params[:body])\n  render :hi\nend',
    },
    {
      languages: ['php'],
      asks: "<?php\nfunction hi() {\n  $name = $_GET['name'];\n  echo '<p>Hello ' . $name . '</p>'; ⟵\n  print \"<b>{$_POST['title']}</b>\"; ⟵\n}",
      quiet:
        "<?php\nfunction hi() {\n  $name = $_GET['name'];\n  echo '<p>Hello ' . htmlspecialchars($name) . '</p>';\n  $page = (int) $_GET['page'];\n  echo \"<b>{$page}</b>\";\n  echo json_encode($_POST);\n}",
    },
    ...xssExamples,
  ],
};

function* asked(context: RuleContext, at: Code, sink: MarkupSink): Iterable<Trigger> {
  const { view } = context;
  const open = openIn(context, sink);
  if (!open) return;
  if (open.origin?.kind !== 'request') {
    if (sink.when === 'outside' || open.origin) return;
    if (sink.when === 'always' && isMade(context, open.code)) return;
    if (sink.when === 'fields' && !isUserText(open.code)) return;
  }
  if (open.code.kind === 'dict' || open.code.kind === 'list') return;
  // All that was sent is given back as data, not as a page.
  if (
    sink.when === 'outside' &&
    /^(?:body|query|params|data|json)$/.test(lastWord(open.code)) &&
    open.code.kind === 'member'
  )
    return;
  if (sink.needsHtml && !isHtml(markupWords(view, sink.text))) return;
  yield { at: at.kind === 'call' ? callPlace(view, at) : at, ...aboutOpen(view, open) };
}

/** `page.toString()`, `''.join(parts)`: what is put together before. */
function isJoined(call: Call): boolean {
  return /^(?:toString|ToString|String|str|join|build|to_s|into|concat)$/.test(methodOf(call));
}

/** `row['body']`, `post.title`: text that somebody has written, by its name. */
function isUserText(code: Code): boolean {
  if (code.kind !== 'member' && code.kind !== 'index') return false;
  if (code.object.kind !== 'name' || /^(?:this|self)$/.test(code.object.name)) return false;
  const word = code.kind === 'member' ? code.name : (plainText(code.index) ?? '');
  return USER_TEXT.test(word);
}

const USER_TEXT =
  /(?:^|_|[a-z])(?:author|message|body|title|text|comment|content|description|bio|subject|caption|note|about|nick_?name|user_?name|display_?name|first_?name|last_?name|review|answer|question|summary|name)$/i;

function openIn(context: RuleContext, { text, when }: MarkupSink): OpenValue | undefined {
  const isPassedOver = (code: Code): boolean => when === 'always' && isMade(context, code);
  if (
    text.kind !== 'call' ||
    !/^(?:echo|print|printf|Fprintf?|Fprintln|WriteString|vprintf)$/.test(methodOf(text))
  ) {
    return openValueIn(context, text, HARMLESS, isPassedOver);
  }
  let found: OpenValue | undefined;
  // `printf('<p>%d</p>', $n)` writes a number.
  const numbers = new Set(
    (piecesOf(text) ?? []).flatMap((piece) =>
      piece.kind === 'value' && /^%.*[dioufFeEgGxX]$/.test(piece.spec) ? [piece.code] : [],
    ),
  );
  for (const arg of text.args) {
    if (numbers.has(arg)) continue;
    const open = openValueIn(context, arg, HARMLESS);
    if (open?.origin?.kind === 'request') return open;
    found ??= open;
  }
  return found;
}

/** Markup that the program has made elsewhere: `this.template`, `renderRow()`, `icons.close`, `html`. */
function isMade({ view, language }: RuleContext, code: Code): boolean {
  const word = wordOf(code);
  const isMarkup = MARKUP_WORD.test(word) && (isEcmascript(language) || word !== 'label');
  // Ruby reads fields by calls.
  if (isRead(code, language)) return isMarkup;
  if (code.kind === 'call' || code.kind === 'function') return true;
  if (code.kind !== 'name') return code.kind !== 'member' || isMarkup;
  if (isMarkup || /^(?:i|n|x|y|id|cls|klass|className|index)$/i.test(code.name)) return true;
  const variable = variablesOf(view).get(code.name);
  return (
    variable !== undefined &&
    !variable.isParam &&
    variable.values.some(
      (value) => (value.kind === 'call' || value.kind === 'await') && !isRead(value, language),
    )
  );
}

const MARKUP_WORD =
  /html|icon|svg|template|markup|label|style|css|tpl|render|count|width|height|id$/i;

function isRead(code: Code, language: string): boolean {
  return (
    language === 'ruby' &&
    code.kind === 'call' &&
    code.args.length === 0 &&
    code.callee.kind === 'member'
  );
}

/** `page << "<li>" << entry.text << "</li>"`. */
function* streamed(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('binary')) {
    if (one.operator !== '<<' || view.parentOf(one)?.kind === 'binary') continue;
    const pieces = piecesOf(one) ?? [];
    if (!pieces.some(({ kind }) => kind === 'words')) continue;
    for (const piece of pieces.slice(1)) {
      if (piece.kind === 'words') continue;
      const open = openValueIn(context, piece.code, HARMLESS);
      const isOpen =
        open?.origin?.kind === 'request' || (open && !open.origin && isUserText(open.code));
      if (!open || !isOpen || !isHtml(markupWords(view, one))) continue;
      yield { at: one, ...aboutOpen(view, open) };
      break;
    }
  }
}

/** `new ContentResult { Content = page, ContentType = "text/html" }`. */
function* inResults(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const { entries } of view.all('dict')) {
    for (const entry of entries) {
      if (entry.kind !== 'entry' || lastWord(entry.key) !== 'Content') continue;
      yield* asked(context, entry, { text: entry.value, when: 'outside', needsHtml: true });
    }
  }
}

/** Properties and attributes that take markup. */
function* inPages(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('assign')) {
    const { target, value } = one;
    // Koa's page.
    const isPage =
      target.kind === 'member' &&
      target.name === 'body' &&
      /^(?:ctx|context)$/.test(lastWord(target.object));
    if (isPage && value)
      yield* asked(context, one, { text: value, when: 'outside', needsHtml: true });
    if (target.kind !== 'member' || !value || !/^(?:innerHTML|outerHTML|srcdoc)$/.test(target.name))
      continue;
    yield* asked(context, one, { text: value, when: 'always', needsHtml: false });
  }
  for (const attribute of view.all('attribute')) {
    const { name, value, start, end } = attribute;
    const element = view.parentOf(attribute);
    if (element?.kind === 'element' && element.name === 'style') continue;
    if (name !== 'dangerouslySetInnerHTML' && name !== 'innerHTML' && name !== 'v-html') continue;
    const text = value && markupIn(value);
    if (!text) continue;
    const open = openValueIn(context, text, HARMLESS);
    if (open && (open.code.kind !== 'call' || open.origin))
      yield { at: { start, end }, ...aboutOpen(view, open) };
  }
}

function markupIn(value: Code): Code | undefined {
  const inner =
    value.kind === 'other' || value.kind === 'group'
      ? value.kind === 'group'
        ? value.items[0]
        : value.children[0]
      : value;
  if (inner?.kind === 'name' && inner.name.endsWith('InnerHTML')) return undefined;
  if (inner?.kind !== 'dict') return inner;
  for (const entry of inner.entries) {
    if (entry.kind === 'entry' && lastWord(entry.key) === '__html') return entry.value;
  }
  return undefined;
}
