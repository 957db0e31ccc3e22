import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Numbers ordered as text, and by their values. */
export const lexicalSortExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: "function order(scores, items, version) {\n  scores.sort(); ⟵\n  const years = items.map((item) => item.year);\n  years.sort(); ⟵\n  if (version < '1.10') return [10, 9, 1].sort(); ⟵\n  return [...scores].sort(); ⟵\n}",
    quiet:
      "function order(scores, items, version) {\n  scores.sort((a, b) => a - b);\n  const names = items.map((item) => item.name);\n  names.sort();\n  if (isOlder(version, '1.10')) return [10, 9, 1].sort((a, b) => a - b);\n  return items.sort();\n}",
  },
  {
    languages: ['typescript', 'tsx'],
    asks: 'function median(list: number[]): number {\n  return list.sort()[1]; ⟵\n}',
    quiet:
      'function median(list: number[], words: string[]): number {\n  words.sort();\n  return list.toSorted((a, b) => a - b)[1];\n}',
  },
  {
    languages: ['python'],
    asks: "def order(items, version):\n    if version < '3.10': ⟵\n        return sorted(items, key=str) ⟵\n    return sorted(items, key=lambda item: str(item.price)) ⟵",
    quiet:
      "def order(items, version):\n    if Version(version) < Version('3.10'):\n        return sorted(items)\n    return sorted(items, key=lambda item: item.price)",
  },
  {
    languages: ['go'],
    asks: 'func order(items []Item, versions []string) {\n\tsort.Slice(items, func(i, j int) bool {\n\t\treturn strconv.Itoa(items[i].Age) < strconv.Itoa(items[j].Age) ⟵\n\t})\n\tsort.Strings(versions) ⟵\n}',
    quiet:
      'func order(items []Item, names []string) {\n\tsort.Slice(items, func(i, j int) bool {\n\t\treturn items[i].Age < items[j].Age\n\t})\n\tsort.Strings(names)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn order(items: &mut Vec<Item>) {\n    items.sort_by_key(|item| item.age.to_string()); ⟵\n    items.sort_by(|a, b| a.age.to_string().cmp(&b.age.to_string())); ⟵\n}',
    quiet:
      'fn order(items: &mut Vec<Item>) {\n    items.sort_by_key(|item| item.age);\n    items.sort_by(|a, b| a.age.cmp(&b.age));\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void order(List<Integer> list) {\n    list.sort(Comparator.comparing(String::valueOf)); ⟵\n    list.sort((a, b) -> a.toString().compareTo(b.toString())); ⟵\n  }\n}',
    quiet:
      'class A {\n  void order(List<Integer> list) {\n    list.sort(Comparator.naturalOrder());\n    list.sort((a, b) -> a.compareTo(b));\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  object Order(IEnumerable<Item> items) {\n    return items.OrderBy(x => x.Age.ToString()); ⟵\n  }\n}',
    quiet:
      'class A {\n  object Order(IEnumerable<Item> items) {\n    return items.OrderBy(x => x.Age);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void order(std::vector<int>& ages) {\n  std::sort(ages.begin(), ages.end(), [](int a, int b) {\n    return std::to_string(a) < std::to_string(b); ⟵\n  });\n}',
    quiet:
      'void order(std::vector<int>& ages) {\n  std::sort(ages.begin(), ages.end(), [](int a, int b) {\n    return a < b;\n  });\n}',
  },
  {
    languages: ['ruby'],
    asks: "def order(numbers, version)\n  return if version < '1.10' ⟵\n  numbers.sort_by(&:to_s) + numbers.sort_by { |n| n.to_s } ⟵\nend",
    quiet:
      "def order(numbers, version)\n  return if Gem::Version.new(version) < Gem::Version.new('1.10')\n  numbers.sort + numbers.sort_by { |n| n.to_i }\nend",
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction order($numbers, $items) {\n  sort($numbers, SORT_STRING); ⟵\n  usort($items, fn($a, $b) => strcmp($a['price'], $b['price'])); ⟵\n}",
    quiet:
      "<?php\nfunction order($numbers, $items) {\n  sort($numbers, SORT_NUMERIC);\n  usort($items, fn($a, $b) => $a['price'] <=> $b['price']);\n}",
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function a(x, items, text, ids) {\n  const years = [...new Set(items.map((i) => i.year))].sort(); ⟵\n  const nums = text.split(',').map(Number).sort(); ⟵\n  const parsed = text.split(',').map((t) => parseInt(t, 10)).filter(Boolean).sort(); ⟵\n  const lens = Array.from(items, (i) => i.length).sort(); ⟵\n  items.sort((p, q) => String(p.size).localeCompare(String(q.size))); ⟵\n  items.sort((p, q) => (p.price.toString() < q.price.toString() ? -1 : 1)); ⟵\n  items.sort((p, q) => `${p.count}`.localeCompare(`${q.count}`)); ⟵\n  return years;\n}",
    quiet:
      "function a(x, items, text, ids) {\n  const years = [...new Set(items.map((i) => i.year))].sort((p, q) => p - q);\n  const nums = text.split(',').map(Number).sort((p, q) => p - q);\n  const names = text.split(',').sort();\n  const words = text.split(',').map((t) => t.trim()).filter(Boolean).sort();\n  items.sort((p, q) => String(p.name).localeCompare(String(q.name)));\n  items.sort((p, q) => String(p.size).localeCompare(String(q.size), undefined, { numeric: true }));\n  items.sort((p, q) => p.price - q.price);\n  return years;\n}",
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function b(releases, pkg, latest) {\n  releases.sort((p, q) => p.version.localeCompare(q.version)); ⟵\n  releases.sort((p, q) => (p.version < q.version ? 1 : -1)); ⟵\n  const versions = releases.map((r) => r.version);\n  versions.sort(); ⟵\n  const current = pkg.version;\n  if (current < latest.version) update(); ⟵\n  if (process.version >= 'v18.0.0') go(); ⟵\n  if (appVersion < minVersion) block(); ⟵\n}",
    quiet:
      'function b(releases, pkg, latest, schemaVersion) {\n  releases.sort((p, q) => compareVersions(p.version, q.version));\n  const versions = releases.map((r) => r.version);\n  versions.sort(semver.compare);\n  if (semver.lt(pkg.version, latest.version)) update();\n  if (schemaVersion < targetSchemaVersion) migrate();\n  if (db.version < 3) go();\n  if (row.version < stored.version) conflict();\n  if (pkg.version === latest.version) go();\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function c(minInput, maxInput, req, form) {\n  if (minInput.value > maxInput.value) swap(); ⟵\n  if (req.query.minPrice > req.query.maxPrice) bad(); ⟵\n  if (form.get('min') > form.get('max')) bad(); ⟵\n  const files = readdirSync('frames').sort((p, q) => (p.match(/\\d+/)[0] < q.match(/\\d+/)[0] ? -1 : 1)); ⟵\n  return files;\n}",
    quiet:
      "function c(minInput, maxInput, req, form) {\n  if (Number(minInput.value) > Number(maxInput.value)) swap();\n  if (minInput.valueAsNumber > maxInput.valueAsNumber) swap();\n  if (req.query.startDate > req.query.endDate) bad();\n  if (Number(form.get('min')) > Number(form.get('max'))) bad();\n  const files = readdirSync('frames').sort((p, q) => Number(p.match(/\\d+/)[0]) - Number(q.match(/\\d+/)[0]));\n  return files;\n}",
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function d(byYear, scores) {\n  const keys = Object.keys(scores).map(Number).sort(); ⟵\n  return _.sortBy(items, (item) => String(item.price)); ⟵\n}',
    quiet:
      'function d(byYear, scores) {\n  const keys = Object.keys(scores).map(Number).sort((a, b) => a - b);\n  return _.sortBy(items, (item) => item.price);\n}',
  },
  {
    languages: ['typescript', 'tsx'],
    asks: 'class H {\n  private readonly counts = new Map<number, number>();\n  private readonly seen: Set<number> = new Set();\n  all(): number[] {\n    return [...this.counts.keys()].sort(); ⟵\n  }\n  some() {\n    return Array.from(this.seen).sort(); ⟵\n  }\n  more(parts: readonly number[]): number[] {\n    const copy = parts.slice();\n    copy.sort(); ⟵\n    return copy.filter((p) => p > 1).sort(); ⟵\n  }\n}',
    quiet:
      'class H {\n  private readonly counts = new Map<string, number>();\n  private readonly seen: Set<string> = new Set();\n  all(): string[] {\n    return [...this.counts.keys()].sort();\n  }\n  some() {\n    return Array.from(this.seen).sort();\n  }\n  more(parts: readonly number[]): number[] {\n    return [...parts].sort((a, b) => a - b);\n  }\n}',
  },
  {
    languages: ['typescript', 'tsx'],
    asks: 'function f(sizes: Record<string, number>, grades: Array<number>): number[] {\n  const values: number[] = [];\n  for (const g of grades) values.push(g);\n  values.sort(); ⟵\n  return Object.values(sizes).sort(); ⟵\n}',
    quiet:
      'function f(sizes: Record<string, number>, grades: string[]): string[] {\n  const values: string[] = [];\n  for (const g of grades) values.push(g);\n  values.sort();\n  return Object.keys(sizes).sort();\n}',
  },
  {
    languages: ['python'],
    asks: 'def a(items, releases, path):\n    items.sort(key=lambda i: f"{i.price}") ⟵\n    items.sort(key=lambda i: "%s" % i.size) ⟵\n    newest = max(releases, key=lambda r: r.version) ⟵\n    newest = sorted(releases, key=lambda r: r["version"], reverse=True)[0] ⟵\n    newest = sorted(releases, key=itemgetter("version")) ⟵\n    newest = max(releases, key=attrgetter("version")) ⟵\n    versions = [r.version for r in releases]\n    versions.sort() ⟵\n    last = sorted(versions)[-1] ⟵\n    best = max(versions) ⟵\n    frames = sorted(path.glob("frame_*.png")) ⟵\n    files = sorted(os.listdir(path), key=lambda n: re.search(r"\\d+", n).group()) ⟵',
    quiet:
      'def a(items, releases, path):\n    items.sort(key=lambda i: i.price)\n    items.sort(key=lambda i: f"{i.name}")\n    newest = max(releases, key=lambda r: Version(r.version))\n    newest = sorted(releases, key=lambda r: parse(r["version"]), reverse=True)[0]\n    versions = [r.version for r in releases]\n    versions.sort(key=Version)\n    best = max(versions, key=parse_version)\n    names = sorted(path.glob("*.png"))\n    files = sorted(os.listdir(path), key=lambda n: int(re.search(r"\\d+", n).group()))',
  },
  {
    languages: ['python'],
    asks: 'import csv\ndef b(path):\n    with open(path) as f:\n        rows = list(csv.DictReader(f))\n    rows.sort(key=lambda row: row["price"]) ⟵\n    top = max(rows, key=lambda row: row["score"]) ⟵\n    numbers = input("Numbers: ").split()\n    numbers.sort() ⟵\n    print(max(input().split())) ⟵\n    a = input("First number: ")\n    b = input("Second number: ")\n    if a > b: ⟵\n        print(a)\n    return top',
    quiet:
      'import csv\ndef b(path):\n    with open(path) as f:\n        rows = list(csv.DictReader(f))\n    rows.sort(key=lambda row: float(row["price"]))\n    rows.sort(key=lambda row: row["name"])\n    numbers = [int(n) for n in input("Numbers: ").split()]\n    numbers.sort()\n    numbers = list(map(int, input().split()))\n    print(max(numbers))\n    names = input("Names: ").split()\n    names.sort()\n    a = int(input("First number: "))\n    b = int(input("Second number: "))\n    if a > b:\n        print(a)\n    return rows',
  },
  {
    languages: ['python'],
    asks: 'def c(self, installed, latest):\n    if installed.version < latest.version: ⟵\n        return True\n    if platform.python_version() < "3.10": ⟵\n        return False\n    if current_version >= latest_version: ⟵\n        return True\n    if request.args["min_price"] > request.args["max_price"]: ⟵\n        abort(400)\n    return str(a.amount) > str(b.amount) ⟵',
    quiet:
      'def c(self, installed, latest):\n    if Version(installed.version) < Version(latest.version):\n        return True\n    if sys.version_info < (3, 10):\n        return False\n    if schema_version >= 3:\n        return True\n    if row.version < other.version:\n        return True\n    if float(request.args["min_price"]) > float(request.args["max_price"]):\n        abort(400)\n    if request.args["from"] > request.args["to"]:\n        abort(400)\n    return a.amount > b.amount',
  },
  {
    languages: ['go'],
    asks: 'type Release struct { Version string; Build int }\nfunc a(rs []Release, lines []string, r *http.Request) {\n\tsort.Slice(rs, func(i, j int) bool { return rs[i].Version < rs[j].Version }) ⟵\n\tslices.SortFunc(rs, func(a, b Release) int { return strings.Compare(a.Version, b.Version) }) ⟵\n\tslices.SortFunc(rs, func(a, b Release) int { return cmp.Compare(a.Version, b.Version) }) ⟵\n\tsort.Slice(rs, func(i, j int) bool { return fmt.Sprint(rs[i].Build) < fmt.Sprint(rs[j].Build) }) ⟵\n\tsort.Slice(rs, func(i, j int) bool { return fmt.Sprintf("%d", rs[i].Build) < fmt.Sprintf("%d", rs[j].Build) }) ⟵\n\tif r.FormValue("min") > r.FormValue("max") { ⟵\n\t\treturn\n\t}\n\tversions := make([]string, 0)\n\tsort.Strings(versions) ⟵\n\tslices.Sort(versions) ⟵\n}',
    quiet:
      'type Release struct { Version string; Build int; Name string }\nfunc a(rs []Release, lines []string, r *http.Request) {\n\tsort.Slice(rs, func(i, j int) bool { return semver.Compare(rs[i].Version, rs[j].Version) < 0 })\n\tslices.SortFunc(rs, func(a, b Release) int { return strings.Compare(a.Name, b.Name) })\n\tsort.Slice(rs, func(i, j int) bool { return rs[i].Build < rs[j].Build })\n\tversions := make([]string, 0)\n\tsemver.Sort(versions)\n\tnumbers := make([]int, 0)\n\tslices.Sort(numbers)\n}',
  },
  {
    languages: ['go'],
    asks: 'func b(line string, version string) {\n\tnumbers := strings.Split(line, ",")\n\tsort.Strings(numbers) ⟵\n\tages := strings.Fields(line)\n\tslices.Sort(ages) ⟵\n\tif version < "v1.10.0" { ⟵\n\t\treturn\n\t}\n\tif runtime.Version() >= "go1.20" { ⟵\n\t\treturn\n\t}\n}',
    quiet:
      'func b(line string, version string) {\n\tnames := strings.Split(line, ",")\n\tsort.Strings(names)\n\tif semver.Compare(version, "v1.10.0") < 0 {\n\t\treturn\n\t}\n}',
  },
  {
    languages: ['rust'],
    asks: 'struct Release { version: String, build: u32 }\nfn a(mut rs: Vec<Release>, line: &str, version: &str) {\n    rs.sort_by(|a, b| a.version.cmp(&b.version)); ⟵\n    rs.sort_by_key(|r| r.version.clone()); ⟵\n    let newest = rs.iter().max_by_key(|r| &r.version); ⟵\n    rs.sort_by_key(|r| format!("{}", r.build)); ⟵\n    let mut numbers: Vec<&str> = line.split(\',\').collect();\n    numbers.sort(); ⟵\n    numbers.sort_unstable(); ⟵\n    if version < "1.10.0" { ⟵\n        return;\n    }\n}',
    quiet:
      "struct Release { version: Version, build: u32, name: String }\nfn a(mut rs: Vec<Release>, line: &str, version: &Version) {\n    rs.sort_by(|a, b| a.version.cmp(&b.version));\n    rs.sort_by_key(|r| r.version.clone());\n    rs.sort_by_key(|r| r.build);\n    rs.sort_by(|a, b| a.name.cmp(&b.name));\n    let mut numbers: Vec<u32> = line.split(',').filter_map(|n| n.parse().ok()).collect();\n    numbers.sort();\n    let mut names: Vec<&str> = line.split(',').collect();\n    names.sort();\n}",
  },
  {
    languages: ['java'],
    asks: 'record Release(String version, int build) {}\nclass A {\n  void a(List<Release> rs, List<String> versions, List<String> numbers, String line, String v) {\n    rs.sort(Comparator.comparing(Release::version)); ⟵\n    rs.sort(Comparator.comparing(r -> String.valueOf(r.build()))); ⟵\n    Collections.sort(versions); ⟵\n    Collections.sort(numbers); ⟵\n    String newest = Collections.max(versions); ⟵\n    String[] scores = line.split(",");\n    Arrays.sort(scores); ⟵\n    List<String> sorted = versions.stream().sorted().toList(); ⟵\n    if (release.version().compareTo(minVersion) < 0) { } ⟵\n    rs.sort((a, b) -> a.version().compareTo(b.version())); ⟵\n    rs.sort((a, b) -> String.valueOf(a.build()).compareTo(String.valueOf(b.build()))); ⟵\n    rs.sort((a, b) -> Integer.toString(a.build()).compareTo(Integer.toString(b.build()))); ⟵\n  }\n}',
    quiet:
      'record Release(Version version, int build) {}\nclass A {\n  void a(List<Release> rs, List<Version> versions, List<Integer> numbers, List<String> names) {\n    rs.sort(Comparator.comparing(Release::version));\n    rs.sort(Comparator.comparingInt(Release::build));\n    Collections.sort(versions);\n    Collections.sort(numbers);\n    Collections.sort(names);\n    int[] scores = parse(line);\n    Arrays.sort(scores);\n    rs.sort((a, b) -> a.version().compareTo(b.version()));\n    rs.sort((a, b) -> Integer.compare(a.build(), b.build()));\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  boolean a(HttpServletRequest request, String installedVersion, String latestVersion) {\n    if (request.getParameter("min").compareTo(request.getParameter("max")) > 0) return false; ⟵\n    TreeMap<String, Integer> byYear = new TreeMap<>();\n    return installedVersion.compareTo(latestVersion) < 0; ⟵\n  }\n}',
    quiet:
      'class A {\n  boolean a(HttpServletRequest request, String installedVersion, String latestVersion) {\n    if (Integer.parseInt(request.getParameter("min")) > Integer.parseInt(request.getParameter("max"))) return false;\n    return new ComparableVersion(installedVersion).compareTo(new ComparableVersion(latestVersion)) < 0;\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class Release { public string Version { get; set; } public int Build { get; set; } }\nclass A {\n  void F(List<Release> rs, List<string> versions, string line, string installedVersion, string latestVersion) {\n    var newest = rs.OrderByDescending(r => r.Version).First(); ⟵\n    var max = versions.Max(); ⟵\n    versions.Sort(); ⟵\n    var o = versions.OrderBy(v => v).Last(); ⟵\n    var numbers = line.Split(\',\');\n    Array.Sort(numbers); ⟵\n    var s = numbers.OrderBy(n => n); ⟵\n    var t = rs.OrderBy(r => $"{r.Build}"); ⟵\n    if (string.Compare(installedVersion, latestVersion) < 0) { } ⟵\n    if (installedVersion.CompareTo(latestVersion) < 0) { } ⟵\n    if (string.Compare(installedVersion, "10.0.1", StringComparison.Ordinal) < 0) { } ⟵\n    var m = rs.MaxBy(r => r.Version); ⟵\n  }\n}',
    quiet:
      "class Release { public Version Version { get; set; } public int Build { get; set; } }\nclass A {\n  void F(List<Release> rs, List<Version> versions, string line, List<string> names) {\n    var newest = rs.OrderByDescending(r => r.Version).First();\n    var max = versions.Max();\n    versions.Sort();\n    names.Sort();\n    var numbers = line.Split(',').Select(int.Parse).ToArray();\n    Array.Sort(numbers);\n    var t = rs.OrderBy(r => r.Build);\n    if (Version.Parse(a) < Version.Parse(b)) { }\n    var o = names.OrderBy(n => n);\n  }\n}",
  },
  {
    languages: ['cpp'],
    asks: 'struct Release { std::string version; int build; };\nvoid f(std::vector<Release>& rs, std::vector<std::string>& versions, std::vector<std::string> numbers, const char* version) {\n  std::sort(rs.begin(), rs.end(), [](const Release& a, const Release& b) { return a.version < b.version; }); ⟵\n  std::sort(versions.begin(), versions.end()); ⟵\n  std::ranges::sort(versions); ⟵\n  std::sort(numbers.begin(), numbers.end()); ⟵\n  auto newest = std::max_element(versions.begin(), versions.end()); ⟵\n  if (strcmp(version, "1.10.0") < 0) return; ⟵\n  if (std::string(version) < "1.10.0") return; ⟵\n  if (rs[0].version.compare(rs[1].version) < 0) return; ⟵\n}',
    quiet:
      'struct Release { Version version; int build; };\nvoid f(std::vector<Release>& rs, std::vector<Version>& versions, std::vector<int> numbers, std::vector<std::string> names) {\n  std::sort(rs.begin(), rs.end(), [](const Release& a, const Release& b) { return a.version < b.version; });\n  std::sort(versions.begin(), versions.end());\n  std::sort(numbers.begin(), numbers.end());\n  std::sort(names.begin(), names.end());\n  if (strcmp(name, "abc") < 0) return;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def a(releases, numbers, params)\n  newest = releases.max_by(&:version) ⟵\n  releases.sort_by { |r| r.version } ⟵\n  releases.sort_by { |r| r[:version] } ⟵\n  releases.sort { |x, y| x.version <=> y.version } ⟵\n  versions = releases.map(&:version)\n  versions.sort.last ⟵\n  versions.max ⟵\n  nums = gets.split\n  nums.sort ⟵\n  scores = line.split(",").sort ⟵\n  return if params[:min] > params[:max] ⟵\n  return if RUBY_VERSION < "3.10" ⟵\n  Dir.children(dir).sort_by { |f| f[/\\d+/] } ⟵\n  files.sort_by { |f| f.match(/(\\d+)/)[1] } ⟵\n  numbers.sort { |x, y| x.to_s <=> y.to_s } ⟵\n  items.sort_by { |i| "#{i.price}" } ⟵\nend',
    quiet:
      'def a(releases, numbers, params)\n  newest = releases.max_by { |r| Gem::Version.new(r.version) }\n  versions = releases.map { |r| Gem::Version.new(r.version) }\n  versions.sort.last\n  nums = gets.split.map(&:to_i)\n  nums.sort\n  scores = line.split(",").map(&:to_i).sort\n  names = line.split(",").sort\n  return if params[:min].to_i > params[:max].to_i\n  return if params[:from] > params[:to]\n  Dir.children(dir).sort_by { |f| f[/\\d+/].to_i }\n  items.sort_by { |i| i.price }\n  rows.sort_by(&:name)\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction a($releases, $versions, $prices, $version) {\n  usort($releases, fn($a, $b) => strcmp($a->version, $b->version)); ⟵\n  usort($releases, fn($a, $b) => $a['version'] <=> $b['version']); ⟵\n  sort($versions); ⟵\n  rsort($versions); ⟵\n  $newest = max($versions); ⟵\n  usort($prices, 'strcmp'); ⟵\n  sort($prices, SORT_STRING); ⟵\n  ksort($byYear, SORT_STRING); ⟵\n  usort($items, fn($a, $b) => strcmp((string) $a->price, (string) $b->price)); ⟵\n  if ($version < '8.10.0') { return; } ⟵\n  if (PHP_VERSION < '8.1.0') { return; } ⟵\n  if (phpversion() >= '8.1') { return; } ⟵\n  if (strcmp($version, '1.10.0') < 0) { return; } ⟵\n}",
    quiet:
      "<?php\nfunction a($releases, $versions, $prices, $version) {\n  usort($releases, fn($a, $b) => version_compare($a->version, $b->version));\n  usort($versions, 'version_compare');\n  sort($prices);\n  $newest = max($prices);\n  sort($prices, SORT_NUMERIC);\n  usort($items, fn($a, $b) => $a->price <=> $b->price);\n  usort($items, fn($a, $b) => strcmp($a->name, $b->name));\n  if (version_compare(PHP_VERSION, '8.1.0', '<')) { return; }\n  if (PHP_VERSION_ID < 80100) { return; }\n}",
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function pick(products) {\n  const all = products.map((product) => product.priceCents);\n  all.sort(); ⟵\n  return all;\n}',
    quiet:
      'function pick(products) {\n  const all = products.map((product) => product.priceLabel);\n  all.sort();\n  return all;\n}',
  },
];
