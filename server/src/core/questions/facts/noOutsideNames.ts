import type { OutsideNames } from './outsideNames.ts';

const NONE: ReadonlySet<string> = new Set();
const NEVER = /^(?!)/;

/** `getRequest`, `_req`, `httpRequest`; not what a program sends itself. */
export const REQUEST =
  /^(?:get)?(?:_?(?:req|request|Request)|(?:http|servlet|httpServlet|server|current|web|original|raw|the|my)Request|http_request|flask_request)$/;

/** A row of the table in which nothing comes from outside. */
export const NO_NAMES: OutsideNames = {
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
  requestTypes: NEVER,
  contextTypes: NEVER,
  methods: NONE,
};
