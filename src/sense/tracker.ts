import type { SignalParams, SignalSource } from '../../server/src/protocol/index.ts';
import type { Schedule } from '../lifetime.ts';
import type { Observation } from './observation.ts';
import { shapeOf } from './shape.ts';

/**
 * After an edit of a clean document the editor tells within a few milliseconds that it is dirty
 * now. After a reload from disk it never does. This long we wait before we call it a reload.
 */
export const FLIP_MS = 100;
/** The server keeps a change unexplained for 250 ms: a held signal must leave before that. */
export const HOLD_MS = 200;

export interface TrackerPorts {
  readonly send: (signal: SignalParams) => void;
  readonly schedule: Schedule;
  /** True when the texts are what a paste provider saw a moment ago. */
  readonly isPasted: (texts: readonly string[]) => boolean;
}

/** The time between an accept command's start and its end, for one document. */
export interface Bracket {
  readonly close: () => void;
}

export interface SignalTracker {
  readonly observe: (observation: Observation) => void;
  /** The command of an accept starts on this document version. */
  readonly openBracket: (command: string, uri: string, version: number) => Bracket;
  readonly dispose: () => void;
}

interface OpenBracket {
  readonly command: string;
  readonly uri: string;
  readonly versionBefore: number;
  /** Every change of the document while the bracket is open. */
  readonly changes: PendingChange[];
}

/** A change whose signal waits for what comes right after it. */
interface PendingChange {
  readonly uri: string;
  readonly version: number;
  readonly source: SignalSource;
  /** An undo or a paste is known for what it is; only other edits may turn out to be an accept. */
  readonly isClaimable: boolean;
  /** The accept command that made this change, once its bracket is closed. */
  claimedBy: string | undefined;
  nOpenBrackets: number;
  /** Whether the document becomes dirty decides between an edit and a reload. */
  flip: 'waiting' | 'dirty' | 'reload' | 'not-needed';
  isSent: boolean;
  cancelTimers: () => void;
}

/**
 * Turns observations into signals. It holds a signal back only while something that is already
 * under way can change it: the dirty state of a clean document, or an open accept command.
 */
export function createSignalTracker(ports: TrackerPorts): SignalTracker {
  const pending = new Map<string, PendingChange[]>();
  const openBrackets = new Set<OpenBracket>();

  function observe(observation: Observation): void {
    settleFlips(observation);
    if (observation.texts.length === 0) return;
    if (observation.direction === undefined && observation.reason !== undefined) {
      send(observation, { kind: 'platform', ...observation.reason });
      return;
    }
    hold(observation);
  }

  function hold(observation: Observation): void {
    const source = stableSource(observation, ports.isPasted);
    const isKnown = source.kind === 'history' || source.kind === 'paste';
    const change: PendingChange = {
      uri: observation.uri,
      version: observation.version,
      source,
      isClaimable: !isKnown && observation.texts.join('').trim() !== '',
      claimedBy: undefined,
      nOpenBrackets: 0,
      flip: isKnown || observation.isDirty || !observation.isOnDisk ? 'not-needed' : 'waiting',
      isSent: false,
      cancelTimers: () => undefined,
    };
    for (const bracket of openBrackets) {
      if (bracket.uri !== observation.uri) continue;
      bracket.changes.push(change);
      change.nOpenBrackets += 1;
    }
    if (!isWaiting(change)) {
      send(change, change.source);
      return;
    }
    pending.set(change.uri, [...(pending.get(change.uri) ?? []), change]);
    startTimers(change);
  }

  function startTimers(change: PendingChange): void {
    const cancelFlip = ports.schedule(FLIP_MS, () => {
      if (change.flip === 'waiting') change.flip = 'reload';
      settle(change);
    });
    const cancelHold = ports.schedule(HOLD_MS, () => release(change));
    change.cancelTimers = () => {
      cancelFlip();
      cancelHold();
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

  function settle(change: PendingChange): void {
    if (!isWaiting(change)) release(change);
  }

  /** Sends what is known by now. A bracket that closes later may still amend it. */
  function release(change: PendingChange): void {
    change.cancelTimers();
    const others = (pending.get(change.uri) ?? []).filter((other) => other !== change);
    if (others.length === 0) pending.delete(change.uri);
    else pending.set(change.uri, others);
    if (change.isSent) return;
    change.isSent = true;
    send(change, settledSource(change));
  }

  function send(at: { readonly uri: string; readonly version: number }, source: SignalSource) {
    ports.send({ uri: at.uri, version: at.version, source });
  }

  function openBracket(command: string, uri: string, version: number): Bracket {
    const bracket: OpenBracket = { command, uri, versionBefore: version, changes: [] };
    openBrackets.add(bracket);
    return Object.freeze({ close: () => closeBracket(bracket) });
  }

  function closeBracket(bracket: OpenBracket): void {
    if (!openBrackets.delete(bracket)) return;
    const accepted = acceptedChange(bracket);
    for (const change of bracket.changes) {
      change.nOpenBrackets -= 1;
      if (change === accepted) change.claimedBy = bracket.command;
      if (!change.isSent) settle(change);
      else if (change === accepted && change.flip !== 'reload') send(change, settledSource(change));
    }
  }

  function dispose(): void {
    for (const changes of pending.values()) {
      for (const change of changes) change.cancelTimers();
    }
    pending.clear();
    openBrackets.clear();
  }

  return Object.freeze({ observe, openBracket, dispose });
}

/** Exactly one change, made on the very version the command started on; else nothing. */
function acceptedChange(bracket: OpenBracket): PendingChange | undefined {
  const [change, ...others] = bracket.changes;
  if (change === undefined || others.length !== 0) return undefined;
  if (change.version !== bracket.versionBefore + 1) return undefined;
  return change.isClaimable && change.claimedBy === undefined ? change : undefined;
}

function isWaiting(change: PendingChange): boolean {
  if (change.flip === 'waiting') return true;
  return change.claimedBy === undefined && 0 < change.nOpenBrackets;
}

function settledSource(change: PendingChange): SignalSource {
  if (change.flip === 'reload') return { kind: 'reload' };
  if (change.claimedBy !== undefined) return { kind: 'acceptCommand', command: change.claimedBy };
  return change.source;
}

function stableSource(
  observation: Observation,
  isPasted: (texts: readonly string[]) => boolean,
): SignalSource {
  if (observation.direction !== undefined) {
    return { kind: 'history', direction: observation.direction };
  }
  if (isPasted(observation.texts)) return { kind: 'paste' };
  return { kind: shapeOf(observation.texts) };
}
