import type { LanguageId } from '../../languageId.ts';

/** What waits as long as it takes, by the names that `chainOf` writes. */
export interface WaitingCalls {
  /** Each call says for itself how long it waits, by an argument or a link of its chain. */
  readonly calls: RegExp;
  /** Sets up what all later calls go through; the file says elsewhere how long they wait. */
  readonly clients: RegExp;
  /** Waits for another process, task or machine where it is given nothing. */
  readonly bare: RegExp;
}

/** Matches nothing. */
const NONE = /^\b$/;
const VERB = '(?:get|post|put|patch|delete|head|options|request)';

const ECMASCRIPT: WaitingCalls = {
  // `ky` gives up after ten seconds by itself.
  calls: new RegExp(
    `^(?:(?:(?:window|globalThis|self|undici)\\.)?fetch|nodeFetch|node_fetch|(?:axios|got|superagent|needle)(?:\\.${VERB})?|axios\\.create|got\\.extend|undici\\.request|(?:http|https)\\.(?:get|request)|net\\.(?:connect|createConnection)|tls\\.connect|(?:child_process\\.|cp\\.|childProcess\\.)?(?:execSync|execFileSync|spawnSync))$`,
  ),
  clients: NONE,
  bare: NONE,
};

/** What gives up after a default time is no row: Node's `ky`, Python's `httpx`, C#'s `HttpClient`. */
export const WAITING: { readonly [L in LanguageId]: WaitingCalls } = {
  typescript: ECMASCRIPT,
  tsx: ECMASCRIPT,
  javascript: ECMASCRIPT,
  python: {
    calls:
      /^(?:requests\.(?:api\.)?(?:get|post|put|patch|delete|head|options|request)|(?:requests\.(?:Session|session)\(\))\.(?:get|post|put|patch|delete|head|options|request)|(?:urllib\.request\.|urllib2\.|request\.)?urlopen|subprocess\.(?:run|call|check_call|check_output)|socket\.create_connection|http\.client\.HTTPS?Connection|HTTPS?Connection|smtplib\.SMTP(?:_SSL)?|ftplib\.FTP(?:_TLS)?|imaplib\.IMAP4(?:_SSL)?|poplib\.POP3(?:_SSL)?|(?:psycopg2?)\.connect|(?:redis\.)?(?:Strict)?Redis|asyncio\.open_connection)$/,
    clients: NONE,
    bare: /(?:^|\.)(?:proc|process|\w+_proc|\w+_process|popen|subprocess\.Popen\(\)|Popen\(\))\.(?:communicate|wait)$|(?:^|\.)(?:event|\w+_event|future|fut|\w+_future)\.(?:wait|result)$|(?:^|\.)(?:queue|q|\w+_queue)\.get$/,
  },
  go: {
    calls:
      /^(?:http\.(?:Get|Post|PostForm|Head|ListenAndServe(?:TLS)?)|http\.DefaultClient\.(?:Do|Get|Post|Head|PostForm)|net\.Dial|tls\.Dial|rpc\.Dial(?:HTTP)?|smtp\.(?:Dial|SendMail))$/,
    clients: NONE,
    bare: NONE,
  },
  rust: {
    // The blocking client of `reqwest` gives up after thirty seconds.
    calls:
      /^(?:reqwest\.get|ureq\.(?:get|post|put|delete|patch|head|agent)|surf\.(?:get|post|put|delete)|isahc\.(?:get|post)(?:_async)?|(?:net\.|tokio\.net\.)?TcpStream\.connect|(?:tokio_tungstenite\.)?connect_async|tokio_postgres\.connect)$/,
    clients:
      /^(?:(?:reqwest\.)?Client\.new|(?:reqwest\.)?Client\.default|reqwest\.Client\.builder\(\)(?:\.\w+\(\))*\.build|(?:Client\.builder|ClientBuilder\.new|reqwest\.ClientBuilder\.new)\(\)(?:\.\w+\(\))*\.build|ureq\.Agent\.new)$/,
    bare: NONE,
  },
  java: {
    // `OkHttpClient` and `Jsoup` have limits of their own.
    calls: NONE,
    clients:
      /^(?:(?:java\.net\.http\.)?HttpClient\.newHttpClient|HttpClient\.newBuilder\(\)(?:\.\w+\(\))*\.build|RestTemplate|HttpClients\.(?:createDefault|createSystem)|HttpClientBuilder\.create\(\)\.build|HttpClients\.custom\(\)(?:\.\w+\(\))*\.build|WebClient\.create|WebClient\.builder\(\)(?:\.\w+\(\))*\.build|RestClient\.create|Socket|(?:\w+|URL\(\)|\w+\.toURL\(\)|URI\.create\(\)\.toURL\(\))\.open(?:Connection|Stream))$/,
    bare: /(?:^|\.)(?:\w*[pP]roc(?:ess)?|\w*[bB]uilder(?:\(\))?\.start\(\)|ProcessBuilder\(\)\.start\(\)|exec\(\))\.waitFor$|(?:^|\.)(?:\w*[fF]uture|submit\(\)|sendAsync\(\)|supplyAsync\(\))\.(?:get|join)$|(?:^|\.)\w*[lL]atch\.await$|(?:^|\.)\w*[qQ]ueue\.take$/,
  },
  csharp: {
    // `HttpClient` and `SmtpClient` give up after a hundred seconds.
    calls: NONE,
    clients: /^(?:TcpClient|System\.Net\.Sockets\.TcpClient)$/,
    bare: /\.(?:WaitForExit(?:Async)?|WaitOne)$|^Task\.WaitA(?:ll|ny)$|(?:^|\.)_?\w*(?:[tT]ask|Async\(\))\.Wait$|(?:^|\.)_?(?:\w*[sS]emaphore|\w*[gG]ate|\w*[lL]ock|\w*[mM]utex)\.Wait(?:Async)?$|(?:^|\.)_?\w*(?:[eE]vent|[lL]atch|[cC]ountdown|Mre|Signal|signal)\.Wait$|(?:^|\.)_?\w*(?:[qQ]ueue|BlockingCollection|_collection)\.Take$/,
  },
  cpp: {
    calls: /^cpr\.(?:Get|Post|Put|Delete|Patch|Head)$|^(?:PQconnectdb|mysql_real_connect)$/,
    clients: /^curl_easy_init$/,
    bare: /(?:^|\.)\w*(?:[fF]uture|fut)_?\.(?:get|wait)$/,
  },
  ruby: {
    // `Net::HTTP`, and what stands on it, gives up after a minute.
    calls:
      /^(?:Faraday\.(?:get|post|put|patch|delete|head)|HTTP\.(?:get|post|put|patch|delete|head|auth\(\)\.\w+|headers\(\)\.\w+)|Typhoeus\.(?:get|post|put|patch|delete|head)|Typhoeus\.Request(?:\.new)?|TCPSocket(?:\.(?:new|open))?|Socket\.tcp|Open3\.(?:capture\w+|popen\w+)|PG\.connect|PG\.Connection(?:\.new)?|Net\.SSH\.start)$/,
    clients: /^(?:Faraday|Curl\.Easy)(?:\.new)?$/,
    bare: NONE,
  },
  php: {
    calls: NONE,
    clients: /^(?:curl_init|curl_multi_init|GuzzleHttp\.Client|Client|GuzzleClient)$/,
    bare: NONE,
  },
};
