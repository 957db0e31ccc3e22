import { type ChildProcess, spawn } from 'node:child_process';
import type { Shop } from './shop.ts';

/** How the server ended. */
export interface ServerEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A language client that owes nothing to any library: it speaks what the specification says. */
export interface BareClient {
  readonly pid: number;
  /** Resolves with the answer's `result`; rejects with its `error`. */
  request<T>(method: string, params?: unknown): Promise<T>;
  notify(method: string, params?: unknown): void;
  /** The first notification, from now on or before, that fits and was not taken yet. */
  heard<T>(method: string, fits?: (params: T) => boolean): Promise<T>;
  /** The methods of all that came unasked, in order. */
  methods(): readonly string[];
  /** Writes these very bytes. */
  write(bytes: Buffer): void;
  /** Standard input ends, and nothing is said before. */
  hangUp(): void;
  readonly ended: Promise<ServerEnd>;
}

/** An answer that is an error. */
export class Refused extends Error {
  readonly code: number;
  constructor({ code, message }: { readonly code: number; readonly message: string }) {
    super(message);
    this.code = code;
  }
}

interface Envelope {
  readonly id?: number;
  readonly method?: string;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Starts `countersign lsp --stdio` as an editor does. */
export function startBareClient(shop: Shop): BareClient {
  const child = spawn('countersign', ['lsp', '--stdio'], { cwd: shop.dir, env: shop.env });
  const pending = new Map<number, (body: string) => void>();
  const unasked: { readonly method: string; readonly body: string }[] = [];
  const taken = new Set<string>();
  const listening = new Set<() => void>();
  let nextId = 1;
  const send = (message: object): void => {
    child.stdin.write(framed(JSON.stringify({ jsonrpc: '2.0', ...message })));
  };
  readBodies(child, (body) => {
    const { id, method }: Envelope = JSON.parse(body);
    if (method === undefined && id !== undefined) {
      pending.get(id)?.(body);
      pending.delete(id);
      return;
    }
    if (method === undefined) return;
    unasked.push({ method, body });
    if (id !== undefined) send({ id, result: null });
    for (const check of listening) check();
  });
  return {
    pid: child.pid ?? 0,
    request: <T>(method: string, params?: unknown) =>
      new Promise<T>((resolve, reject) => {
        const id = nextId++;
        pending.set(id, (body) => {
          const { error }: Envelope = JSON.parse(body);
          if (error) return reject(new Refused(error));
          const { result }: { readonly result: T } = JSON.parse(body);
          resolve(result);
        });
        send({ id, method, params });
      }),
    notify: (method, params) => send({ method, params }),
    heard: <T>(method: string, fits: (params: T) => boolean = () => true) =>
      new Promise<T>((resolve) => {
        const check = (): void => {
          for (const [i, one] of unasked.entries()) {
            const key = `${method} ${i}`;
            if (one.method !== method || taken.has(key)) continue;
            const { params }: { readonly params: T } = JSON.parse(one.body);
            if (!fits(params)) continue;
            taken.add(key);
            listening.delete(check);
            return resolve(params);
          }
        };
        listening.add(check);
        check();
      }),
    methods: () => unasked.map(({ method }) => method),
    write: (bytes) => void child.stdin.write(bytes),
    hangUp: () => void child.stdin.end(),
    ended: new Promise((resolve) => {
      child.on('close', (code, signal) => resolve({ code, signal }));
    }),
  };
}

/** One message as it goes over the line. */
export function framed(body: string): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

/** Cuts the stream into the bodies of its messages, however the bytes come. */
function readBodies({ stdout }: ChildProcess, onBody: (body: string) => void): void {
  let waiting = Buffer.alloc(0);
  stdout?.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const head = waiting.indexOf('\r\n\r\n');
      if (head < 0) return;
      const [, length] = /^Content-Length: (\d+)$/im.exec(waiting.toString('ascii', 0, head)) ?? [];
      if (length === undefined) throw new Error(`no length in ${waiting.toString()}`);
      const end = head + 4 + Number(length);
      if (waiting.length < end) return;
      const body = waiting.toString('utf8', head + 4, end);
      waiting = waiting.subarray(end);
      onBody(body);
    }
  });
}
