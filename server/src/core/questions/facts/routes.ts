import { childrenOf } from '../../code/childrenOf.ts';
import type { Call, ClassCode, Code, Element, FunctionCode } from '../../code/code.ts';
import { calleeOf, dotted, everythingIn, lastWord, methodOf, plainText } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { rootOf } from './chain.ts';
import { guardIn, guardOf, guardText, isGuardName } from './authGuards.ts';

/** One way into a program from outside. */
export interface Route {
  /** Where it is declared. */
  readonly at: Range;
  /** Its path, or its handler's name. */
  readonly name: string;
  /** Routes of one group have the same guards, mostly: those of a router, of a class. */
  readonly group: string;
  readonly guard: string | undefined;
}

const VERB =
  /^(?:get|post|put|patch|delete|del|options|all|any|route|handle|handlefunc|match|mapget|mappost|mapput|mapdelete|mappatch|resource)$/i;
const HOLDS_ROUTES = /^(?:group|scope|namespace|prefix|route|register|Route|Group|nest|mount)$/;
const ROUTE_DECORATOR =
  /^(?:route|get|post|put|patch|delete|Get|Post|Put|Patch|Delete|All|GetMapping|PostMapping|PutMapping|PatchMapping|DeleteMapping|RequestMapping|HttpGet|HttpPost|HttpPut|HttpPatch|HttpDelete|Route|api_view|action|GET|POST|PUT|DELETE|api_route|websocket|Query|Mutation)$/;
const MAX_NODES = 20_000;

/** The ways in that a file declares. */
export function routesOf(top: Code, text: string): readonly Route[] {
  const textOf = ({ start, end }: Range): string => text.slice(start, end);
  const routes: Route[] = [];
  const open = new Set<string>();
  const nodes: Walk[] = [{ node: top, guard: undefined, group: '' }];
  let n = 0;
  for (let walk = nodes.pop(); walk && n < MAX_NODES; walk = nodes.pop()) {
    n++;
    const { node, guard, group } = walk;
    if (node.kind === 'call') {
      const receiver = receiverName(node);
      // `router.use(requireUser)`: from here on all of them are guarded.
      if (/^(?:use|Use|UseMiddleware|addHook|before)$/.test(methodOf(node))) {
        if (node.args.some((arg) => guardIn(arg) !== undefined)) open.add(receiver);
      }
      const route = routeOfCall(node, guard ?? chainGuard(node), receiver);
      if (route) routes.push(route);
    }
    if (node.kind === 'element') {
      const route = routeOfElement(node, guard);
      if (route) routes.push(route);
      const inside = guardOfElement(node) ?? guard;
      for (const child of childrenOf(node).toReversed())
        nodes.push({ node: child, guard: inside, group });
      continue;
    }
    if (node.kind === 'function') {
      const route = routeOfFunction(node, group, textOf);
      if (route) routes.push({ ...route, guard: route.guard ?? guard });
    }
    if (node.kind === 'class') {
      const its = group === '' ? (node.name ?? 'class') : `${group}.${node.name ?? ''}`;
      const classGuard = guardOfClass(node) ?? guard;
      if (isController(node)) routes.push(...railsRoutes(node, its, textOf));
      for (const member of node.members.toReversed()) {
        nodes.push({ node: member, guard: classGuard, group: its });
      }
      continue;
    }
    const inner = node.kind === 'call' ? (chainGuard(node) ?? guard) : guard;
    const holds = node.kind === 'call' && HOLDS_ROUTES.test(methodOf(node));
    for (const child of childrenOf(node).toReversed()) {
      const isArg = node.kind === 'call' && child !== node.callee;
      // What a chain says holds for what it is said of; of what it is given, only for groups.
      nodes.push({ node: child, guard: isArg && !holds ? guard : inner, group });
    }
  }
  return routes.filter(({ group }) => !open.has(group));
}

type TextOf = (range: Range) => string;

interface Walk {
  readonly node: Code;
  readonly guard: string | undefined;
  readonly group: string;
}

