/** Folders and names that test code has in the languages' own runners. */
const TEST_PATH =
  /(?:^|\/)(?:tests?|specs?|__tests__|testing|e2e|testdata|fixtures)\/|(?:^|[/._-])(?:test|spec)s?[._-]|[._-](?:test|tests|spec|specs)\.\w+$|(?:^|\/)test_[^/]*$|(?:Test|Tests|TestCase|Spec)\.\w+$|conftest\.py$/;

/** Whether a file holds tests, by its path. */
export function isTestPath(path: string): boolean {
  return TEST_PATH.test(path);
}
