import { isEcmascript, type LanguageId } from '../languageId.ts';

/**
 * Where values come from that somebody else chooses. `request`: from a client, a message, a page's own
 * address; `process`: from the command line, the environment, a terminal.
 */
export type OutsideKind = 'request' | 'process';

/** What a language and its frameworks call what comes from outside. */
export interface OutsideNames {
  /** The last word of what a request is called. */
  readonly request: RegExp;
  /** What of a request a client chooses: fields and methods. */
  readonly ofRequest: ReadonlySet<string>;
  /** What else holds a request's values (`ctx`, `event`). */
  readonly context: RegExp;
  readonly ofContext: ReadonlySet<string>;
  /** Variables and functions that are outside by themselves. */
  readonly names: ReadonlySet<string>;
  /** Dotted names, whole. */
  readonly dotted: ReadonlySet<string>;
  /** The same, for the process's own values. */
  readonly ofProcess: ReadonlySet<string>;
  /** Decorators of parameters that a request fills. */
  readonly paramMarks: ReadonlySet<string>;
  /** Types of parameters that a request fills. */
  readonly paramTypes: RegExp;
  /** Decorators of functions whose parameters a request fills. */
  readonly handlerMarks: RegExp;
}

const NONE: ReadonlySet<string> = new Set();
const NEVER = /^(?!)/;

/** `getRequest`, `_req`, `httpRequest`; not what a program sends itself. */
const REQUEST =
  /^(?:get)?(?:_?(?:req|request|Request)|(?:http|servlet|httpServlet|server|current|web|original|raw|the|my)Request|http_request|flask_request)$/;

const EMPTY: OutsideNames = {
  request: NEVER,
  ofRequest: NONE,
  context: NEVER,
  ofContext: NONE,
  names: NONE,
  dotted: NONE,
  ofProcess: NONE,
  paramMarks: NONE,
  paramTypes: NEVER,
  handlerMarks: NEVER,
};

const ECMASCRIPT: OutsideNames = {
  ...EMPTY,
  request: REQUEST,
  ofRequest: new Set([
    ...['body', 'query', 'params', 'headers', 'cookies', 'signedCookies', 'files', 'file', 'url'],
    ...['originalUrl', 'rawBody', 'nextUrl', 'param', 'header', 'json', 'text', 'formData', 'get'],
    ...['hostname', 'queries', 'parseBody', 'rawHeaders', 'payload'],
  ]),
  context: /^(?:ctx|context|event|evt|\$?route|router)$/,
  ofContext: new Set([
    ...['query', 'params', 'queryStringParameters', 'pathParameters', 'body', 'headers'],
    ...['multiValueQueryStringParameters', 'cookies', 'rawQueryString', 'querystring'],
  ]),
  names: new Set(['useParams', 'useSearchParams', 'readBody', 'getQuery', 'getRouterParam']),
  dotted: new Set([
    ...['location.search', 'location.hash', 'window.location.search', 'window.location.hash'],
    ...['document.location.search', 'document.location.hash', 'document.referrer', 'document.URL'],
    ...['location.href', 'window.location.href', 'document.location.href', 'window.name'],
    ...['document.cookie', 'searchParams.get', 'url.searchParams', 'searchParams.getAll'],
    ...['msg.content', 'urlParams.get', 'request.url', 'event.data', 'formData.get'],
    ...['window.location', 'document.location'],
  ]),
  ofProcess: new Set(['process.argv', 'process.env', 'Deno.args', 'Bun.argv']),
  paramMarks: new Set([
    ...['Body', 'Query', 'Param', 'Headers', 'UploadedFile', 'UploadedFiles', 'Args', 'Payload'],
    ...['MessageBody', 'BodyParam', 'QueryParam', 'QueryParams', 'HeaderParam', 'CookieParam'],
  ]),
};

const PYTHON: OutsideNames = {
  ...EMPTY,
  request: REQUEST,
  ofRequest: new Set([
    ...['args', 'form', 'values', 'json', 'data', 'files', 'cookies', 'headers', 'get_json'],
    ...['get_data', 'GET', 'POST', 'COOKIES', 'META', 'FILES', 'query_params', 'path_params'],
    ...['body', 'query', 'params', 'match_info', 'rel_url', 'query_string', 'forms', 'stream'],
    ...['view_args', 'matchdict', 'path', 'full_path', 'url', 'referrer', 'user_agent', 'post'],
    ...['get_full_path', 'arguments', 'json_body', 'raw_post_data', 'read', 'text'],
  ]),
  context: /^(?:event|evt)$/,
  ofContext: new Set([
    ...['body', 'queryStringParameters', 'pathParameters', 'headers', 'rawQueryString', 'Records'],
  ]),
  dotted: new Set(['self.get_argument', 'self.get_query_argument', 'self.get_body_argument']),
  names: new Set(['websocket.receive_text', 'websocket.receive_json']),
  ofProcess: new Set([
    'sys.argv',
    'os.environ',
    'os.environ.get',
    'os.getenv',
    'input',
    'sys.stdin',
  ]),
  handlerMarks:
    /^(?:route|get|post|put|patch|delete|head|options|websocket|api_route|api_view|view)$/,
};