function receiverName({ callee }: Call): string {
  return callee.kind === 'member' ? (dotted(callee.object) ?? rootOf(callee.object) ?? '') : '';
}

/** `.middleware('auth')`, `.RequireAuthorization()`, `.layer(auth)` on a chain, or `middleware('auth').group(…)`. */
function chainGuard(call: Call): string | undefined {
  for (let one: Code = call; one.kind === 'call'; ) {
    const method = methodOf(one);
    if (!VERB.test(method)) {
      if (isGuardName(method)) return method;
      const isMiddleware =
        /^(?:middleware|layer|route_layer|wrap|guard|with|With|before|can|use|CROW_MIDDLEWARES|addFilter|filter|Filter)$/.test(
          method,
        );
      for (const arg of isMiddleware ? one.args : []) {
        const found = guardText(arg) ?? guardIn(arg);
        if (found !== undefined) return found;
      }
    }
    one = one.callee.kind === 'member' ? one.callee.object : one.callee;
  }
  return undefined;
}

/** `router.get('/x', requireUser, handler)` */
function routeOfCall(call: Call, around: string | undefined, receiver: string): Route | undefined {
  const { args } = call;
  // C++'s `CROW_ROUTE(app, "/x")`
  const isCrow = /^(?:CROW_ROUTE|CROW_BP_ROUTE)$/.test(methodOf(call));
  const path = plainText(args[isCrow ? 1 : 0]);
  const isVerb = isCrow || (VERB.test(methodOf(call)) && 2 <= args.length);
  if (!isVerb || path === undefined || !/^(?:[A-Z]{3,7} )?[/^]|^$/.test(path)) return undefined;
  const callee = calleeOf(call);
  if (
    /^(?:axios|http|https|fetch|client|request|requests|\$http|api|cache|supertest|agent|nock|this\.http|self\.client|httpClient|session)\./i.test(
      callee,
    ) &&
    !/\b(?:HandleFunc|Handle)$/.test(callee)
  ) {
    return undefined;
  }
  let guard = around;
  for (const arg of args.slice(1)) {
    guard ??= guardText(arg) ?? guardIn(arg);
  }
  const { callee: called } = call;
  // In a chain of them, each begins at its own name.
  const isChained = called.kind === 'member' && called.object.kind === 'call';
  const at = isChained ? { start: called.end - called.name.length, end: call.end } : call;
  return { at, name: path === '' ? '/' : path, group: receiver, guard };
}

/** `<Route path="/x" element={<RequireUser><Page /></RequireUser>} />`, also by `component` and `render`. */
function routeOfElement(one: Element, around: string | undefined): Route | undefined {
  const path = plainText(attributeOf(one, 'path'));
  if (!/(?:^|\.)\w*Route$/.test(one.name) || path === undefined) return undefined;
  // One that holds others is the frame of their pages.
  const isFrame = one.children.some((child) => child.kind === 'element');
  const holds = ['element', 'component', 'render', 'children'].some(
    (name) => attributeOf(one, name) !== undefined,
  );
  if (isFrame || !holds) return undefined;
  return { at: one, name: path, group: '<Route>', guard: guardOfElement(one) ?? around };
}

