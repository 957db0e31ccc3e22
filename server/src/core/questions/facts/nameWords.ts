/** The words of a name, in small letters: `dbPassword`, `DB_PASSWORD`, `db-password` are `db`, `password`. */
export function nameWords(name: string): readonly string[] {
  return name
    .slice(0, MAX_NAME)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

const MAX_NAME = 200;
