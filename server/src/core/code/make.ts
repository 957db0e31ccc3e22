import type { Body, ClassCode, Code, FunctionCode } from './code.ts';

/** A function whose body is read when it is first asked for. */
export function functionCode(
  parts: Omit<FunctionCode, 'kind' | 'body'>,
  readBody: (() => Body) | undefined,
): FunctionCode {
  const body = readBody && once(readBody);
  return {
    kind: 'function',
    ...parts,
    get body() {
      return body?.();
    },
  };
}

/** A class whose members are read when they are first asked for. */
export function classCode(
  parts: Omit<ClassCode, 'kind' | 'members'>,
  readMembers: () => readonly Code[],
): ClassCode {
  const members = once(readMembers);
  return {
    kind: 'class',
    ...parts,
    get members() {
      return members();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
