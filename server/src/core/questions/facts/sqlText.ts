/** A text is judged by this much of it. */
const MAX_LOOK = 2000;

/** Whole statements, all in capitals or all in small letters: `Select one from the list` is English. */
const STATEMENT =
  /^[\s("'`]*(?:EXPLAIN\s+)?(?:SELECT\b[\s\S]*\sFROM\b|select\b[\s\S]*\sfrom\s+[\w?"`[(.]+(?:\s+(?:where|join|left|inner|order|group|limit|as)\b|\s*$|;)|INSERT\s+(?:OR\s+\w+\s+|IGNORE\s+)?INTO\b|insert\s+into\s|REPLACE\s+INTO\b|UPDATE\s[\s\S]*\sSET\b|update\s+\S+\s+set\s|DELETE\s+FROM\b|delete\s+from\s+\S+\s+where\b|(?:DROP|ALTER|TRUNCATE)\s+(?:TABLE|DATABASE|VIEW|INDEX|SCHEMA|USER|ROLE)\b|CREATE\s+(?:TABLE|DATABASE|VIEW|USER|ROLE|SCHEMA)\b|MERGE\s+INTO\b|WITH\s+\w+\s+AS\s*\(|GRANT\s+\w[\s\S]*\sTO\b|CALL\s+\w+\s*\(|EXEC\s+\w+)/;

/** A statement's later part, added to what is built above. */
const PART =
  /^\s*(?:(?:WHERE|AND|OR|HAVING)\s[\s\S]*?(?:[=<>]|\bLIKE\b|\bIN\s*\(|\bIS\b|\bBETWEEN\b)|ORDER\s+BY\s|GROUP\s+BY\s|LIMIT\s+\?|VALUES\s*\(|(?:where|and|or)\s+[\w.?]+\s*(?:=|like\s|in\s*\()|(?:INNER|LEFT|RIGHT)\s+JOIN\s|order\s+by\s)/;

/** Whether a text is a statement of SQL; values in it are written as `?`. */
export function isSqlStatement(words: string): boolean {
  return STATEMENT.test(words.slice(0, MAX_LOOK));
}

/** Whether a text goes on with a statement of SQL. */
export function isSqlPart(words: string): boolean {
  return PART.test(words.slice(0, MAX_LOOK));
}
