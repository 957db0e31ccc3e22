import { NO_NAMES, REQUEST } from './noOutsideNames.ts';
import type { OutsideNames } from './outsideNames.ts';

/** Node, its frameworks, and browsers. */
export const ECMASCRIPT: OutsideNames = {
  ...NO_NAMES,
  request: REQUEST,
  ofRequest: new Set([
    ...['body', 'query', 'params', 'headers', 'cookies', 'signedCookies', 'files', 'file', 'url'],
    ...['originalUrl', 'rawBody', 'nextUrl', 'param', 'header', 'json', 'text', 'formData', 'get'],
    ...['hostname', 'queries', 'parseBody', 'rawHeaders', 'payload', 'arrayBuffer', 'search'],
    ...['valid', 'querystring', 'pathname', 'parts', 'saveRequestFiles'],
  ]),
  context: /^(?:ctx|context|event|evt|\$?route|router|activatedRoute|useRoute)$/,
  ofContext: new Set([
    ...['query', 'params', 'queryStringParameters', 'pathParameters', 'body', 'headers'],
    ...['multiValueQueryStringParameters', 'cookies', 'rawQueryString', 'querystring', 'Records'],
    ...['snapshot', 'queryParams', 'paramMap', 'queryParamMap', 'request', 'searchParams'],
  ]),
  names: new Set([
    ...[
      'useParams',
      'useSearchParams',
      'readBody',
      'getQuery',
      'getRouterParam',
      'getRouterParams',
    ],
    ...['readFormData', 'readRawBody', 'getHeader', 'getCookie', 'readMultipartFormData'],
    'getRequestHeader',
  ]),
  dotted: new Set([
    ...['location.search', 'location.hash', 'window.location.search', 'window.location.hash'],
    ...['document.location.search', 'document.location.hash', 'document.referrer', 'document.URL'],
    ...['location.href', 'window.location.href', 'document.location.href', 'window.name'],
    ...['document.cookie', 'searchParams.get', 'url.searchParams', 'searchParams.getAll'],
    ...['msg.content', 'urlParams.get', 'request.url', 'event.data', 'formData.get'],
    ...['window.location', 'document.location', 'job.data', 'message.value', 'message.body'],
    ...['message.data', 'message.content', 'msg.data', 'msg.body', 'req.raw', 'msg.value'],
  ]),
  ofProcess: new Set(['process.argv', 'process.env', 'Deno.args', 'Bun.argv']),
  paramMarks: new Set([
    ...['Body', 'Query', 'Param', 'Headers', 'UploadedFile', 'UploadedFiles', 'Args', 'Payload'],
    ...['MessageBody', 'BodyParam', 'QueryParam', 'QueryParams', 'HeaderParam', 'CookieParam'],
    'Arg',
  ]),
  requestTypes:
    /^(?:express\.|http\.|Hapi\.)?(?:Request|NextRequest|NextApiRequest|FastifyRequest|IncomingMessage|HonoRequest|\w*Auth\w*Request|RequestWith\w+)(?:<.*>)?$/s,
  contextTypes:
    /^(?:Koa\.|Router\.)?(?:\w*Context|APIGateway\w*Event\w*|LambdaFunctionURLEvent|ALBEvent|SQSEvent|SNSEvent|S3Event|H3Event|RequestEvent)(?:<.*>)?$/s,
};

/** Flask, Django, FastAPI, aiohttp, Tornado and the like. */
export const PYTHON: OutsideNames = {
  ...NO_NAMES,
  request: REQUEST,
  ofRequest: new Set([
    ...['args', 'form', 'values', 'json', 'data', 'files', 'cookies', 'headers', 'get_json'],
    ...['get_data', 'GET', 'POST', 'COOKIES', 'META', 'FILES', 'query_params', 'path_params'],
    ...['body', 'query', 'params', 'match_info', 'rel_url', 'query_string', 'forms', 'stream'],
    ...['view_args', 'matchdict', 'path', 'full_path', 'url', 'referrer', 'user_agent', 'post'],
    ...['get_full_path', 'arguments', 'json_body', 'raw_post_data', 'read', 'text', 'get_param'],
    ...['media', 'bounded_stream', 'get_media', 'get_cookie_values', 'get_header', 'multipart'],
    ...['input_stream', 'get_signed_cookie', 'path_info'],
  ]),
  context: /^(?:event|evt)$/,
  ofContext: new Set([
    ...['body', 'queryStringParameters', 'pathParameters', 'headers', 'rawQueryString', 'Records'],
  ]),
  dotted: new Set([
    ...['self.get_argument', 'self.get_query_argument', 'self.get_body_argument', 'self.kwargs'],
    ...['message.value', 'message.body', 'msg.payload', 'msg.value', 'message.payload', 'msg.body'],
    ...['message.data', 'event.data'],
  ]),
  methods: new Set([
    ...['receive_text', 'receive_json', 'receive_bytes', 'get_argument', 'get_query_argument'],
    ...['get_body_argument', 'get_arguments', 'recv', 'recvfrom', 'recv_json', 'recv_string'],
  ]),
  ofProcess: new Set([
    'sys.argv',
    'os.environ',
    'os.environ.get',
    'os.getenv',
    'input',
    'sys.stdin',
    'parse_args',
    'parser.parse_args',
  ]),
  handlerMarks:
    /^(?:route|get|post|put|patch|delete|head|options|websocket|api_route|api_view|view|view_config)$/,
  paramTypes: /^(?:starlette\.|fastapi\.)?UploadFile$/,
  requestTypes: /(?:^|\.)(?:Http|Wsgi|WSGI|Asgi)?Request$/,
};

/** Rails, Sinatra, Rack, Grape. */
export const RUBY: OutsideNames = {
  ...NO_NAMES,
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
    ...['original_url', 'url', 'path_parameters', 'env', 'query', 'path_info', 'get_header'],
    ...['request_uri', 'unparsed_uri'],
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

/** PHP itself, Laravel, Symfony, PSR-7. */
export const PHP: OutsideNames = {
  ...NO_NAMES,
  request: /^(?:request|req|_?Request|Input|input|getRequest)$/,
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
    ...['string', 'path', 'url', 'fullUrl', 'server', 'getHeaderLine', 'getVar', 'payload', 'str'],
    ...['getData', 'getQueryString', 'getPathInfo', 'getRequestUri', 'getUri', 'getAttribute'],
    ...['getPostGet', 'getGetPost', 'getJSON', 'getRawInput', 'getQueryParam', 'getBodyParam'],
    ...['getBodyParams', 'getHeader', 'get_param', 'get_params', 'get_json_params'],
    ...['getPostParam', 'param', 'params', 'route', 'collect', 'getCookie'],
  ]),
  names: new Set([
    ...['_GET', '_POST', '_REQUEST', '_COOKIE', '_FILES', 'filter_input', 'request'],
    ...['filter_input_array', 'getallheaders', 'apache_request_headers', 'HTTP_RAW_POST_DATA'],
  ]),
  ofProcess: new Set(['argv', 'getenv', '_ENV', 'readline']),
  paramMarks: new Set([
    'MapQueryParameter',
    'MapRequestPayload',
    'MapQueryString',
    'MapUploadedFile',
  ]),
  handlerMarks: /^(?:Route|Get|Post|Put|Patch|Delete)$/,
  requestTypes:
    /(?:^|\\)(?:Request|\w+Request|ServerRequestInterface|RequestInterface|Psr7Request)$/,
};
