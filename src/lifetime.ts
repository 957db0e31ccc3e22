/** Something that holds on to the editor until it is let go. */
export interface Disposable {
  dispose(): void;
}

export interface Emitter<T> {
  readonly on: (listener: (value: T) => void) => Disposable;
  readonly fire: (value: T) => void;
}

/** A plain event source, so that the room's inner parts need no editor types. */
export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<(value: T) => void>();
  return Object.freeze({
    on: (listener: (value: T) => void) => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    fire: (value: T) => {
      for (const listener of listeners) listener(value);
    },
  });
}

/** Lets go of all of them, the last first, and only once. */
export function disposeAll(held: Disposable[]): void {
  for (const one of held.splice(0).reverse()) one.dispose();
}

/** Runs `task` once after `ms`, unless the answer is called before. */
export type Schedule = (ms: number, task: () => void) => () => void;

export const scheduleWithTimer: Schedule = (ms, task) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};
