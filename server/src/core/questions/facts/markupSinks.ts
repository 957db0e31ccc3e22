import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import { piecesOf, wordsOf } from './building.ts';
import { isHtml } from './htmlText.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

/** A place where text becomes a page's markup. */
export interface MarkupSink {
  readonly text: Code;
  /**
   * `always`: whatever is not ours is asked about. `outside`: only what comes from outside. `fields`:
   * that, and fields that by their names hold what people write.
   */
  readonly when: 'always' | 'outside' | 'fields';
  /** The text must look like HTML, or the value come from outside. */
  readonly needsHtml: boolean;
}

/** The text that a call writes into a page as it is; undefined for other calls. */
export function markupOf(view: CodeView, call: Call, language: LanguageId): MarkupSink | undefined {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const [first, second] = call.args;
  const always = (text: Code | undefined): MarkupSink | undefined =>
    text && { text, when: 'always', needsHtml: false };
  const outside = (text: Code | undefined): MarkupSink | undefined =>
    text && { text, when: 'outside', needsHtml: false };
  if (isEcmascript(language)) {
    if (/(?:^|\.)document\.(?:write|writeln)$/.test(callee)) return always(first);
    if (method === 'insertAdjacentHTML') return always(second);
    if (
      /^(?:setHTMLUnsafe|parseHTMLUnsafe|bypassSecurityTrustHtml|bypassSecurityTrustScript|createContextualFragment|unsafeHTML|html_unsafe)$/.test(
        method,
      )
    )
      return always(first);
    if (isJquery(call, method)) return always(first);
    if (
      /^(?:send|end|write|html)$/.test(method) &&
      /(?:^|\.)(?:res|response|reply|c|ctx)(?:\.\w+)?\.\w+$|^\.\w+$/.test(callee)
    )
      return outside(first);
    return /^(?:Response|NextResponse)$/.test(callee) ? outside(first) : undefined;
  }
  switch (language) {
    case 'python':
      if (
        /^(?:Markup|markupsafe\.Markup|flask\.Markup|mark_safe|SafeString|SafeText)$/.test(callee)
      )
        return always(first);
      if (/(?:^|\.)(?:render_template_string|format_html)$/.test(callee) && first?.kind !== 'name')
        return always(first);
      return /^(?:HttpResponse|make_response|HTMLResponse|Response|web\.Response|self\.write|render_template_string)$/.test(
        callee,
      )
        ? outside(givenAs(call, /^(?:content|text|body|response)$/) ?? first)
        : undefined;
    case 'go':
      if (/^template\.(?:HTML|JS|HTMLAttr|URL|CSS|JSStr)$/.test(callee)) return always(first);
      if (/^(?:fmt\.Fprintf?|fmt\.Fprintln|io\.WriteString)$/.test(callee))
        return isWriter(first) ? outside(call) : undefined;
      if (/^(?:c|ctx)\.Writer\.WriteString$/.test(callee)) return outside(first);
      return /^w\.Write$|^(?:c|ctx)\.(?:HTML|Data|HTMLBlob|SendString|Send)$/.test(callee)
        ? outside(call.args.at(-1))
        : undefined;
    case 'rust':
      if (/(?:^|\.)(?:PreEscaped|Html|RawHtml)$/.test(callee))
        return callee.endsWith('PreEscaped') ? always(first) : outside(first);
      if (/(?:^|\.)reply\.html$/.test(callee)) return outside(first);
      return method === 'body' && callee.endsWith('.body') ? htmlOnly(first) : undefined;
    case 'java':
      if (
        /^(?:print|println|write|printf|append|format)$/.test(method) &&
        /^(?:out|writer|w|pw|printWriter)\.|getWriter|getOutputStream|^\.(?:print|println|write|printf)$/.test(
          `${callee}${ownerCall(call)}`,
        )
      )
        return outside(call.args.at(-1));
      if (/^(?:ctx|context)\.html$/.test(callee)) return outside(first);
      return /^(?:ResponseEntity\.ok|\.body)$/.test(callee) ? htmlOnly(first) : undefined;
    case 'csharp':
      if (
        /(?:^|\.)(?:[hH]tml\.Raw|(?:AppendHtml|SetHtmlContent|PrependHtml)|HtmlString|MvcHtmlString\.Create|MarkupString)$/.test(
          callee,
        )
      )
        return always(first);
      if (/(?:^|\.)Response\.(?:Write|WriteAsync)$/.test(callee)) return outside(first);
      return /^(?:Content|(?:Typed)?Results\.(?:Content|Text)|base\.Content)$/.test(callee) &&
        /html/.test(plainText(second) ?? '')
        ? outside(first)
        : undefined;
    case 'cpp':
      if (/^(?:printf|puts)$/.test(callee)) return htmlOnly(call);
      if (method === 'set_content' && /html/.test(plainText(second) ?? '')) return outside(first);
      return /^(?:write|end|setBody|set_body|send|body)$/.test(method) &&
        /(?:res|resp|response)(?:\.|->)\w+$/i.test(callee)
        ? htmlOnly(call.args.find((arg) => arg.kind !== 'member') ?? first)
        : undefined;
    case 'ruby':
      if (method === 'html_safe' && call.callee.kind === 'member')
        return always(call.callee.object);
      if (callee === 'raw' && first?.kind === 'spread') return undefined;
      if (callee === 'raw' || callee === 'safe_concat' || method === 'safe_concat')
        return always(first);
      if (/(?:^|\.)SafeBuffer\.new$/.test(callee) || callee.endsWith('SafeBuffer'))
        return always(first);
      if (method === 'simple_format') {
        const isKept = givenAs(call, /^sanitize$/);
        return isKept?.kind === 'constant' ? always(first) : undefined;
      }
      if (callee === 'render' && givenAs(call, /^body$/)) return htmlOnly(givenAs(call, /^body$/));
      if (callee === 'render') return outside(givenAs(call, /^(?:inline|html)$/));
      return undefined;
    case 'php':
      if (/^\\?(?:echo|print)$/.test(callee) && isInTemplate(view, call))
        return { text: call, when: 'fields', needsHtml: false };
      if (/^\\?(?:echo|print|printf|vprintf)$/.test(callee)) return outside(call);
      if (/^(?:Response|response|write|setContent|HtmlResponse)$/.test(method))
        return htmlOnly(first);
      return /^(?:HtmlString)$/.test(callee) ? always(first) : undefined;
    default:
      return undefined;
  }
}

