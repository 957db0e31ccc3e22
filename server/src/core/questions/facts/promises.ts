import { nameWords } from './nameWords.ts';

const WORK = new Set(
  'save send process validate verify create update delete remove calculate compute load fetch store parse build generate authenticate authorize authorise encrypt decrypt charge pay refund upload download import export sync migrate convert transform render sort filter merge cancel publish submit insert persist write read retrieve search find get check sanitize sanitise escape hash sign approve reject schedule dispatch deliver ship book reserve purge archive backup restore apply aggregate normalize normalise format serialize deserialize add subtract multiply divide sum count set login logout register checkout withdraw deposit transfer'.split(
    ' ',
  ),
);

/** Whether a function's name says that it does something in particular: `saveUser`, `calculate_tax`. */
export function promisesWork(name: string): boolean {
  const [first, ...more] = nameWords(name);
  return first !== undefined && WORK.has(first) && (0 < more.length || !HOOKS.has(first));
}

/** By themselves they are often there for others to fill. */
const HOOKS = new Set([
  'check',
  'add',
  'set',
  'get',
  'load',
  'apply',
  'update',
  'sign',
  'render',
  'build',
  'read',
  'write',
  'sync',
  'count',
  'validate',
  'process',
  'create',
  'remove',
  'delete',
  'export',
  'import',
  'register',
  'dispatch',
]);
