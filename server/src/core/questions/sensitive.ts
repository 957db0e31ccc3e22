/** What code may touch where a mistake costs more than elsewhere. */
export type Subject =
  | 'authentication'
  | 'money'
  | 'cryptography'
  | 'migrations'
  | 'concurrency'
  | 'infrastructure';

/** Words of names (`chargeCard` has two), in lower case. */
const WORDS: { readonly [S in Subject]: readonly string[] } = {
  authentication: [
    ...['auth', 'authenticate', 'authentication', 'authorize', 'authorization', 'authorise'],
    ...['login', 'logout', 'signin', 'password', 'passwd', 'credential', 'credentials', 'oauth'],
    ...['jwt', 'session', 'permission', 'permissions', 'role', 'roles', 'acl', 'rbac', 'csrf'],
  ],
  money: [
    ...['payment', 'payments', 'billing', 'invoice', 'invoices', 'refund', 'refunds', 'charge'],
    ...['checkout', 'payout', 'ledger', 'currency', 'tax', 'vat', 'price', 'prices', 'salary'],
  ],
  cryptography: [
    ...['crypto', 'cipher', 'encrypt', 'decrypt', 'hmac', 'nonce', 'signature', 'certificate'],
    ...['tls', 'ssl', 'keystore'],
  ],
  migrations: ['migration', 'migrations', 'migrate', 'backfill', 'schema'],
  concurrency: [
    ...['mutex', 'semaphore', 'lock', 'rwlock', 'atomic', 'synchronized', 'goroutine', 'thread'],
  ],
  infrastructure: [
    ...['terraform', 'kubernetes', 'k8s', 'helm', 'ansible', 'deploy', 'deployment', 'iam'],
  ],
};

/** So many different words make a block be about a subject; a folder's or file's name needs one. */
const MIN_WORDS = 2;

/** What a file is about, by its path. */
export function subjectsOfPath(path: string): readonly Subject[] {
  const words = new Set(path.split(/[/.]/).flatMap(wordsOf));
  return subjects().filter((subject) => WORDS[subject].some((word) => words.has(word)));
}

/** What a block is about, by the names in its text. */
export function subjectsOfText(symbol: string, text: string): readonly Subject[] {
  const own = new Set(wordsOf(symbol));
  // A minified file is a few names, again and again.
  const names = new Set<string>();
  for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) names.add(name);
  const words = new Set([...names].flatMap(wordsOf));
  return subjects().filter((subject) => {
    const found = WORDS[subject].filter((word) => words.has(word));
    return MIN_WORDS <= found.length || found.some((word) => own.has(word));
  });
}

function subjects(): readonly Subject[] {
  return ['authentication', 'money', 'cryptography', 'migrations', 'concurrency', 'infrastructure'];
}

/** `chargeCard`, `charge_card`, `ChargeCARD2`: charge, card. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+|(?<=[a-z])(?=\d)/)
    .filter((word) => word !== '');
}
