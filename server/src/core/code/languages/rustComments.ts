/** Rust's comments, those that are documentation included. */
export const RUST_COMMENTS: ReadonlySet<string> = new Set(['line_comment', 'block_comment']);
