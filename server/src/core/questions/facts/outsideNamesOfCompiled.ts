import { NO_NAMES, REQUEST } from './noOutsideNames.ts';
import type { OutsideNames } from './outsideNames.ts';

/** net/http, Gin, Echo, Fiber, chi, gRPC. */
export const GO: OutsideNames = {
  ...NO_NAMES,
  request: /^(?:r|req|request|Request)$/,
  ofRequest: new Set([
    ...['FormValue', 'PostFormValue', 'URL', 'Form', 'PostForm', 'Header', 'Cookie', 'Cookies'],
    ...['Body', 'PathValue', 'RequestURI', 'Host', 'UserAgent', 'Referer', 'MultipartForm'],
    ...['FormFile', 'RemoteAddr', 'PathParameter', 'QueryParameter', 'HeaderParameter'],
    ...['QueryStringParameters', 'PathParameters', 'Headers', 'BodyParameter', 'MultipartReader'],
  ]),
  context: /^(?:c|ctx|context|ginCtx|ps|e)$/,
  ofContext: new Set([
    ...['Param', 'Query', 'PostForm', 'DefaultQuery', 'DefaultPostForm', 'QueryParam', 'FormValue'],
    ...['FormFile', 'GetHeader', 'Params', 'Body', 'QueryParams', 'ParamValues', 'GetQuery'],
    ...['GetRawData', 'ByName', 'QueryArray', 'BodyRaw', 'Cookies', 'QueryMap', 'OriginalURL'],
    ...['GetPostForm', 'PostFormArray', 'PostFormMap', 'GetQueryArray', 'FormValues', 'AllParams'],
    ...['MultipartForm', 'QueryString', 'URLParam', 'FormParams', 'UserValue'],
    ...['PostBody', 'QueryArgs', 'PostArgs', 'Records', 'PostValue', 'Queries'],
  ]),
  dotted: new Set(['mux.Vars', 'chi.URLParam', 'httprouter.ParamsFromContext', 'pat.Param']),
  ofProcess: new Set([
    ...['os.Args', 'os.Getenv', 'flag.Arg', 'flag.Args', 'os.Stdin', 'flag.String', 'os.LookupEnv'],
  ]),
  paramTypes:
    /(?:^|[\s*\]])(?:\w*pb\w*\.\w+(?:Request|Req)|amqp\.Delivery|kafka\.Message|nats\.Msg|sarama\.ConsumerMessage|pubsub\.Message|types\.Message|events\.\w+(?:Request|Event|Message))$/,
  requestTypes: /^\*?http\.Request$/,
  contextTypes: /^\*?(?:gin\.Context|echo\.Context|fiber\.Ctx|iris\.Context|fasthttp\.RequestCtx)$/,
  methods: new Set(['ReadMessage', 'FetchMessage', 'NextMessage', 'PollMessage']),
};

/** Servlets, Spring, JAX-RS, Javalin, Vert.x. */
export const JAVA: OutsideNames = {
  ...NO_NAMES,
  request: REQUEST,
  ofRequest: new Set([
    ...['getParameter', 'getHeader', 'getHeaders', 'getQueryString', 'getCookies', 'getReader'],
    ...['getParameterValues', 'getParameterMap', 'getInputStream', 'getRequestURI', 'getPathInfo'],
    ...['getRequestURL', 'getPart', 'getParts', 'queryParams', 'params', 'body', 'queryMap'],
    ...['getQueryParams', 'getParam', 'getFormAttribute', 'getBody', 'headers', 'pathVariable'],
    ...['queryParam', 'getServletPath', 'formValue', 'bodyToMono', 'getURI', 'getUri', 'getCookie'],
    ...['getEntity', 'getFormParams', 'getMultipartParameter', 'bodyAsString'],
    ...['pathParam', 'getFormData', 'queryString', 'cookie', 'header', 'pathVariables', 'getQuery'],
    ...['formAttributes', 'uri', 'path'],
  ]),
  context: /^(?:ctx|context|exchange|routingContext|rc)$/,
  ofContext: new Set([
    ...['queryParam', 'pathParam', 'formParam', 'body', 'header', 'queryParams', 'formParams'],
    ...['getRequestURI', 'getRequestBody', 'getRequestHeaders', 'getBodyAsString', 'getBodyAsJson'],
    ...['bodyAsClass', 'cookie', 'getRequestCookies', 'getBody', 'getRequestParam', 'pathParams'],
    ...['headerMap', 'uploadedFile', 'uploadedFiles', 'bodyAsBytes', 'getQueryParameters'],
  ]),
  dotted: new Set([
    ...[
      'uriInfo.getQueryParameters',
      'uriInfo.getPathParameters',
      'record.value',
      'message.getBody',
    ],
    ...['message.getText', 'message.getPayload'],
  ]),
  ofProcess: new Set(['System.getenv', 'System.getProperty', 'scanner.nextLine', 'System.in']),
  paramMarks: new Set([
    ...['RequestParam', 'PathVariable', 'RequestBody', 'RequestHeader', 'CookieValue', 'PathParam'],
    ...['ModelAttribute', 'QueryParam', 'FormParam', 'HeaderParam', 'CookieParam', 'MatrixParam'],
    ...['BeanParam', 'RequestPart', 'QueryValue', 'Body', 'Payload', 'Argument', 'RestPath'],
    ...['RestQuery', 'RestForm'],
  ]),
  paramTypes:
    /^(?:final )?(?:MultipartFile|FilePart|Part|ConsumerRecord(?:<.*>)?|APIGateway\w*RequestEvent|APIGatewayV2HTTPEvent|SQSEvent|SNSEvent|S3Event)$/,
  requestTypes:
    /^(?:jakarta\.servlet\.http\.|javax\.servlet\.http\.)?(?:HttpServletRequest|ServletRequest|ServerRequest|ServerHttpRequest|HttpServerRequest|WebRequest|NativeWebRequest|ContainerRequestContext|HttpRequest(?:<.*>)?|Request|HttpRequestMessage(?:<.*>)?)$/,
  contextTypes: /^(?:HttpExchange|RoutingContext|HttpServerExchange|Context)$/,
  handlerMarks:
    /^(?:(?:Get|Post|Put|Patch|Delete|Request|Message|Query|Mutation|Schema)Mapping|(?:Kafka|Rabbit|Jms|Sqs|Stream)Listener|Incoming)$/,
};

