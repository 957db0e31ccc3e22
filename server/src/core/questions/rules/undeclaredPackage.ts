import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { packagesOf } from '../takenPackages.ts';
import { inBackticks, shortened } from '../words.ts';

/** A package that is there by chance: another one brings it. */
export const undeclaredPackage: Rule = {
  id: 'undeclared-package',
  row: 2,
  title: 'A package that only another package brings',
  severity: 'normal',
  concern: 'logic',
  weight: 2,
  cwe: [1357],
  kind: 'check',
  isOn: true,
  looksAround: true,
  absent: {
    java: 'imports name packages of classes, and nothing on disk says whose artifacts they are',
    csharp: 'using directives name namespaces, and nothing on disk says whose packages they are',
    cpp: 'headers come from wherever the compiler is told to look',
    ruby: 'what is required need not be called as its gem is',
    php: 'namespaces need not be called as their packages are',
  },
  *find(context: RuleContext): Iterable<Trigger> {
    for (const { at, standing } of packagesOf(context)) {
      if (standing.kind !== 'undeclared') continue;
      yield { at, about: { name: standing.package, manifest: standing.manifest } };
    }
  },
  ask: ({ name = '', manifest = '', line }) =>
    `Line ${line}: ${inBackticks(shortened(name))} is here only because something else brings it; ${inBackticks(shortened(manifest))} does not name it. Declare it there, or do without it.`,
  obligations: [],
  page: {
    why: 'The code works as long as another package happens to need the same one. When that package drops it or takes another version, the code breaks without a change of its own, or never worked on a fresh installation.',
    instead:
      'Name the package in the manifest with the version that the code was written for, or do without it.',
    sources: ['CWE-1357', 'npm, Cargo and Go: only what a manifest names is promised to be there'],
  },
  examples: [
    {
      languages: ['typescript', 'tsx'],
      files: {
        'package.json': '{ "name": "shop", "dependencies": { "debug": "^4.4.0" } }',
        'node_modules/debug/package.json': '{ "name": "debug" }',
        'node_modules/ms/package.json': '{ "name": "ms" }',
      },
      asks: "import debug from 'debug';\nimport ms from 'ms'; ⟵\n\nexport function wait(time) {\n  debug(ms(time));\n}",
      quiet:
        "import debug from 'debug';\nimport type { StringValue } from 'ms';\n\nexport function wait(time) {\n  debug(time);\n}",
    },
    {
      languages: ['javascript'],
      files: {
        'package.json': '{ "name": "shop", "dependencies": { "debug": "^4.4.0" } }',
        'node_modules/debug/package.json': '{ "name": "debug" }',
        'node_modules/ms/package.json': '{ "name": "ms" }',
      },
      asks: "import debug from 'debug';\nimport ms from 'ms'; ⟵\n\nexport function wait(time) {\n  debug(ms(time));\n}",
      quiet:
        "import debug from 'debug';\n\nexport function wait(time) {\n  debug(time, new URL('a:b'));\n}",
    },
    {
      languages: [...ECMASCRIPT],
      files: {
        'package.json':
          '{ "name": "shop", "dependencies": { "express": "^5.0.0" }, "devDependencies": { "ms": "2" } }',
        'package-lock.json':
          '{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/express": {},\n    "node_modules/qs": {},\n    "node_modules/ms": {}\n  }\n}',
      },
      asks: "import { parse } from 'qs'; ⟵\n\nexport function read(text) {\n  return parse(text);\n}",
      quiet: "import ms from 'ms';\n\nexport function read(text) {\n  return ms(text);\n}",
    },
    {
      languages: ['python'],
      path: 'shop/main.py',
      files: {
        'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["requests>=2"]\n',
        '.venv/pyvenv.cfg': 'home = /usr/bin\n',
        '.venv/lib/python3.12/site-packages/requests/__init__.py': '',
        '.venv/lib/python3.12/site-packages/requests-2.32.0.dist-info/top_level.txt': 'requests\n',
        '.venv/lib/python3.12/site-packages/urllib3/__init__.py': '',
        '.venv/lib/python3.12/site-packages/urllib3-2.2.0.dist-info/top_level.txt': 'urllib3\n',
      },
      asks: 'import requests\nfrom urllib3.util import Retry ⟵\n\ndef load():\n    return requests.get("a", Retry)\n',
      quiet:
        'import requests\nfrom urllib.parse import quote\n\ndef load():\n    return requests.get(quote("a"))\n',
    },
    {
      languages: ['go'],
      path: 'main.go',
      files: {
        'go.mod':
          'module example.com/shop\n\ngo 1.22\n\nrequire github.com/google/uuid v1.6.0\n\nrequire (\n\tgithub.com/mattn/go-isatty v0.0.20 // indirect\n)\n',
      },
      asks: 'package main\n\nimport (\n\t"github.com/google/uuid"\n\t"github.com/mattn/go-isatty" ⟵\n)\n\nfunc main() {\n\tprintln(uuid.New(), isatty.IsTerminal(1))\n}\n',
      quiet:
        'package main\n\nimport "github.com/google/uuid"\n\nfunc main() {\n\tprintln(uuid.New())\n}\n',
    },
    {
      languages: ['rust'],
      path: 'src/lib.rs',
      files: {
        'Cargo.toml':
          '[package]\nname = "shop"\nedition = "2021"\n\n[dependencies]\nserde_json = "1"\n',
        'Cargo.lock':
          '[[package]]\nname = "itoa"\nversion = "1.0.1"\n\n[[package]]\nname = "serde_json"\nversion = "1.0.1"\n',
      },
      asks: 'use itoa::Buffer; ⟵\n\npub fn load() -> Buffer {\n    Buffer::new()\n}\n',
      quiet: 'use serde_json::Value;\n\npub fn load() -> Value {\n    Value::Null\n}\n',
    },
    {
      // A type of a signature is enough.
      languages: ['rust'],
      path: 'src/lib.rs',
      files: {
        'Cargo.toml':
          '[package]\nname = "shop"\nedition = "2021"\n\n[dependencies]\nreqwest = "1"\n',
        'Cargo.lock':
          '[[package]]\nname = "bytes"\nversion = "1.0.1"\n\n[[package]]\nname = "reqwest"\nversion = "1.0.1"\n',
      },
      asks: 'use reqwest::Client;\n\npub async fn body(client: &Client) -> reqwest::Result<bytes::Bytes> { ⟵\n    client.get("a").send().await?.bytes().await\n}\n',
      quiet:
        'use reqwest::Client;\n\npub async fn body(client: &Client) -> reqwest::Result<std::vec::Vec<u8>> {\n    Ok(client.get("a").send().await?.bytes().await?.to_vec())\n}\n',
    },
  ],
};
