/** A co-author's address or GitHub login, with where its owner, or their users, say so. */
export type CoAuthorMark =
  | { readonly email: string; readonly source: string }
  | { readonly login: string; readonly source: string };

/** One row of the table of assistants. Law: a mark is the assistant's alone, never a person's. */
export interface Assistant {
  /** As people know it. */
  readonly name: string;
  readonly marks: readonly CoAuthorMark[];
}

/**
 * The assistant behind an address. A name tells nothing: people are called Claude, Devin, Jules.
 * GitHub's own addresses hold a login, with or without the number of the account before it.
 */
export function assistantOf(
  assistants: readonly Assistant[],
  address: string,
): Assistant | undefined {
  const email = address.trim().toLowerCase();
  const login = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email)?.[1];
  return assistants.find(({ marks }) =>
    marks.some((mark) =>
      'email' in mark ? mark.email === email : mark.login.toLowerCase() === login,
    ),
  );
}
