import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, lastWord, methodOf, plainText } from '../../code/say.ts';
import { keyOf } from '../compare.ts';
import type { RuleContext } from '../rule.ts';
import type { Assertion } from './assertions.ts';
import type { TestCase } from './testCases.ts';

/** A method that a test replaced with its own. */
export interface Stub {
  /** As code calls it. */
  readonly method: string;
  /** What it gives now. */
  readonly key: string;
  /** What it is called on; empty where that is not known. */
  readonly object: string;
}

const GIVES =
  /^(?:mockReturnValue|mockResolvedValue|mockReturnValueOnce|mockResolvedValueOnce|thenReturn|Returns|ReturnsAsync|willReturn|and_return|andReturn|Return|WillOnce|WillRepeatedly|returns|resolves|return_once|return_const|returning|return_value|side_effect)$/;

/** `m.mockReturnValue(5)`, `when(a.m()).thenReturn(5)`, `allow(a).to receive(:m).and_return(5)`, `m.return_value = 5`. */
export function stubsIn({ view }: RuleContext, test: TestCase): readonly Stub[] {
  const found: Stub[] = [];
  for (const node of everythingIn(test.body)) {
    if (node.kind === 'call' && GIVES.test(methodOf(node)) && node.callee.kind === 'member') {
      const [given] = node.args;
      const named = stubbedMethod(node.callee.object);
      const method = NEW_MOCKS.test(named) ? nameOfNew(view, node) : named;
      const value = given?.kind === 'call' && methodOf(given) === 'Return' ? given.args[0] : given;
      const plain = value?.kind === 'function' ? returnOf(value) : value;
      const object = NEW_MOCKS.test(named)
        ? holderOf(view, node)
        : stubbedObject(view, node.callee.object, method);
      if (plain && method !== '') found.push({ method, key: keyOf(view, plain), object });
    } else if (
      node.kind === 'assign' &&
      node.value &&
      node.target.kind === 'member' &&
      GIVES.test(node.target.name)
    ) {
      const method = lastWord(node.target.object);
      const object = stubbedObject(view, node.target.object, method);
      found.push({ method, key: keyOf(view, node.value), object });
    } else if (node.kind === 'call' && /^(?:patch|object|fn|stub|spyOn)$/.test(methodOf(node))) {
      const named = node.args.find((arg) => arg.kind === 'named' && arg.name === 'return_value');
      const target = plainText(node.args.find(({ kind }) => kind === 'text'));
      if (named?.kind === 'named' && target !== undefined) {
        const method = target.split('.').at(-1) ?? target;
        found.push({ method, key: keyOf(view, named.value), object: '' });
      }
    }
  }
  return found;
}

const NEW_MOCKS = /^(?:fn|stub|fake|mock|Mock|MagicMock|AsyncMock|createStub|createMock|)$/;

/** `{ rateOf: vi.fn().mockReturnValue(5) }`, `const load = vi.fn()…`: what a new mock is called. */
function nameOfNew(view: CodeView, call: Call): string {
  const parent = view.parentOf(call);
  if (parent?.kind === 'entry') return plainText(parent.key) ?? lastWord(parent.key);
  return parent?.kind === 'declare' ? lastWord(parent.target) : '';
}

/** `service` of `const service = { rateOf: vi.fn()… }`. */
function holderOf(view: CodeView, call: Call): string {
  const holder = view.around(call).find(({ kind }) => kind === 'declare' || kind === 'assign');
  const isHeld = view.parentOf(call)?.kind === 'entry';
  return isHeld && (holder?.kind === 'declare' || holder?.kind === 'assign')
    ? keyOf(view, holder.target)
    : '';
}

/** What the stubbed method is called on, as code writes it: `repository` of `when(repository.find(1))`. */
function stubbedObject(view: CodeView, code: Code, method: string): string {
  for (const node of everythingIn(code)) {
    if (node.kind === 'member' && node.name === method) return keyOf(view, node.object);
  }
  return '';
}

function returnOf(code: Code): Code | undefined {
  if (code.kind !== 'function') return undefined;
  const [first] = code.body?.statements ?? [];
  return first?.kind === 'return' ? first.value : undefined;
}

/** The method that a stub is of: the last one called or named before it gives a value. */
function stubbedMethod(code: Code): string {
  for (let node = code; ; ) {
    if (node.kind === 'call') {
      const name = methodOf(node);
      const [first] = node.args;
      if (
        /^(?:when|given|Setup|SetupGet|spyOn|On|method|receive|expects|shouldReceive|stub|stubs|mocked|mock|to|EXPECT_CALL|ON_CALL|doReturn)$/.test(
          name,
        )
      ) {
        const inner = name === 'spyOn' || name.endsWith('_CALL') ? node.args[1] : first;
        if (!inner) return '';
        const text = plainText(inner);
        if (text !== undefined) return text;
        if (inner.kind === 'function') return lastCalled(returnOf(inner));
        return inner.kind === 'call' && /^(?:receive|mocked)$/.test(methodOf(inner))
          ? stubbedMethod(inner)
          : lastCalled(inner);
      }
      if (/^(?:expect_\w+|\w+_mock)$/.test(name)) return name.replace(/^expect_/, '');
      node = node.callee;
    } else if (node.kind === 'member') {
      if (node.object.kind !== 'call') return node.name;
      node = node.object;
    } else return node.kind === 'name' ? node.name : '';
  }
}

function lastCalled(code: Code | undefined): string {
  if (code?.kind === 'call') return methodOf(code);
  return code ? lastWord(code) : '';
}

/** What is asserted is what the mock was told to give. */
export function isMocked(
  { view }: RuleContext,
  test: TestCase,
  { subject, expected }: Assertion,
  stubs: readonly Stub[],
): boolean {
  if (!subject || stubs.length === 0) return false;
  const call = callOf(subject);
  const direct = call && stubs.find(({ method }) => method === methodOf(call));
  const [value] = expected;
  if (direct && value && direct.key === keyOf(view, value)) return true;
  // `const found = repository.find(1); expect(found.name)…`: all of it comes from the mock.
  const made = callOf(valueOf(view, test, rootOf(subject)));
  const object = made?.callee.kind === 'member' ? keyOf(view, made.callee.object) : '';
  return (
    made !== undefined &&
    stubs.some(
      (stub) =>
        stub.method === methodOf(made) &&
        (stub.object === '' ? value && stub.key === keyOf(view, value) : stub.object === object),
    )
  );
}

/** The name that a chain of members and calls begins with. */
function rootOf(code: Code): string {
  for (let node = code; ; ) {
    if (node.kind === 'name') return node.name;
    if (node.kind === 'member') node = node.object;
    else if (node.kind === 'call') node = node.callee;
    else if (node.kind === 'await' || node.kind === 'propagate') node = node.value;
    else return '';
  }
}

/** What a test gives a variable where it declares it, once. */
function valueOf(view: CodeView, { start, end }: TestCase, name: string): Code | undefined {
  if (name === '') return undefined;
  const [only, ...more] = view
    .all('declare', 'assign')
    .filter((one) => start <= one.start && one.end <= end && lastWord(one.target) === name);
  return more.length === 0 ? only?.value : undefined;
}

function callOf(code: Code | undefined): Call | undefined {
  if (code?.kind === 'call') return code;
  return code?.kind === 'await' || code?.kind === 'propagate' || code?.kind === 'cast'
    ? callOf(code.value)
    : undefined;
}
