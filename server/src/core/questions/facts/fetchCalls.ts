import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import { chainOf } from './chain.ts';
import { variablesOf } from './variables.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

/** The address that a call loads from; undefined for other calls. */
export function addressOf(view: CodeView, call: Call, language: LanguageId): Code | undefined {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const [first, second, third] = call.args;
  if (isEcmascript(language)) {
    if (
      /^(?:fetch|window\.fetch|globalThis\.fetch|nodeFetch|node_fetch|got|needle|ky|axios|request|superagent|undici\.\w+|\$fetch|rp|wget)$/.test(
        callee,
      )
    )
      return /^needle$/.test(callee) && second && plainText(first) !== undefined
        ? second
        : inOptions(first);
    if (/^(?:axios|got|ky)\.(?:create|extend)$/.test(callee)) return inOptions(first, true);
    if (/^net\.(?:connect|createConnection)$/.test(callee)) return second ?? inOptions(first, true);
    if (
      /(?:^|\.)(?:axios|got|https?|superagent|request|needle|ky|undici|httpService|httpClient|\$http|http)\.(?:get|post|put|patch|delete|head|request|stream)$/.test(
        callee,
      )
    )
      return inOptions(first);
    return method === 'goto' && callee.endsWith('page.goto') ? first : undefined;
  }
  switch (language) {
    case 'python':
      if (
        /(?:^|\.)(?:requests|httpx|session|client|http|aiohttp|urllib3|self\.session|sess|s)\.(?:get|post|put|patch|delete|head)$/.test(
          callee,
        )
      )
        return named(call, 'url') ?? first;
      // `async with httpx.AsyncClient() as c: await c.get(url)`
      if (/^(?:get|post|put|patch|delete|head)$/.test(method) && isLocalClient(call, view))
        return named(call, 'url') ?? first;
      if (/(?:^|\.)(?:HTTPConnection|HTTPSConnection|create_connection)$/.test(callee))
        return first;
      if (/(?:^|\.)(?:urlopen|urlretrieve)$/.test(callee)) return first;
      return /(?:^|\.)(?:requests|httpx|session|client|http|pool)\.(?:request|stream)$/.test(callee)
        ? (named(call, 'url') ?? second)
        : undefined;
    case 'go':
      if (
        /^(?:http|resty|\w+(?:\.\w+)*\.(?:client|httpClient|http|hc|Client|HTTPClient)|client|c|hc|\w*[cC]lient|http\.DefaultClient)\.(?:Get|Post|Head|PostForm)$|^\w+\.R\(\)(?:\.\w+\(\))*\.(?:Get|Post|Put|Delete)$|^resty\.New\(\)\.R\(\)(?:\.\w+\(\))*\.\w+$/.test(
          chainOf(call),
        )
      )
        return first;
      if (/^(?:net|tls|grpc|websocket|rpc)\.Dial\w*$/.test(callee))
        return first?.kind === 'text' ? second : first;
      if (callee === 'http.NewRequest') return second;
      return callee === 'http.NewRequestWithContext' ? third : undefined;
    case 'rust':
      if (/(?:^|\.)(?:client|http|http_client|Client)\.request$/.test(callee)) return second;
      if (/(?:^|\.)(?:TcpStream\.connect|connect_async)$/.test(callee)) return first;
      return /(?:^|\.)(?:reqwest\.(?:get|blocking\.get)|(?:client|http|http_client|Client\.new|self\.client)\.(?:get|post|put|delete|patch)|ureq\.(?:get|post)|surf\.(?:get|post)|\.get|\.post)$/.test(
        callee,
      )
        ? plainReceiver(call, first)
        : undefined;
    case 'java':
      if (
        /(?:^|\.)(?:getForObject|getForEntity|postForObject|postForEntity|exchange)$/.test(method)
      )
        return first;
      if (call.isNew && /(?:^|\.)(?:HttpGet|HttpPost|HttpPut|URL|Socket)$/.test(callee))
        return first;
      if (
        /^(?:Jsoup\.connect|Request\.(?:Get|Post)|Unirest\.(?:get|post)|HttpRequest\.newBuilder|HttpRequest\.(?:get|post))$/.test(
          callee,
        )
      )
        return first;
      return method === 'uri' ||
        method === 'baseUrl' ||
        (method === 'url' && /Builder/.test(rootCall(call)))
        ? first
        : undefined;
    case 'csharp':
      if (
        /^(?:GetAsync|GetStringAsync|GetStreamAsync|GetByteArrayAsync|PostAsync|PutAsync|DownloadString|DownloadStringTaskAsync|DownloadData|DownloadFile|OpenRead|GetFromJsonAsync|PostAsJsonAsync)$/.test(
          method,
        )
      )
        return first;
      if (/(?:^|\.)WebRequest\.Create(?:Http)?$/.test(callee)) return first;
      if (call.isNew && callee === 'HttpRequestMessage') return second;
      return call.isNew && /^(?:RestClient|RestRequest)$/.test(callee) ? first : undefined;
    case 'cpp':
      if (method.endsWith('resolve') && /resolver/.test(callee)) return first;
      if (callee === 'curl_easy_setopt' && second && lastWord(second) === 'CURLOPT_URL')
        return third;
      if (/(?:^|\.)(?:cpr\.Url|Url)$/.test(callee)) return first;
      return /(?:^|\.)(?:httplib\.(?:SSL)?Client|Client|http_client|QUrl|Poco\.URI|HTTPClientSession)$/.test(
        callee,
      ) && call.isNew
        ? first
        : undefined;
    case 'ruby':
      if (
        /^(?:Net\.HTTP\.(?:get|get_response|post|post_form)|HTTParty\.\w+|RestClient\.\w+|Faraday\.\w+|URI\.open|OpenURI\.open_uri|HTTP\.(?:get|post)|Excon\.\w+|Typhoeus\.\w+)$/.test(
          callee,
        )
      )
        return /RestClient\.Request\.execute|Typhoeus\.Request|Faraday\.new/.test(callee)
          ? namedIn(call, 'url')
          : first;
      if (call.isNew && /^Faraday$/.test(callee)) return namedIn(call, 'url') ?? first;
      if (callee === 'Net.HTTP.start' || (call.isNew && callee === 'Net.HTTP')) return first;
      if (
        /^(?:get|post|put|delete)$/.test(method) &&
        /^(?:conn|connection|http_client|client)\./.test(callee)
      )
        return first;
      return method === 'open' &&
        call.callee.kind === 'member' &&
        call.callee.object.kind === 'call' &&
        /^URI(?:\.parse)?$/.test(calleeOf(call.callee.object))
        ? call.callee.object
        : undefined;
    case 'php':
      if (
        /^\\?(?:curl_init|get_headers|fsockopen|wp_remote_get|wp_remote_post|wp_remote_request)$/.test(
          callee,
        )
      )
        return first;
      if (/^\\?file_get_contents$/.test(callee)) return first;
      if (/^\\?curl_setopt$/.test(callee) && second && lastWord(second) === 'CURLOPT_URL')
        return third;
      if (/^\\?curl_setopt_array$/.test(callee)) return second && entryOf(second, 'CURLOPT_URL');
      if (/(?:^|\\)SoapClient$/.test(callee)) return first;
      if (call.isNew && /(?:^|\\)Request$/.test(callee)) return second;
      if (call.isNew && /(?:^|\\)Client$/.test(callee)) return first && entryOf(first, 'base_uri');
      if (!isPhpClient(call, view)) return undefined;
      if (/^(?:get|post|put|patch|delete|head)$/.test(method)) return first;
      return /^(?:request|requestAsync|send)$/.test(method) ? second : undefined;
    default:
      return undefined;
  }
}