const GO: OutsideNames = {
  ...EMPTY,
  request: /^(?:r|req|request|Request)$/,
  ofRequest: new Set([
    ...['FormValue', 'PostFormValue', 'URL', 'Form', 'PostForm', 'Header', 'Cookie', 'Cookies'],
    ...['Body', 'PathValue', 'RequestURI', 'Host', 'UserAgent', 'Referer', 'MultipartForm'],
    ...['FormFile', 'RemoteAddr'],
  ]),
  context: /^(?:c|ctx|context|ginCtx|ps|e)$/,
  ofContext: new Set([
    ...['Param', 'Query', 'PostForm', 'DefaultQuery', 'DefaultPostForm', 'QueryParam', 'FormValue'],
    ...['FormFile', 'GetHeader', 'Params', 'Body', 'QueryParams', 'ParamValues', 'GetQuery'],
    ...['GetRawData', 'ByName', 'QueryArray', 'BodyRaw', 'Cookies', 'QueryMap', 'OriginalURL'],
  ]),
  dotted: new Set(['mux.Vars', 'chi.URLParam', 'httprouter.ParamsFromContext', 'pat.Param']),
  ofProcess: new Set(['os.Args', 'os.Getenv', 'flag.Arg', 'flag.Args', 'os.Stdin']),
};

const JAVA: OutsideNames = {
  ...EMPTY,
  request: REQUEST,
  ofRequest: new Set([
    ...['getParameter', 'getHeader', 'getHeaders', 'getQueryString', 'getCookies', 'getReader'],
    ...['getParameterValues', 'getParameterMap', 'getInputStream', 'getRequestURI', 'getPathInfo'],
    ...['getRequestURL', 'getPart', 'getParts', 'queryParams', 'params', 'body', 'queryMap'],
    ...['getQueryParams', 'getParam', 'getFormAttribute', 'getBody', 'headers', 'pathVariable'],
    ...['queryParam', 'getServletPath', 'formValue'],
  ]),
  context: /^(?:ctx|context|exchange|routingContext)$/,
  ofContext: new Set([
    ...['queryParam', 'pathParam', 'formParam', 'body', 'header', 'queryParams', 'formParams'],
    ...['getRequestURI', 'getRequestBody', 'getRequestHeaders', 'getBodyAsString', 'getBodyAsJson'],
    ...['bodyAsClass', 'cookie'],
  ]),
  dotted: new Set(['uriInfo.getQueryParameters', 'uriInfo.getPathParameters']),
  ofProcess: new Set(['System.getenv', 'System.getProperty', 'scanner.nextLine', 'System.in']),
  paramMarks: new Set([
    ...['RequestParam', 'PathVariable', 'RequestBody', 'RequestHeader', 'CookieValue', 'PathParam'],
    ...['ModelAttribute', 'QueryParam', 'FormParam', 'HeaderParam', 'CookieParam', 'MatrixParam'],
    ...['BeanParam', 'RequestPart', 'QueryValue', 'Body', 'Payload', 'Argument', 'RestPath'],
    ...['RestQuery', 'RestForm'],
  ]),
  paramTypes: /^(?:MultipartFile|Part)$/,
};

const CSHARP: OutsideNames = {
  ...EMPTY,
  request: REQUEST,
  ofRequest: new Set([
    ...['Query', 'Form', 'Headers', 'Cookies', 'QueryString', 'Params', 'Path', 'Body', 'Url'],
    ...[
      'RouteValues',
      'RawUrl',
      'InputStream',
      'Files',
      'UserAgent',
      'UrlReferrer',
      'ReadFromJsonAsync',
    ],
    ...['ReadFormAsync', 'Unvalidated', 'PathInfo'],
  ]),
  ofProcess: new Set([
    ...['Console.ReadLine', 'Environment.GetEnvironmentVariable', 'Environment.GetCommandLineArgs'],
  ]),
  paramMarks: new Set([
    'FromQuery',
    'FromBody',
    'FromRoute',
    'FromForm',
    'FromHeader',
    'Bind',
    'FromUri',
  ]),
  paramTypes: /^(?:IFormFile|HttpPostedFileBase|IFormCollection|FormCollection)$/,
  handlerMarks: /^(?:Http(?:Get|Post|Put|Patch|Delete)|Route|AcceptVerbs|WebMethod)$/,
};

