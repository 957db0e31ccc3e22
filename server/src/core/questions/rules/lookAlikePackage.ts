import { declaredNames, type LookAlike, lookAlike } from '../../packages/lookAlike.ts';
import { assertNever } from '../../result.ts';
import { ECMASCRIPT } from '../languageId.ts';
import { newDependencies } from '../newDependencies.ts';
import type { FileContext, Rule, RuleContext, Trigger } from '../rule.ts';
import { packagesOf } from '../takenPackages.ts';
import { inBackticks, shortened } from '../words.ts';

/** A name that is nearly another's, or that belongs to another language. */
export const lookAlikePackage: Rule = {
  id: 'look-alike-package',
  row: 4,
  title: 'A package whose name is nearly another one',
  severity: 'normal',
  concern: 'security',
  weight: 5,
  cwe: [829, 1357],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const packages = context.project?.packages;
    if (!packages) return;
    const { ecosystem, declared } = packages;
    const names = declaredNames(ecosystem, declared);
    for (const { at, standing } of packagesOf(context)) {
      // What another package brings is the one that its author meant.
      if (standing.kind === 'undeclared' || standing.package === undefined) continue;
      const meant = lookAlike(ecosystem, standing.package, names);
      if (!meant) continue;
      const severity = standing.kind === 'missing' ? 'high' : 'normal';
      yield { at, about: { name: standing.package, rest: restOf(meant) }, severity };
    }
  },
  *findInFile(file: FileContext): Iterable<Trigger> {
    const found = newDependencies(file);
    if (!found) return;
    for (const { name, at } of found.added) {
      const meant = lookAlike(found.ecosystem, name, found.before);
      if (meant) yield { at, about: { name, rest: restOf(meant) }, key: name };
    }
  },
  ask: ({ name = '', rest = '', line }) => `Line ${line}: ${inBackticks(shortened(name))} ${rest}`,
  obligations: [],
  page: {
    why: 'Names that are a letter off, or taken over from another language, are where malicious packages wait. A model that mixes two names up produces exactly such names.',
    instead:
      'Compare the name with the one that you know, letter by letter, and look the package up at its registry before anybody installs it.',
    sources: [
      'Spracklen et al. 2024 (arXiv 2406.10279): of made-up names 38 % mix two real ones, 13 % are misspelt; 8.7 % of those made up for Python are real npm packages',
      'CWE-829, CWE-1357',
    ],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      files: { 'package.json': '{ "dependencies": { "express": "^5.0.0", "@shop/charts": "1" } }' },
      asks: "import express from 'expres'; ⟵\nimport { line } from '@shop/chart'; ⟵\nimport pandas from 'pandas'; ⟵\n\nexport const app = express(line, pandas);",
      quiet:
        "import express from 'express';\nimport { line } from '@shop/charts';\nimport own from 'entirely-other-name';\n\nexport const app = express(line, own);",
    },
    {
      languages: [...ECMASCRIPT],
      isPlain: true,
      path: 'package.json',
      before: '{\n  "dependencies": {\n    "lodash.get": "4"\n  }\n}\n',
      asks: '{\n  "dependencies": {\n    "lodash.get": "4",\n    "crossenv": "7", ⟵\n    "lodahs": "4" ⟵\n  }\n}\n',
      quiet:
        '{\n  "dependencies": {\n    "lodash.get": "4",\n    "cross-env": "7",\n    "lodash.set": "4",\n    "preact": "10"\n  }\n}\n',
    },
    {
      languages: ['python'],
      path: 'shop/main.py',
      files: { 'requirements.txt': 'requests\nPyYAML\n' },
      asks: 'import reqeusts ⟵\nimport lodash ⟵\n\ndef load():\n    return reqeusts.get(lodash)\n',
      quiet:
        'import requests\nimport yaml\nimport attr\n\ndef load():\n    return requests.get(yaml, attr)\n',
    },
    {
      languages: ['python'],
      isPlain: true,
      path: 'requirements.txt',
      asks: 'beautifulsoup4\npython-dateutils ⟵\nexpress ⟵\n',
      quiet: 'beautifulsoup4\npython_dateutil\nfastapi\n',
    },
    {
      languages: ['go'],
      path: 'main.go',
      files: {
        'go.mod': 'module example.com/shop\n\nrequire github.com/stretchr/testify v1.9.0\n',
      },
      asks: 'package main\n\nimport "github.com/strechr/testify/assert" ⟵\n\nfunc main() {\n\tassert.True(nil, true)\n}\n',
      quiet:
        'package main\n\nimport "github.com/stretchr/testify/assert"\n\nfunc main() {\n\tassert.True(nil, true)\n}\n',
    },
    {
      languages: ['go'],
      isPlain: true,
      path: 'go.mod',
      asks: 'module example.com/shop\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0\n\tgithub.com/sirupsen/logruss v1.9.0 ⟵\n)\n',
      quiet:
        'module example.com/shop\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0\n\tgithub.com/sirupsen/logrus v1.9.0\n)\n',
    },
    {
      languages: ['rust'],
      path: 'src/lib.rs',
      files: {
        'Cargo.toml':
          '[package]\nname = "shop"\nedition = "2021"\n\n[dependencies]\nserde_json = "1"\n',
      },
      asks: 'use serde_jason::Value; ⟵\n\npub fn load() -> Value {\n    Value::Null\n}\n',
      quiet: 'use serde_json::Value;\n\npub fn load() -> Value {\n    Value::Null\n}\n',
    },
    {
      languages: ['rust'],
      isPlain: true,
      path: 'Cargo.toml',
      asks: '[package]\nname = "shop"\n\n[dependencies]\nreqwest = "0.12"\nrustdecimal = "1" ⟵\nnumpy = "0.1" ⟵\n',
      quiet: '[package]\nname = "shop"\n\n[dependencies]\nreqwest = "0.12"\nrust-decimal = "1"\n',
    },
    {
      languages: ['java'],
      isPlain: true,
      path: 'build.gradle',
      asks: "dependencies {\n    implementation 'com.google.guava:guave:33.0.0-jre' ⟵\n}\n",
      quiet: "dependencies {\n    implementation 'com.google.guava:guava:33.0.0-jre'\n}\n",
    },
    {
      languages: ['csharp'],
      isPlain: true,
      path: 'Shop.csproj',
      asks: '<Project>\n  <ItemGroup>\n    <PackageReference Include="Newtonsoft.Jsn" Version="13.0.0" /> ⟵\n    <PackageReference Include="FluentAsertions" Version="6.0.0" /> ⟵\n  </ItemGroup>\n</Project>\n',
      quiet:
        '<Project>\n  <ItemGroup>\n    <PackageReference Include="newtonsoft.json" Version="13.0.0" />\n    <PackageReference Include="FluentAssertions" Version="6.0.0" />\n  </ItemGroup>\n</Project>\n',
    },
    {
      languages: ['ruby'],
      isPlain: true,
      path: 'Gemfile',
      asks: "gem 'nokogirl' ⟵\ngem 'mongoose' ⟵\n",
      quiet: "gem 'nokogiri'\ngem 'mongoid'\n",
    },
    {
      languages: ['php'],
      isPlain: true,
      path: 'composer.json',
      asks: '{\n  "require": {\n    "guzzlehttp/guzle": "^7.0", ⟵\n    "monologue/monolog": "^3.0" ⟵\n  }\n}\n',
      quiet:
        '{\n  "require": {\n    "guzzlehttp/guzzle": "^7.0",\n    "monolog/monolog": "^3.0"\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      isPlain: true,
      path: 'vcpkg.json',
      asks: '{\n  "dependencies": [\n    "nlohman-json", ⟵\n    "spdlogs" ⟵\n  ]\n}\n',
      quiet: '{\n  "dependencies": [\n    "nlohmann-json",\n    "spdlog"\n  ]\n}\n',
    },
    {
      languages: ['csharp'],
      path: 'Shop.csproj',
      isPlain: true,
      asks: '<Project>\n  <ItemGroup>\n    <PackageReference Include="Newtonsoft.Jsom" Version="13.0.0" /> ⟵\n    <PackageReference Include="Newtonsoft.Jsno" Version="13.0.0" /> ⟵\n  </ItemGroup>\n</Project>\n',
      quiet:
        '<Project>\n  <ItemGroup>\n    <PackageReference Include="Newtonsoft.Json" Version="13.0.0" />\n    <PackageReference Include="Newtonsoft.Bson" Version="1.0.0" />\n  </ItemGroup>\n</Project>\n',
    },
  ],
};

function restOf(meant: LookAlike): string {
  switch (meant.kind) {
    case 'near': {
      const where = meant.isDeclared ? 'which is declared here' : 'which is well known';
      return `is nearly ${inBackticks(shortened(meant.name))}, ${where}. Is it really another package, and the one that is meant?`;
    }
    case 'foreign':
      return `is the name of a well known ${meant.of} package. Is there one of that name for this language, by people you trust?`;
    default:
      return assertNever(meant);
  }
}