/** ASP.NET Core and its relatives. */
export const CSHARP: OutsideNames = {
  ...NO_NAMES,
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
    ...['ReadFormAsync', 'Unvalidated', 'PathInfo', 'BodyReader', 'ReadAsStringAsync'],
    ...['QueryStringParameters', 'PathParameters'],
  ]),
  ofProcess: new Set([
    ...['Console.ReadLine', 'Environment.GetEnvironmentVariable', 'Environment.GetCommandLineArgs'],
  ]),
  context: /^(?:context|ctx|consumeContext)$/,
  ofContext: new Set(['Message']),
  requestTypes: /^(?:HttpRequest|HttpRequestBase|HttpRequestData|HttpListenerRequest)$/,
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

/** axum, Actix, Rocket, tonic. */
export const RUST: OutsideNames = {
  ...NO_NAMES,
  request: /^(?:req|request)$/,
  ofRequest: new Set([
    ...['match_info', 'query_string', 'headers', 'uri', 'cookies', 'cookie', 'body', 'into_body'],
    ...['param', 'query', 'path', 'body_string', 'body_json', 'url', 'query_param', 'into_inner'],
    ...['parse_json', 'parse_body', 'parse_query', 'parse_form', 'into_parts', 'header'],
  ]),
  ofProcess: new Set([
    'std.env.args',
    'env.args',
    'std.env.var',
    'env.var',
    'stdin',
    'Args.parse',
    'Cli.parse',
    'Opts.parse',
    'Opt.parse',
    'io.stdin',
    'std.io.stdin',
  ]),
  paramTypes:
    /^&?(?:\w+::)*(?:(?:Path|Query|Json|Form|TypedHeader|TypedMultipart)<|(?:Multipart|Bytes|HeaderMap|RawQuery|OriginalUri|CookieJar|Cookies|Uri|Message)$)/,
  handlerMarks: /^(?:get|post|put|patch|delete|route)$/,
  requestTypes: /^&?(?:mut )?(?:\w+::)*(?:HttpRequest|Request)(?:<.*>)?$/,
};

/** httplib, Crow, Drogon, Pistache, Beast, Qt, CGI. */
export const CPP: OutsideNames = {
  ...NO_NAMES,
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
    ...[
      'getJsonObject',
      'jsonObject',
      'getParameters',
      'get_path_parameter',
      'get_query_parameter',
    ],
    ...['get_query_parameters', 'relative_uri', 'extract_string', 'extract_json', 'request_uri'],
    ...['get_body', 'getQueryParameter', 'getPathVariable', 'readBodyToString', 'headers', 'files'],
    ...['resource', 'get_file_value', 'getPath', 'getQuery', 'get_arg'],
    ...['get_cookie', 'get_path', 'getURI', 'cookies'],
  ]),
  names: new Set(['FCGX_GetParam', 'MHD_lookup_connection_value', 'query_string']),
  ofProcess: new Set(['argv', 'getenv', 'std.getenv', 'secure_getenv']),
  requestTypes:
    /\b(?:httplib::Request|crow::request|HttpRequestPtr|HttpRequest|Rest::Request|Http::Request|QHttpServerRequest|HTTPServerRequest|http::request|http_request|IncomingRequest|Request)\b/,
};
