import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { packagesOf } from '../takenPackages.ts';
import { inBackticks, shortened } from '../words.ts';

/** A package that nobody chose: no manifest names it, and it is not there. */
export const missingPackage: Rule = {
  id: 'missing-package',
  row: 1,
  title: 'A package that is nowhere to be found',
  severity: 'high',
  concern: 'security',
  weight: 5,
  cwe: [829, 1357],
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
      if (standing.kind !== 'missing') continue;
      yield { at, about: { name: standing.package, manifest: standing.manifest } };
    }
  },
  ask: ({ name = '', manifest = '', line }) =>
    `Line ${line}: ${inBackticks(shortened(name))} is in no manifest or lock file here (${inBackticks(shortened(manifest))}) and is not installed. Find out that it exists and is the one meant before anybody installs it.`,
  obligations: [],
  page: {
    why: 'Language models make up names of packages, and make up the same ones again and again. Somebody else can register such a name and fill it with what they like; the next person who installs what the code asks for runs it.',
    instead:
      'Look the package up at its registry: who keeps it, since when, for what. If it is the right one, declare it in the manifest and lock it. If it is not, take the one that was meant, or write the few lines.',
    sources: [
      'Spracklen et al. 2024 (arXiv 2406.10279): 19.7 % of the package names that models suggested did not exist; 43 % of those came back in each of 10 runs',
      'CWE-829, CWE-1357',
    ],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      files: {
        'package.json': '{ "name": "shop", "dependencies": { "left-pad": "^1.3.0" } }',
        'node_modules/left-pad/package.json': '{ "name": "left-pad" }',
      },
      asks: "import fs from 'node:fs';\nimport pad from 'left-pad-utils'; ⟵\nimport { a } from './a';\n\nexport function label(name) {\n  return pad(name, fs.constants.R_OK, a);\n}",
      quiet:
        "import fs from 'node:fs';\nimport pad from 'left-pad';\nimport { a } from './a';\n\nexport function label(name) {\n  return pad(name, fs.constants.R_OK, a);\n}",
    },
    {
      languages: [...ECMASCRIPT],
      files: {
        'package.json': '{ "workspaces": ["packages/*"], "imports": { "#db/*": "./src/db/*.js" } }',
        'packages/ui/package.json': '{ "name": "@shop/ui" }',
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@app/*": ["./src/*"] } } }',
      },
      asks: "export async function load() {\n  const { retry } = await import('fetch-retry-smart'); ⟵\n  const tool = require('@shop/charts/line'); ⟵\n  return retry(tool);\n}",
      quiet:
        "import { Button } from '@shop/ui';\nimport { user } from '@app/user';\nimport { db } from '#db/main';\nimport test from 'node:test';\nimport routes from 'virtual:routes';\n\nexport async function load() {\n  try {\n    require('fetch-retry-smart');\n  } catch {\n    return import('maybe-there').catch(() => undefined);\n  }\n  return [Button, user, db, test, routes];\n}",
    },
    {
      languages: ['python'],
      path: 'src/shop/main.py',
      files: {
        'requirements.txt': 'requests>=2\nPyYAML\n',
        'src/shop/prices.py': '',
        '.venv/pyvenv.cfg': 'home = /usr/bin\n',
        '.venv/lib/python3.12/site-packages/requests/__init__.py': '',
        '.venv/lib/python3.12/site-packages/requests-2.32.0.dist-info/RECORD':
          'requests/__init__.py,,\n',
        '.venv/lib/python3.12/site-packages/yaml/__init__.py': '',
        '.venv/lib/python3.12/site-packages/pyyaml-6.0.dist-info/RECORD': 'yaml/__init__.py,,\n',
      },
      asks: 'import os.path\nimport requests\nfrom requests_smart_retry import Retry ⟵\n\ndef load():\n    import yaml_magic ⟵\n    return requests.get(os.path.join("a"), Retry, yaml_magic)\n',
      quiet:
        'import os.path\nimport requests, yaml\nfrom shop.prices import price\nfrom . import tax\n\ntry:\n    import requests_smart_retry\nexcept ImportError:\n    requests_smart_retry = None\n\ndef load():\n    return requests.get(os.path.join("a"), yaml, price, tax)\n',
    },
    {
      languages: ['go'],
      path: 'cmd/shop/main.go',
      files: {
        'go.mod':
          'module example.com/shop\n\ngo 1.22\n\nrequire (\n\tgithub.com/google/uuid v1.6.0\n\tgolang.org/x/sync v0.7.0\n)\n',
      },
      asks: 'package main\n\nimport (\n\t"fmt"\n\n\t"example.com/shop/internal/tax"\n\t"github.com/google/uuid"\n\t"github.com/google/retry-smart" ⟵\n)\n\nfunc main() {\n\tfmt.Println(uuid.New(), tax.Of(1), retry.Do())\n}\n',
      quiet:
        'package main\n\nimport (\n\t"fmt"\n\t"net/http/httptest"\n\n\t"example.com/shop/internal/tax"\n\t"github.com/google/uuid"\n\t"golang.org/x/sync/errgroup"\n)\n\nfunc main() {\n\tfmt.Println(uuid.New(), tax.Of(1), errgroup.Group{}, httptest.NewRecorder())\n}\n',
    },
    {
      languages: ['rust'],
      path: 'src/lib.rs',
      files: {
        'Cargo.toml':
          '[package]\nname = "shop-core"\nedition = "2021"\n\n[dependencies]\nserde = { version = "1", features = ["derive"] }\nweb = { package = "actix-web", version = "4" }\n\n[target.\'cfg(unix)\'.dependencies]\nlibc = "0.2"\n',
        'src/tax.rs': '',
      },
      asks: 'use serde::Serialize;\nuse serde_smart_retry::Retry; ⟵\n\npub fn load() -> u32 {\n    fast_random_number::next() ⟵\n}\n',
      quiet:
        'use serde::Serialize;\nuse std::fs;\nuse crate::tax;\nuse web::App;\n\nmod prices {\n    pub fn of() -> u32 { 1 }\n}\n\npub fn load() -> u32 {\n    prices::of() + fs::read("a").unwrap().len() as u32 + libc::getpid() as u32\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      files: { 'package.json': '{ "name": "till", "dependencies": { "left-pad": "1" } }' },
      asks: "import Modal from 'modules-modal'; ⟵\n\nexport const modal = Modal;",
      quiet:
        "import Modal from 'Modules/till/modal';\nimport Link from '@docusaurus/Link';\n\nexport const modal = Modal(Link);",
    },
    {
      languages: ['rust'],
      path: 'src/lib.rs',
      files: {
        'Cargo.toml': '[package]\nname = "till"\nedition = "2021"\n\n[dependencies]\nglib = "1"\n',
      },
      asks: 'pub fn load() -> Option<gobject_ffi::GObject> { ⟵\n    None\n}\n',
      quiet:
        "pub fn load(of: *mut glib::gobject_ffi::GObject) -> Option<&'static std::ffi::OsStr> {\n    None\n}\n",
    },
  ],
};
