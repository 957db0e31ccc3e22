import type { SignalParams, SignalSource } from '../../server/src/protocol/index.ts';
import type { Schedule } from '../lifetime.ts';
import type { Observation } from './observation.ts';
import { shapeOf } from './shape.ts';

/**
 * After an edit of a clean document the editor tells within a few milliseconds that it is dirty
 * now. After a reload from disk it never does. This long we wait before we call it a reload.
 */
export const FLIP_MS = 100;
/**
 * Word of an accept command comes right behind the change it made: 0.3 to 1.8 ms were measured.
 * The server keeps a change unexplained for 250 ms, so there is room for a slow moment.
 */
export const WITNESS_MS = 60;

export interface TrackerPorts {
  readonly send: (signal: SignalParams) => void;
  readonly schedule: Schedule;
  /** True when the texts are what a paste provider saw a moment ago. */
  readonly isPasted: (texts: readonly string[]) => boolean;
  /** True while word of accept commands may come (tier C). */
  readonly hearsOfAccepts: () => boolean;
}

export interface SignalTracker {
  readonly observe: (observation: Observation) => void;
  /** An accept command has just run in this document. */
  readonly accepted: (command: string, uri: string) => void;
  readonly dispose: () => void;
}

/** A change whose signal waits for what comes right after it. */
interface PendingChange {
  readonly uri: string;
  readonly version: number;
  readonly source: SignalSource;
  /** An undo or a paste is known for what it is, and white space is nobody's. */
  readonly isClaimable: boolean;
  /** The accept command that made this change. */
  claimedBy: string | undefined;
  /** True while word of an accept command may still come. */
  awaitsWitness: boolean;
  /** Whether the document becomes dirty decides between an edit and a reload. */
  flip: 'waiting' | 'dirty' | 'reload' | 'not-needed';
  cancelTimers: () => void;
}

/**
 * Turns observations into signals. It holds a signal back only while something that is already
 * under way can change it: the dirty state of a clean document, or word of an accept command.
 */
export function createSignalTracker(ports: TrackerPorts): SignalTracker {
  const pending = new Map<string, readonly PendingChange[]>();

  function observe(observation: Observation): void {
    settleFlips(observation);
    if (observation.texts.length === 0) return;
    overtake(observation.uri);
    const { direction, reason } = observation;
    const isKnown = direction === undefined && reason !== undefined;
    // The platform calls an accepted completion that is a snippet just that.
    if (isKnown && !(reason.source === 'snippet' && ports.hearsOfAccepts())) {
      send(observation, { kind: 'platform', ...reason });
      return;
    }
    hold(observation);
  }

  function hold(observation: Observation): void {
    const source = heldSource(observation, ports.isPasted);
    const isKnown = source.kind === 'history' || source.kind === 'paste';
    const change: PendingChange = {
      uri: observation.uri,
      version: observation.version,
      source,
      isClaimable: !isKnown && observation.texts.join('').trim() !== '',
      claimedBy: undefined,
      awaitsWitness: false,
      flip:
        isKnown || source.kind === 'platform' || observation.isDirty || !observation.isOnDisk
          ? 'not-needed'
          : 'waiting',
      cancelTimers: () => undefined,
    };
    change.awaitsWitness = change.isClaimable && ports.hearsOfAccepts();
    pending.set(change.uri, [...(pending.get(change.uri) ?? []), change]);
    startTimers(change);
    settle(change);
  }

  function startTimers(change: PendingChange): void {
    const cancelFlip = ports.schedule(FLIP_MS, () => {
      if (change.flip === 'waiting') change.flip = 'reload';
      settle(change);
    });
    const cancelWitness = ports.schedule(WITNESS_MS, () => {
      change.awaitsWitness = false;
      settle(change);
    });
    change.cancelTimers = () => {
      cancelFlip();
      cancelWitness();
    };
  }

  /** The next event of a document tells what became of the changes that still wait for it. */
  function settleFlips(observation: Observation): void {
    for (const change of pending.get(observation.uri) ?? []) {
      if (change.flip !== 'waiting') continue;
      change.flip = observation.isDirty ? 'dirty' : 'reload';
      settle(change);
    }
  }

  /** A newer change came: word of an accept command would be about that one. */
  function overtake(uri: string): void {
    for (const change of pending.get(uri) ?? []) {
      change.awaitsWitness = false;
      settle(change);
    }
  }

  /** Only the newest change can be the accepted one, and only while it still waits. */
  function accepted(command: string, uri: string): void {
    const newest = pending.get(uri)?.at(-1);
    if (newest === undefined || !newest.awaitsWitness) return;
    newest.claimedBy = command;
    newest.awaitsWitness = false;
    settle(newest);
  }

  function settle(change: PendingChange): void {
    if (change.flip === 'waiting' || change.awaitsWitness) return;
    change.cancelTimers();
    const others = (pending.get(change.uri) ?? []).filter((other) => other !== change);
    if (others.length === 0) pending.delete(change.uri);
    else pending.set(change.uri, others);
    send(change, settledSource(change));
  }

  function send(at: { readonly uri: string; readonly version: number }, source: SignalSource) {
    ports.send({ uri: at.uri, version: at.version, source });
  }

  function dispose(): void {
    for (const changes of pending.values()) {
      for (const change of changes) change.cancelTimers();
    }
    pending.clear();
  }

  return Object.freeze({ observe, accepted, dispose });
}

function settledSource(change: PendingChange): SignalSource {
  if (change.flip === 'reload') return { kind: 'reload' };
  if (change.claimedBy !== undefined) return { kind: 'acceptCommand', command: change.claimedBy };
  return change.source;
}

function heldSource(
  observation: Observation,
  isPasted: (texts: readonly string[]) => boolean,
): SignalSource {
  if (observation.direction !== undefined) {
    return { kind: 'history', direction: observation.direction };
  }
  if (observation.reason !== undefined) return { kind: 'platform', ...observation.reason };
  if (isPasted(observation.texts)) return { kind: 'paste' };
  return { kind: shapeOf(observation.texts) };
}