/** PHP between a page's own markup: `<?= … ?>`. */
function isInTemplate(view: CodeView, { start, end }: Call): boolean {
  const before = view.text.slice(Math.max(0, start - 40), start);
  const behind = view.text.slice(end, end + 12);
  return /<\?(?:=|php)\s*(?:echo\s*)?$/.test(before) && /^\s*;?\s*\?>/.test(behind);
}

function givenAs({ args }: Call, name: RegExp): Code | undefined {
  for (const arg of args.flatMap((one) => (one.kind === 'dict' ? one.entries : [one]))) {
    if (arg.kind === 'named' && name.test(arg.name)) return arg.value;
    if (arg.kind === 'entry' && name.test(plainText(arg.key) ?? lastWord(arg.key)))
      return arg.value;
  }
  return undefined;
}

function htmlOnly(text: Code | undefined): MarkupSink | undefined {
  return text && { text, when: 'outside', needsHtml: true };
}

/** `$('#a').html(x)`, `$el.append('<p>' + x)`. */
function isJquery(call: Call, method: string): boolean {
  if (call.args.length !== 1 || call.callee.kind !== 'member') return false;
  if (!/^(?:html|append|prepend|after|before|replaceWith|appendTo|wrap)$/.test(method))
    return false;
  const { object } = call.callee;
  let root: Code = object;
  for (let i = 0; i < 20; i++) {
    if (root.kind === 'call' && calleeOf(root) !== '$' && calleeOf(root) !== 'jQuery')
      root = root.callee;
    else if (root.kind === 'member') root = root.object;
    else break;
  }
  const isSelected = root.kind === 'call' || (root.kind === 'name' && root.name.startsWith('$'));
  if (!isSelected) return false;
  const [text] = call.args;
  return method === 'html' || (text !== undefined && isHtml(wordsOf(piecesOf(text) ?? [])));
}

function isWriter(code: Code | undefined): boolean {
  return code?.kind === 'name' && /^(?:w|rw|writer|res|resp)$/.test(code.name);
}

function ownerCall({ callee }: Call): string {
  return callee.kind === 'member' && callee.object.kind === 'call' ? calleeOf(callee.object) : '';
}