/** `axios({ url: … })`. */
function inOptions(first: Code | undefined, isOptions = false): Code | undefined {
  if (first?.kind !== 'dict') return isOptions ? undefined : first;
  for (const entry of first.entries) {
    if (entry.kind !== 'entry') continue;
    const key = entry.key.kind === 'name' ? entry.key.name : plainText(entry.key);
    if (key === 'url' || key === 'uri' || key === 'baseURL' || key === 'hostname' || key === 'host')
      return entry.value;
  }
  return undefined;
}

/** A client that the block has made: `with httpx.Client() as c`, `s = requests.Session()`. */
function isLocalClient({ callee }: Call, view: CodeView): boolean {
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return false;
  const { name } = callee.object;
  const isMade = (variablesOf(view).get(name)?.values ?? []).some(isClientMade);
  const isOpened = view
    .all('defer')
    .some(({ values }) =>
      values.some(
        (value) =>
          (value.kind === 'assign' || value.kind === 'declare') &&
          lastWord(value.target) === name &&
          value.value !== undefined &&
          isClientMade(value.value),
      ),
    );
  return isMade || isOpened;
}

function isClientMade(value: Code): boolean {
  return (
    value.kind === 'call' &&
    /(?:^|\.|\\)(?:Async)?(?:Client|ClientSession|Session|PoolManager|HttpClient)$|HttpClient\.create$/.test(
      calleeOf(value),
    )
  );
}

/** `$this->client->get()`, `Http::timeout(5)->get()`, `(new Client())->get()`. */
function isPhpClient(call: Call, view: CodeView): boolean {
  const { callee } = call;
  if (callee.kind !== 'member') return false;
  if (/(?:^|\.)(?:client|http|httpClient|guzzle|Http)(?:\.\w+\(\))*\.\w+$/.test(chainOf(call)))
    return true;
  return isClientMade(callee.object) || isLocalClient(call, view);
}

function entryOf(dict: Code, name: string): Code | undefined {
  if (dict.kind !== 'dict') return undefined;
  for (const entry of dict.entries) {
    const key = entry.kind === 'entry' ? (plainText(entry.key) ?? lastWord(entry.key)) : '';
    if (entry.kind === 'entry' && key === name) return entry.value;
  }
  return undefined;
}

function namedIn(call: Call, name: string): Code | undefined {
  const inDict = call.args.map((arg) => entryOf(arg, name)).find((one) => one !== undefined);
  return named(call, name) ?? inDict;
}

function named({ args }: Call, name: string): Code | undefined {
  for (const arg of args) if (arg.kind === 'named' && arg.name === name) return arg.value;
  return undefined;
}

/** `Client::new().get(url)`: not `map.get(key)`. */
function plainReceiver(call: Call, first: Code | undefined): Code | undefined {
  const { callee } = call;
  if (callee.kind !== 'member' || !calleeOf(call).startsWith('.')) return first;
  return callee.object.kind === 'call' &&
    /Client\.(?:new|builder|default)$/.test(calleeOf(callee.object))
    ? first
    : undefined;
}

function rootCall({ callee }: Call): string {
  let node: Code = callee;
  for (let i = 0; i < 20; i++) {
    if (node.kind === 'member') node = node.object;
    else if (node.kind === 'call') {
      const name = calleeOf(node);
      if (/Builder/.test(name)) return name;
      node = node.callee;
    } else break;
  }
  return '';
}
