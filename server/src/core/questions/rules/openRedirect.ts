import type { Call, Code } from '../../code/code.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { piecesOf } from '../facts/building.ts';
import { isChecked } from '../facts/checked.ts';
import { outsideOf } from '../facts/outside.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { hostValueIn } from '../facts/urlStart.ts';
import { ECMASCRIPT, isEcmascript, type LanguageId } from '../languageId.ts';
import { openRedirectExamples } from './examples/openRedirect.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';

/** A client is sent on to an address that it, or a link it followed, names. */
export const openRedirect: Rule = {
  id: 'open-redirect',
  row: 30,
  title: 'A redirect to an address that a client names',
  severity: 'normal',
  concern: 'security',
  weight: 3,
  cwe: [601],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const call of view.all('call')) {
      const to = targetOf(call, language);
      if (to) yield* asked(context, call, to);
    }
    for (const one of view.all('assign')) {
      const name = dotted(one.target) ?? '';
      const isMoved =
        isEcmascript(language) &&
        /^(?:(?:window|document|self|top)\.)?location(?:\.href)?$/.test(name);
      const isHeader =
        (one.target.kind === 'index' &&
          /^location$/i.test(plainText(one.target.index) ?? '') &&
          /headers?$/i.test(lastWord(one.target.object))) ||
        /(?:^|\.)Headers\.Location$/.test(name);
      if ((isMoved || isHeader) && one.value) yield* asked(context, one, one.value);
    }
    if (language === 'cpp') yield* printed(context);
    if (language === 'rust') {
      // `(StatusCode::FOUND, [(header::LOCATION, to)])`
      for (const one of view.all('group', 'list')) {
        const { items } = one;
        const [name, to] = items;
        if (items.length !== 2 || !name || !to || lastWord(name) !== 'LOCATION') continue;
        // The pair is a call's own, which is asked about as such.
        if (view.parentOf(one)?.kind === 'call') continue;
        yield* asked(context, to, to);
      }
    }
    for (const { key, value } of view.all('entry')) {
      // `writeHead(302, { Location: to })`
      const isHeader = /^location$/i.test(plainText(key) ?? (key.kind === 'name' ? key.name : ''));
      if (
        isHeader &&
        key.end - key.start < 12 &&
        /^['"]?[lL]ocation['":]?$/.test(view.flat(key)) &&
        (/L/.test(view.flat(key)) || language === 'ruby')
      )
        yield* asked(context, value, value);
    }
    if (language === 'java') {
      for (const { value } of view.all('return')) {
        const to = value && behindWord(value);
        if (to) yield* asked(context, value, to);
      }
    }
  },
  ask: ({ what, line }) =>
    `Line ${line} sends the reader on to ${what}. Can a link to another site be in it?`,
  obligations: ['text'],
  page: {
    why: 'A link to your site that ends somewhere else is believed: people enter their password on a page that only looks like yours.',
    instead:
      'Take only a path of your own: it begins with one `/`, and not with `//` or `/\\`. Or look the name of the target up in a list.',
    sources: ['CWE-601', 'CodeRabbit 2025: security findings 1.6 x in AI code'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: "function after(req, res) {\n  res.redirect(req.query.next); ⟵\n  const { back } = req.query;\n  res.redirect(302, back); ⟵\n}\nfunction go() {\n  window.location.href = new URLSearchParams(location.search).get('next'); ⟵\n}",
      quiet:
        "function after(req, res) {\n  const next = req.query.next;\n  if (!isLocalPath(next)) return res.redirect('/');\n  res.redirect(next);\n  res.redirect(`/users/${req.params.id}`);\n}\nfunction go() {\n  window.location.href = '/home';\n}",
    },
    {
      languages: ['python'],
      asks: 'def after():\n    return redirect(request.args.get("next")) ⟵\n\ndef other(request):\n    return HttpResponseRedirect(request.GET["next"]) ⟵',
      quiet:
        'def after():\n    target = request.args.get("next")\n    if not url_has_allowed_host_and_scheme(target, HOSTS):\n        target = "/"\n    return redirect(target)\n\ndef other(request):\n    return redirect(url_for("home"))',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc after(w http.ResponseWriter, r *http.Request) {\n\tnext := r.FormValue("next")\n\thttp.Redirect(w, r, next, http.StatusFound) ⟵\n}\n\nfunc gin1(c *gin.Context) {\n\tc.Redirect(302, c.Query("next")) ⟵\n}',
      quiet:
        'package a\n\nfunc after(w http.ResponseWriter, r *http.Request) {\n\tid := r.FormValue("id")\n\thttp.Redirect(w, r, "/users/"+id, http.StatusFound)\n}\n\nfunc gin1(c *gin.Context) {\n\tc.Redirect(302, "/")\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn after(Query(q): Query<Next>) -> Redirect {\n    Redirect::to(&q.next) ⟵\n}',
      quiet:
        'async fn after(Query(q): Query<Next>) -> Redirect {\n    Redirect::to(&format!("/users/{}", q.id))\n}',
    },
    {
      languages: ['java'],
      asks: 'class After {\n  void after(HttpServletRequest req, HttpServletResponse res) throws IOException {\n    res.sendRedirect(req.getParameter("next")); ⟵\n  }\n  String spring(@RequestParam String next) {\n    return "redirect:" + next; ⟵\n  }\n}',
      quiet:
        'class After {\n  void after(HttpServletRequest req, HttpServletResponse res) throws IOException {\n    String next = req.getParameter("next");\n    if (!next.startsWith("/app/")) throw new IOException("refused");\n    res.sendRedirect(next);\n  }\n  String spring(@RequestParam String id) {\n    return "redirect:/users/" + id;\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class AfterController : Controller {\n  public IActionResult After(string returnUrl) {\n    return Redirect(returnUrl); ⟵\n  }\n}',
      quiet:
        'class AfterController : Controller {\n  public IActionResult After(string returnUrl) {\n    if (Url.IsLocalUrl(returnUrl)) return Redirect(returnUrl);\n    return LocalRedirect("/");\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'void after(const Request& req, Response& res) {\n  auto next = req.get_param_value("next");\n  res.set_redirect(next); ⟵\n}',
      quiet:
        'void after(const Request& req, Response& res) {\n  auto id = req.get_param_value("id");\n  res.set_redirect("/users/" + id);\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def after\n  redirect_to params[:next] ⟵\nend\n\ndef other\n  redirect_to(params[:back] || root_path) ⟵\nend',
      quiet:
        'def after\n  redirect_to "/users/#{params[:id]}"\nend\n\ndef other\n  redirect_to user_path(params[:id])\nend',
    },
    {
      languages: ['php'],
      asks: "<?php\nfunction after() {\n  header('Location: ' . $_GET['next']); ⟵\n}\nfunction other(Request $request) {\n  return redirect($request->input('next')); ⟵\n}",
      quiet:
        "<?php\nfunction after() {\n  header('Location: /users/' . $_GET['id']);\n  header('X-Id: ' . $_GET['id']);\n}\nfunction other(Request $request) {\n  return redirect('/home');\n}",
    },
    ...openRedirectExamples,
  ],
};

