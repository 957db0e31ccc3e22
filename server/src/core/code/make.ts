import { lazily } from '../lazily.ts';
import type { Body, ClassCode, Code, FunctionCode } from './code.ts';

/** A function whose body is read when it is first asked for. */
export function functionCode(
  parts: Omit<FunctionCode, 'kind' | 'body'>,
  readBody: (() => Body) | undefined,
): FunctionCode {
  const body = readBody && lazily(readBody);
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
  const members = lazily(readMembers);
  return {
    kind: 'class',
    ...parts,
    get members() {
      return members();
    },
  };
}