const RUBY: OutsideNames = {
  ...EMPTY,
  request: /^(?:request|req)$/,
  ofRequest: new Set([
    ...[
      'params',
      'headers',
      'body',
      'query_string',
      'cookies',
      'referer',
      'referrer',
      'GET',
      'POST',
    ],
    ...['user_agent', 'path', 'fullpath', 'query_parameters', 'request_parameters', 'raw_post'],
    ...['original_url', 'url', 'path_parameters', 'env'],
  ]),
  context: /^(?:event)$/,
  ofContext: new Set(['body', 'queryStringParameters', 'pathParameters', 'headers']),
  names: new Set(['params', 'cookies']),
  ofProcess: new Set([
    'ARGV',
    'ENV',
    'gets',
    'STDIN.gets',
    '$stdin.gets',
    'STDIN.read',
    'ENV.fetch',
  ]),
};

const PHP: OutsideNames = {
  ...EMPTY,
  request: /^(?:request|req|_?Request|Input|getRequest)$/,
  ofRequest: new Set([
    ...[
      'input',
      'get',
      'query',
      'all',
      'post',
      'cookie',
      'header',
      'file',
      'json',
      'getQueryParams',
    ],
    ...[
      'getParsedBody',
      'getBody',
      'getContent',
      'only',
      'except',
      'request',
      'cookies',
      'headers',
    ],
    ...[
      'files',
      'toArray',
      'getCookieParams',
      'getUploadedFiles',
      'getParam',
      'getQuery',
      'getPost',
    ],
    ...['string', 'path', 'url', 'fullUrl', 'server', 'getHeaderLine', 'getVar', 'payload'],
  ]),
  names: new Set(['_GET', '_POST', '_REQUEST', '_COOKIE', '_FILES', 'filter_input', 'request']),
  ofProcess: new Set(['argv', 'getenv', '_ENV', 'readline']),
  paramMarks: new Set([
    'MapQueryParameter',
    'MapRequestPayload',
    'MapQueryString',
    'MapUploadedFile',
  ]),
  handlerMarks: /^(?:Route|Get|Post|Put|Patch|Delete)$/,
};

const RUST: OutsideNames = {
  ...EMPTY,
  request: /^(?:req|request)$/,
  ofRequest: new Set([
    ...['match_info', 'query_string', 'headers', 'uri', 'cookies', 'cookie', 'body', 'into_body'],
    ...['param', 'query', 'path', 'body_string', 'body_json', 'url', 'query_param'],
  ]),
  ofProcess: new Set([
    'std.env.args',
    'env.args',
    'std.env.var',
    'env.var',
    'stdin',
    'io.stdin',
    'std.io.stdin',
  ]),
  paramTypes:
    /^&?(?:\w+::)*(?:(?:Path|Query|Json|Form|TypedHeader)<|(?:Multipart|Bytes|HeaderMap|RawQuery|OriginalUri|CookieJar|Cookies)$)/,
  handlerMarks: /^(?:get|post|put|patch|delete|route)$/,
};

const CPP: OutsideNames = {
  ...EMPTY,
  request: /^_?(?:req|request|httpRequest)_?$/,
  ofRequest: new Set([
    ...['url_params', 'body', 'get_param_value', 'getParameter', 'query', 'get_header_value'],
    ...[
      'getHeader',
      'getBody',
      'path',
      'target',
      'params',
      'getOptionalParameter',
      'url',
      'raw_url',
    ],
    ...['getCookie', 'path_params', 'param', 'path_match', 'matches', 'bodyAsString', 'get_header'],
  ]),
  names: new Set(['FCGX_GetParam', 'MHD_lookup_connection_value', 'query_string']),
  ofProcess: new Set(['argv', 'getenv', 'std.getenv', 'secure_getenv']),
};

/** The table's row of a language. */
export function outsideNamesOf(language: LanguageId): OutsideNames {
  if (isEcmascript(language)) return ECMASCRIPT;
  switch (language) {
    case 'python':
      return PYTHON;
    case 'go':
      return GO;
    case 'java':
      return JAVA;
    case 'csharp':
      return CSHARP;
    case 'ruby':
      return RUBY;
    case 'php':
      return PHP;
    case 'rust':
      return RUST;
    case 'cpp':
      return CPP;
    default:
      return EMPTY;
  }
}