function* asked(context: RuleContext, at: Code, to: Code): Iterable<Trigger> {
  const { view, language } = context;
  const host = hostValueIn(view, to);
  const origin = host && outsideOf(context).textIn(host);
  if (!host || origin?.kind !== 'request' || isChecked(view, host, origin)) return;
  if (isPathOf(host, origin.from)) return;
  if (
    language !== 'go' &&
    /\b(?:url|originalUrl|path|pathname|href|fullPath|get_full_path|RequestURI|referrer|hash)\b(?:\(\))?$/i.test(
      view.flat(origin.from),
    ) &&
    !/quer|param|search|body|\[/i.test(view.flat(origin.from))
  )
    return;
  const place = at.kind === 'call' ? callPlace(view, at) : at;
  yield { at: place, about: { what: outsideWordsAtEnd(view, host, origin) } };
}

/** The path of a parsed address, which names no other site. */
function isPathOf(code: Code, from: Code): boolean {
  const inner = code.kind === 'call' && code.args.length === 0 ? code.callee : code;
  if (inner.kind !== 'member' || code === from) return false;
  return (
    /^(?:pathname|path|getPath|AbsolutePath|PathAndQuery|LocalPath|request_uri|getRawPath)$/.test(
      inner.name,
    ) && !/^(?:req|request|ctx)$/.test(lastWord(inner.object))
  );
}

/** What a call sends the reader on to; undefined for other calls. */
function targetOf(call: Call, language: LanguageId): Code | undefined {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const { args } = call;
  const header = headerValue(call);
  if (header) return header;
  if (isEcmascript(language)) {
    if (/(?:^|\.)location\.(?:assign|replace)$/.test(callee)) return args[0];
    if (method === 'location' && /^(?:res|response|reply)\./.test(callee)) return args[0];
    return /^(?:redirect|sendRedirect|permanentRedirect)$/.test(method)
      ? args.findLast(({ kind }) => kind !== 'number' && kind !== 'dict' && kind !== 'constant')
      : undefined;
  }
  switch (language) {
    case 'python':
      return /^(?:redirect|HttpResponseRedirect|HttpResponsePermanentRedirect|RedirectResponse|HTTPFound|HTTPSeeOther|HTTPMovedPermanently|HTTPTemporaryRedirect)$/.test(
        method,
      )
        ? (valueOf(call, /^(?:url|location)$/) ?? args[0])
        : undefined;
    case 'go':
      if (callee === 'http.Redirect') return args[2];
      return method === 'Redirect'
        ? (args.find(({ kind }) => kind !== 'number' && kind !== 'member') ?? args[1])
        : undefined;
    case 'rust':
      return /(?:^|\.)Redirect\.(?:to|permanent|temporary|found|see_other)$/.test(callee)
        ? args[0]
        : undefined;
    case 'java':
      if (method === 'ModelAndView') return args[0] && behindWord(args[0]);
      if (method === 'location' || method === 'setLocation') return args[0];
      if (method === 'setUrl' && /redirect|rv/i.test(callee)) return args[0];
      if (method === 'redirect')
        return /^(?:ctx|context|res|response)\./.test(callee) ? args[0] : undefined;
      return /^(?:sendRedirect|seeOther|temporaryRedirect|RedirectView)$/.test(method)
        ? args[0]
        : undefined;
    case 'csharp':
      return /^(?:Redirect|RedirectPermanent|RedirectPreserveMethod|RedirectResult)$/.test(method)
        ? args[0]
        : undefined;
    case 'cpp':
      return /^(?:set_redirect|redirect|newRedirectionResponse|sendRedirect|redirectTo)$/.test(
        method,
      )
        ? args[0]
        : undefined;
    case 'ruby': {
      if (callee === 'head') return valueOf(call, /^location$/);
      const isAllowed = valueOf(call, /^allow_other_host$/);
      if (isAllowed?.kind === 'constant' && isAllowed.value === false) return undefined;
      return /^(?:redirect_to|redirect_back_or_to)$/.test(method) ||
        /^(?:response\.|res\.)?redirect$/.test(callee)
        ? args[0]
        : undefined;
    }
    case 'php': {
      const [first] = args;
      if (/^\\?header$/.test(callee)) return first && behindWord(first);
      return /^(?:redirect|away|to|RedirectResponse|wp_redirect|redirectTo|redirectToUrl)$/.test(
        method,
      ) && /redirect|Redirect/.test(`${callee}${method}${ownerOf(call)}`)
        ? first
        : undefined;
    }
    default:
      return undefined;
  }
}

/** `head :found, location: to`, `RedirectResponse(url=to)`. */
function valueOf({ args }: Call, name: RegExp): Code | undefined {
  for (const arg of args.flatMap((one) => (one.kind === 'dict' ? one.entries : [one]))) {
    if (arg.kind === 'named' && name.test(arg.name)) return arg.value;
    const key = arg.kind === 'entry' ? (plainText(arg.key) ?? lastWord(arg.key)) : '';
    if (arg.kind === 'entry' && name.test(key)) return arg.value;
  }
  return undefined;
}

/** A CGI program's `std::cout << "Location: " << to`. */
function* printed(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('binary')) {
    if (one.operator !== '<<' || view.parentOf(one)?.kind === 'binary') continue;
    const to = behindWord(one);
    if (to) yield* asked(context, one, to);
  }
}

/** `setHeader('Location', to)`, also with both in a pair. */
function headerValue({ args }: Call): Code | undefined {
  const [pair] = args;
  const both =
    args.length === 1 && (pair?.kind === 'list' || pair?.kind === 'group') ? pair.items : args;
  const [name, value] = both;
  if (both.length !== 2 || !name) return undefined;
  return /^location$/i.test(plainText(name) ?? lastWord(name)) && name.kind !== 'name'
    ? value
    : name.kind === 'name' && name.name === 'LOCATION'
      ? value
      : undefined;
}

/** What a method's object is called on: `redirect` of `redirect()->away(…)`. */
function ownerOf({ callee }: Call): string {
  return callee.kind === 'member' && callee.object.kind === 'call' ? calleeOf(callee.object) : '';
}

/** What follows `Location:` or `redirect:` in a text that is put together. */
function behindWord(text: Code): Code | undefined {
  const [first, second] = (piecesOf(text) ?? []).filter(
    (piece) => piece.kind === 'words' || !/^(?:std\.)?cout$/.test(dotted(piece.code) ?? ''),
  );
  const isSent = first?.kind === 'words' && /^(?:location|redirect):\s*$/i.test(first.words);
  return isSent && second?.kind === 'value' ? second.code : undefined;
}