/** An element that is a guard, or a route whose element begins with one. */
function guardOfElement(one: Element): string | undefined {
  if (isGuardName(one.name) || one.name.startsWith('Private')) return one.name;
  for (const attribute of one.attributes) {
    if (attribute.kind !== 'attribute' || attribute.value === undefined) continue;
    if (isGuardName(attribute.name)) return attribute.name;
    if (!/^(?:element|component|render|children|loader|guard)$/.test(attribute.name)) continue;
    const inside = guardIn(attribute.value) ?? elementGuard(attribute.value);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function elementGuard(value: Code): string | undefined {
  for (const inner of everythingIn(value)) {
    if (inner.kind === 'element' && isGuardName(inner.name)) return inner.name;
  }
  return undefined;
}

function attributeOf(one: Element, name: string): Code | undefined {
  for (const attribute of one.attributes)
    if (attribute.kind === 'attribute' && attribute.name === name) return attribute.value;
  return undefined;
}

/** A handler by its decorators, or by what it is given. */
function routeOfFunction(one: FunctionCode, group: string, textOf: TextOf): Route | undefined {
  if (one.name === undefined || one.body === undefined) return undefined;
  const isDecorated = one.decorators.some((decorator) => {
    const callee = decorator.kind === 'call' ? decorator.callee : decorator;
    return ROUTE_DECORATOR.test(lastWord(callee));
  });
  if (!isDecorated && !takesRequest(one)) return undefined;
  const isHelper = isGuardName(one.name) || one.modifiers.includes('private');
  return isHelper
    ? undefined
    : { at: one, name: one.name, group: `${group} handler`, guard: guardOf(one, textOf) };
}

const REQUEST_TYPE =
  /http\.Request\b|gin\.Context\b|echo\.Context\b|fiber\.Ctx\b|HttpServletRequest\b|HttpRequest\b|(?:^|[\s&:])Request\b|HttpContext\b|httplib::Request\b|NextRequest\b/;

function takesRequest({ params, name, form }: FunctionCode): boolean {
  if (form === 'lambda' || form === 'constructor' || params.length === 0 || 3 < params.length)
    return false;
  const [first, second] = params;
  if (params.some(({ type }) => type !== undefined && REQUEST_TYPE.test(type))) return true;
  if (first?.name === 'req' && second?.name === 'res') return true;
  if (/^(?:GET|POST|PUT|PATCH|DELETE)$/.test(name ?? '')) return true;
  return first?.name === 'request' && first.type === undefined;
}

function guardOfClass(one: ClassCode): string | undefined {
  for (const decorator of one.decorators) {
    const callee = decorator.kind === 'call' ? decorator.callee : decorator;
    const name = lastWord(callee);
    if (isGuardName(name)) return name;
    if (decorator.kind !== 'call' || !/^(?:UseGuards|Secured|method_decorator)$/.test(name))
      continue;
    const inner = decorator.args.map((arg) => guardIn(arg)).find((found) => found !== undefined);
    if (inner !== undefined) return inner;
  }
  return one.bases.find((base) => /LoginRequired|PermissionRequired|Authenticated/.test(base));
}

function isController({ name, bases }: ClassCode): boolean {
  return (name ?? '').endsWith('Controller') && bases.some((base) => /Controller/.test(base));
}

/** Rails' actions: public methods, guarded by `before_action :…, only: […]` or in themselves. */
function* railsRoutes(one: ClassCode, group: string, textOf: TextOf): Generator<Route> {
  const filters: Filter[] = [];
  for (const member of one.members) {
    const call = member.kind === 'expression' ? member.value : member;
    if (call.kind === 'name' && /^(?:private|protected)$/.test(call.name)) return;
    if (call.kind === 'call') {
      if (/^(?:private|protected)$/.test(methodOf(call)) && call.args.length === 0) return;
      if (/^(?:before_action|before_filter|prepend_before_action)$/.test(methodOf(call))) {
        const filter = filterOf(call);
        if (filter) filters.push(filter);
      }
    }
    if (member.kind !== 'function' || member.name === undefined || 0 < member.params.length)
      continue;
    const { name } = member;
    const filter = filters.find(({ only, except }) =>
      only ? only.includes(name) : except?.includes(name) !== true || true,
    );
    yield { at: member, name, group, guard: filter?.guard ?? guardOf(member, textOf) };
  }
}

interface Filter {
  readonly guard: string;
  readonly only: readonly string[] | undefined;
  readonly except: readonly string[] | undefined;
}

function filterOf(call: Call): Filter | undefined {
  const guard = call.args.map((arg) => guardText(arg)).find((name) => name !== undefined);
  if (guard === undefined) return undefined;
  const namesAt = (key: string): readonly string[] | undefined => {
    const arg = call.args.find((one) => one.kind === 'named' && one.name === key);
    if (arg?.kind !== 'named') return undefined;
    const items = arg.value.kind === 'list' ? arg.value.items : [arg.value];
    return items.map((item) => plainText(item) ?? '');
  };
  return { guard, only: namesAt('only'), except: namesAt('except') };
}
