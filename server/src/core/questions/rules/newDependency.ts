import { ECOSYSTEM_WORDS } from '../../packages/ecosystem.ts';
import { ECMASCRIPT } from '../languageId.ts';
import { newDependencies } from '../newDependencies.ts';
import type { FileContext, Rule, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** Somebody else's code is to become part of the program. A language's cell means its manifests. */
export const newDependency: Rule = {
  id: 'new-dependency',
  row: 3,
  title: 'A new dependency',
  severity: 'normal',
  concern: 'security',
  weight: 3,
  cwe: [1104, 1357],
  kind: 'question',
  isOn: true,
  absent: {},
  find: () => [],
  *findInFile(file: FileContext): Iterable<Trigger> {
    const found = newDependencies(file);
    if (!found) return;
    for (const { name, at } of found.added) {
      if (isOwn(name, found.name)) continue;
      yield { at, about: { name, of: ECOSYSTEM_WORDS[found.ecosystem] }, key: name };
    }
  },
  ask: ({ name = '', of = '', line }) =>
    `Line ${line}: ${inBackticks(shortened(name))} is a new ${of} dependency. Is it needed, kept up by people you trust, and under a licence you may use?`,
  obligations: [],
  page: {
    why: 'A dependency is code that nobody here has read, with the rights of the program, and with dependencies of its own. Assistants add one readily for what a few lines would do, and know neither licences here nor whether anybody still looks after it.',
    instead:
      'Look at who keeps it, when it was last released, how it is licensed and what it brings along. Where a few lines or a package that is already here would do, take those.',
    sources: ['CWE-1104, CWE-1357', 'OWASP Top 10 2021, A06: vulnerable and outdated components'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      isPlain: true,
      path: 'package.json',
      before: '{\n  "name": "shop",\n  "dependencies": {\n    "express": "^4.0.0"\n  }\n}\n',
      asks: '{\n  "name": "shop",\n  "dependencies": {\n    "express": "^5.0.0",\n    "left-pad": "^1.3.0" ⟵\n  },\n  "devDependencies": {\n    "@shop/ui": "workspace:*",\n    "vitest": "^3.0.0" ⟵\n  }\n}\n',
      quiet:
        '{\n  "name": "shop-front",\n  "scripts": { "left-pad": "1" },\n  "devDependencies": {\n    "express": "^5.0.0"\n  }\n}\n',
    },
    {
      languages: ['python'],
      isPlain: true,
      path: 'pyproject.toml',
      before: '[project]\nname = "shop"\ndependencies = [\n  "requests>=2",\n]\n',
      asks: '[project]\nname = "shop"\ndependencies = [\n  "requests>=2.31",\n  "python-dateutil~=2.9", ⟵\n]\n\n[dependency-groups]\ndev = ["pytest"] ⟵\n',
      quiet:
        '[project]\nname = "shop"\ndependencies = [\n  "Requests>=2.31",\n]\n\n[tool.black]\nline-length = 100\n',
    },
    {
      languages: ['python'],
      isPlain: true,
      path: 'requirements-dev.txt',
      before: '# tools\nzope.interface==6.0\n',
      asks: '# tools\nzope-interface==7.0\n-r base.txt\nflask[async]>=3 ; python_version > "3.8"  # web ⟵\n',
      quiet: '# tools: flask some day\nzope_interface==7.0 \\\n    --hash=sha256:0123\n',
    },
    {
      languages: ['go'],
      isPlain: true,
      path: 'go.mod',
      before: 'module example.com/shop\n\ngo 1.22\n\nrequire github.com/google/uuid v1.5.0\n',
      asks: 'module example.com/shop\n\ngo 1.22\n\nrequire (\n\tgithub.com/google/uuid v1.6.0\n\tgithub.com/rs/zerolog v1.33.0 ⟵\n\tgithub.com/mattn/go-isatty v0.0.20 // indirect\n)\n',
      quiet:
        'module example.com/shop\n\ngo 1.23\n\nrequire (\n\tgithub.com/google/uuid v1.6.0\n\t// github.com/rs/zerolog v1.33.0\n)\n\nreplace github.com/google/uuid => ../uuid\n',
    },
    {
      languages: ['rust'],
      isPlain: true,
      path: 'crates/shop/Cargo.toml',
      before: '[package]\nname = "shop"\n\n[dependencies]\nserde = "1"\n',
      asks: '[package]\nname = "shop"\n\n[dependencies]\nserde = { version = "1", features = ["derive"] }\nrand = "0.9" ⟵\ntax = { path = "../tax" }\n\n[dependencies.tokio] ⟵\nversion = "1"\n\n[target.\'cfg(windows)\'.dependencies]\nwinapi.workspace = true\n',
      quiet:
        '[package]\nname = "shop"\nrand = "no"\n\n[dev-dependencies]\nserde = "1.0.200"\n\n[features]\nrand = []\n',
    },
    {
      languages: ['java'],
      isPlain: true,
      path: 'pom.xml',
      before: '<project>\n  <dependencies>\n  </dependencies>\n</project>\n',
      asks: '<project>\n  <groupId>com.shop</groupId>\n  <artifactId>shop</artifactId>\n  <dependencies>\n    <dependency> ⟵\n      <groupId>com.google.guava</groupId>\n      <artifactId>guava</artifactId>\n      <exclusions>\n        <exclusion><groupId>a</groupId><artifactId>b</artifactId></exclusion>\n      </exclusions>\n    </dependency>\n  </dependencies>\n</project>\n',
      quiet:
        '<project>\n  <groupId>com.shop</groupId>\n  <artifactId>shop</artifactId>\n  <dependencies>\n    <!-- <dependency><artifactId>guava</artifactId></dependency> -->\n  </dependencies>\n</project>\n',
    },
    {
      languages: ['java'],
      isPlain: true,
      path: 'app/build.gradle.kts',
      before: 'dependencies {\n    implementation("com.google.guava:guava:32.0.0-jre")\n}\n',
      asks: 'dependencies {\n    implementation("com.google.guava:guava:33.0.0-jre")\n    testImplementation("org.mockito:mockito-core:5.0.0") ⟵\n    implementation(platform("org.springframework.boot:spring-boot-dependencies:3.2.0")) ⟵\n    implementation(project(":tax"))\n}\n',
      quiet:
        'dependencies {\n    api("com.google.guava:guava:33.0.0-jre")\n    // api("org.mockito:mockito-core:5.0.0")\n}\n',
    },
    {
      languages: ['java'],
      isPlain: true,
      path: 'build.gradle',
      asks: "dependencies {\n    implementation 'com.google.guava:guava:33.0.0-jre' ⟵\n    testImplementation group: 'junit', name: 'junit', version: '4.13' ⟵\n}\n",
      quiet:
        "dependencies {\n    implementation project(':tax')\n    implementation fileTree(dir: 'libs')\n}\n",
    },
    {
      languages: ['csharp'],
      isPlain: true,
      path: 'src/Shop/Shop.csproj',
      before:
        '<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    <PackageReference Include="Serilog" Version="3.0.0" />\n  </ItemGroup>\n</Project>\n',
      asks: '<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    <PackageReference Include="Serilog" Version="4.0.0" />\n    <PackageReference Include="Polly"> ⟵\n      <Version>8.0.0</Version>\n    </PackageReference>\n    <ProjectReference Include="../Tax/Tax.csproj" />\n  </ItemGroup>\n</Project>\n',
      quiet:
        '<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    <PackageReference Include="serilog" Version="4.0.0" />\n    <ProjectReference Include="../Polly/Polly.csproj" />\n  </ItemGroup>\n</Project>\n',
    },
    {
      languages: ['ruby'],
      isPlain: true,
      path: 'Gemfile',
      before: "source 'https://rubygems.org'\ngem 'rails', '~> 7.1'\n",
      asks: "source 'https://rubygems.org'\ngem 'rails', '~> 8.0'\ngroup :test do\n  gem \"rspec-rails\" ⟵\nend\ngem 'tax', path: '../tax'\n",
      quiet: 'source \'https://rubygems.org\'\n# gem \'rspec-rails\'\ngem "rails", "~> 8.0"\n',
    },
    {
      languages: ['php'],
      isPlain: true,
      path: 'composer.json',
      before: '{\n  "require": {\n    "php": "^8.2"\n  }\n}\n',
      asks: '{\n  "require": {\n    "php": "^8.3",\n    "ext-json": "*",\n    "monolog/monolog": "^3.0" ⟵\n  }\n}\n',
      quiet:
        '{\n  "require": {\n    "php": "^8.3",\n    "ext-mbstring": "*"\n  },\n  "suggest": {\n    "monolog/monolog": "for logs"\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      isPlain: true,
      path: 'vcpkg.json',
      before: '{\n  "dependencies": [\n    "fmt"\n  ]\n}\n',
      asks: '{\n  "dependencies": [\n    { "name": "fmt", "version>=": "11.0.0" },\n    "spdlog" ⟵\n  ]\n}\n',
      quiet:
        '{\n  "name": "spdlog",\n  "dependencies": [\n    { "name": "fmt", "version>=": "11.0.0" }\n  ]\n}\n',
    },
    {
      languages: ['cpp'],
      isPlain: true,
      path: 'conanfile.txt',
      before: '[requires]\nfmt/10.0.0\n',
      asks: '[requires]\nfmt/11.0.0\nspdlog/1.14.0 ⟵\n\n[generators]\nCMakeDeps\n',
      quiet: '[requires]\nfmt/11.0.0\n\n[options]\nspdlog/*:shared=True\n',
    },
    {
      languages: ['cpp'],
      isPlain: true,
      path: 'CMakeLists.txt',
      before: 'project(shop)\nfind_package(fmt REQUIRED)\n',
      asks: 'project(shop)\nfind_package(fmt 11 REQUIRED)\nFetchContent_Declare(spdlog GIT_REPOSITORY https://example.com/spdlog.git) ⟵\n',
      quiet:
        'project(shop)\n# find_package(spdlog)\nfind_package(FMT 11 REQUIRED)\ntarget_link_libraries(shop spdlog)\n',
    },
    {
      languages: [...ECMASCRIPT],
      isPlain: true,
      path: 'deno.json',
      before: '{\n  "imports": {}\n}\n',
      asks: '{\n  "imports": {\n    "chalk": "npm:chalk@5" ⟵\n  }\n}\n',
      quiet: '{\n  "imports": {\n    "shop/": "./src/"\n  }\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      isPlain: true,
      path: 'package.json',
      asks: '{\n  "name": "@till/ui",\n  "dependencies": {\n    "@other/core": "1" ⟵\n  }\n}\n',
      quiet: '{\n  "name": "@till/ui",\n  "dependencies": {\n    "@till/core": "1"\n  }\n}\n',
    },
    {
      languages: ['rust'],
      isPlain: true,
      path: 'crates/till/Cargo.toml',
      asks: '[package]\nname = "till"\n\n[dependencies]\nlibc = "0.2" ⟵\n',
      quiet: '[package]\nname = "till"\n\n[dependencies]\nlibc = { workspace = true }\n',
    },
    {
      languages: ['php'],
      isPlain: true,
      path: 'composer.json',
      asks: '{\n  "name": "till/ui",\n  "require": {\n    "other/core": "^1.0" ⟵\n  }\n}\n',
      quiet: '{\n  "name": "till/ui",\n  "require": {\n    "till/core": "^1.0"\n  }\n}\n',
    },
  ],
};

/** Maven's own tools are part of it. */
const MAVEN = /^org\.apache\.maven(?:\.|:)/;

/** The same people's: of the scope, the vendor or the group of the package itself. */
function isOwn(name: string, self: string | undefined): boolean {
  if (MAVEN.test(name)) return true;
  if (self === undefined) return false;
  const scope = /^@?([^/]+)\//.exec(name)?.[1];
  if (scope !== undefined && !name.includes(':'))
    return (
      scope.length !== 0 &&
      scope === (/^@?([^/]+)(?:\/|$)/.exec(self)?.[1] ?? '') &&
      !/[.]/.test(scope)
    );
  const [group = '', artifact] = name.split(':');
  if (artifact === undefined) return false;
  const own = (self.split(':')[0] ?? '').split('.');
  const parts = group.split('.');
  const nShared = parts.findIndex((part, i) => part !== own[i]);
  return nShared < 0 || MIN_GROUP <= nShared;
}

/** `org.apache` alone is many projects' beginning. */
const MIN_GROUP = 3;
