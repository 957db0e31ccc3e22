import type { Call, Code } from '../../code/code.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

/** The address that a call loads from; undefined for other calls. */
export function addressOf(call: Call, language: LanguageId): Code | undefined {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const [first, second, third] = call.args;
  if (isEcmascript(language)) {
    if (
      /^(?:fetch|window\.fetch|globalThis\.fetch|nodeFetch|node_fetch|got|needle|ky|axios|request|superagent|undici\.\w+|\$fetch|rp|wget)$/.test(
        callee,
      )
    )
      return inOptions(first);
    if (
      /(?:^|\.)(?:axios|got|https?|superagent|request|needle|ky|undici|httpService|\$http|http)\.(?:get|post|put|patch|delete|head|request|stream)$/.test(
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
      if (/(?:^|\.)(?:urlopen|urlretrieve)$/.test(callee)) return first;
      return /(?:^|\.)(?:requests|httpx|session|client|http|pool)\.(?:request|stream)$/.test(callee)
        ? (named(call, 'url') ?? second)
        : undefined;
    case 'go':
      if (
        /^(?:http|client|c|httpClient|resty|h\.client|s\.client)\.(?:Get|Post|Head|PostForm)$/.test(
          callee,
        )
      )
        return first;
      if (callee === 'http.NewRequest') return second;
      return callee === 'http.NewRequestWithContext' ? third : undefined;
    case 'rust':
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
      if (call.isNew && /(?:^|\.)(?:HttpGet|HttpPost|URL)$/.test(callee)) return first;
      if (/^(?:Jsoup\.connect|URI\.create|Request\.Get|Unirest\.get)$/.test(callee)) return first;
      return method === 'uri' || (method === 'url' && /Builder/.test(rootCall(call)))
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
      if (callee === 'curl_easy_setopt' && second && lastWord(second) === 'CURLOPT_URL')
        return third;
      if (/(?:^|\.)(?:cpr\.Url|Url)$/.test(callee)) return first;
      return /(?:^|\.)(?:httplib\.Client|Client|http_client|QUrl|Poco\.URI)$/.test(callee) &&
        call.isNew
        ? first
        : undefined;
    case 'ruby':
      if (
        /^(?:Net\.HTTP\.(?:get|get_response|post|post_form)|HTTParty\.\w+|RestClient\.\w+|Faraday\.\w+|URI\.open|OpenURI\.open_uri|HTTP\.(?:get|post)|Excon\.\w+|Typhoeus\.\w+)$/.test(
          callee,
        )
      )
        return first;
      return undefined;
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
      if (/(?:^|\.)(?:client|http|httpClient|guzzle|Http)\.(?:get|post|put|delete)$/.test(callee))
        return first;
      return /(?:^|\.)(?:client|http|httpClient|guzzle|Http)\.request$/.test(callee)
        ? second
        : undefined;
    default:
      return undefined;
  }
}

/** `axios({ url: … })`. */
function inOptions(first: Code | undefined): Code | undefined {
  if (first?.kind !== 'dict') return first;
  for (const entry of first.entries) {
    if (entry.kind !== 'entry') continue;
    const key = entry.key.kind === 'name' ? entry.key.name : plainText(entry.key);
    if (key === 'url' || key === 'uri' || key === 'baseURL' || key === 'hostname' || key === 'host')
      return entry.value;
  }
  return undefined;
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
