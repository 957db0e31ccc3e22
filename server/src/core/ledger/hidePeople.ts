import type { Origin } from '../attribution/origin.ts';
import type { People } from '../policy/policy.ts';
import type { Sha256 } from '../ports.ts';
import type { LedgerRecord } from './record.ts';

/**
 * A record as it goes to others under `ledger.people: hashed`: of people only a hash of their e-mail
 * address, by which the same person is known again.
 */
export function withoutPeople<T extends LedgerRecord>(record: T, sha256: Sha256): T {
  const { name: _, ...by } = record.by;
  const hidden = {
    ...record,
    by: record.by.type === 'human' ? { ...by, id: hashedPerson(by.id, sha256) } : record.by,
  };
  switch (record.kind) {
    case 'provenance':
    case 'pointer': {
      const origins = record.detail.origins.map((origin) => hiddenOrigin(origin, sha256));
      return { ...hidden, detail: { ...record.detail, origins } };
    }
    case 'removal': {
      const origin = hiddenOrigin(record.detail.origin, sha256);
      return { ...hidden, detail: { ...record.detail, origin } };
    }
    case 'hint': {
      // Whoever wrote the message may have put a person's name beside an assistant's address.
      const { name: __, ...detail } = record.detail;
      return { ...hidden, detail };
    }
    default:
      return hidden;
  }
}

/** A record in the form that others get under `ledger.people`. */
export function sharedForm<T extends LedgerRecord>(record: T, people: People, sha256: Sha256): T {
  return people === 'hashed' ? withoutPeople(record, sha256) : record;
}

/** The hash of an address; what is one already stays. */
export function hashedPerson(id: string, sha256: Sha256): string {
  return id.startsWith(HASHED) ? id : sha256(`countersign person\n${id.trim().toLowerCase()}`);
}

const HASHED = 'sha256:';

export function isHashedPerson(id: string): boolean {
  return id.startsWith(HASHED);
}

/** `Name <address>` becomes the hash of the address. */
function hiddenOrigin(origin: Origin, sha256: Sha256): Origin {
  if (!('by' in origin) || origin.by === undefined) return origin;
  const address = /<([^<>]*)>\s*$/.exec(origin.by)?.[1] ?? origin.by;
  return { ...origin, by: hashedPerson(address, sha256) };
}
