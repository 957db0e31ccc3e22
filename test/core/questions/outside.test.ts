import assert from 'node:assert/strict';
import type { Code } from '../../../server/src/core/code/code.ts';
import { createCodeView } from '../../../server/src/core/code/codeView.ts';
import { outsideOf } from '../../../server/src/core/questions/facts/outside.ts';
import type { LanguageId } from '../../../server/src/core/questions/languageId.ts';
import { createOutline } from '../../../server/src/core/questions/outline.ts';
import { createLineIndex } from '../../../server/src/core/text/lineIndex.ts';
import { EXTENSION } from '../../support/ruleExample.ts';
import { createTestReader } from '../blocks/testReader.ts';

/** A function whose calls of `sink` are looked at: what each is given, and what that holds. */
interface Case {
  readonly says: string;
  readonly language: LanguageId;
  readonly text: string;
  /** For each `sink(…)`: `text`, `number` or `nothing` of what comes from outside. */
  readonly holds: readonly string[];
}

const CASES: readonly Case[] = [
  {
    says: 'Follows variables, text that is put together, parts and known calls',
    language: 'javascript',
    text: 'function f(req) {\n  const { id } = req.query;\n  const words = `a ${id.trim()}`;\n  sink(words);\n  sink(req.body.items[0].name);\n  sink(lookUp(id));\n  sink(id.length);\n}',
    holds: ['text', 'text', 'nothing', 'nothing'],
  },
  {
    says: 'Tells numbers of it from text',
    language: 'javascript',
    text: 'function f(req) {\n  const n = parseInt(req.query.n, 10) * 2;\n  sink(n);\n  sink(`${n}`);\n}',
    holds: ['number', 'number'],
  },
  {
    says: 'Takes a name for what it was last set to',
    language: 'python',
    text: 'def f(request):\n    name = request.args["name"]\n    sink(name)\n    name = clean(name)\n    sink(name)\n',
    holds: ['text', 'nothing'],
  },
  {
    says: 'Keeps a name that is only set anew on some ways',
    language: 'python',
    text: 'def f(request):\n    name = request.args["name"]\n    if late:\n        name = "x"\n    sink(name)\n',
    holds: ['text'],
  },
  {
    says: 'Knows parameters that a request fills',
    language: 'java',
    text: 'class A {\n  void f(@RequestParam String a, @RequestParam int b, String c) {\n    sink(a);\n    sink(b);\n    sink(c);\n  }\n}',
    holds: ['text', 'number', 'nothing'],
  },
  {
    says: 'Knows what a call fills',
    language: 'go',
    text: 'package a\n\nfunc f(c *gin.Context) {\n\tvar in Input\n\tc.BindJSON(&in)\n\tsink(in.Name)\n\tsink(c.Param("id"))\n}',
    holds: ['text', 'text'],
  },
  {
    says: 'Knows what frameworks take apart',
    language: 'rust',
    text: 'async fn f(Path(id): Path<String>, q: Query<Page>) {\n    sink(&id);\n    sink(q.name);\n    sink(TABLE);\n}',
    holds: ['text', 'text', 'nothing'],
  },
  {
    says: 'Hands on what is gone through',
    language: 'ruby',
    text: 'def f\n  params[:ids].each do |id|\n    sink(id)\n  end\nend',
    holds: ['text'],
  },
];

describe('Rules: what comes from outside', () => {
  const reader = createTestReader();

  for (const { says, language, text, holds } of CASES) {
    it(`${says}: ${language}`, async () => {
      assert.deepEqual(await heldIn(language, text), holds);
    });
  }

  async function heldIn(language: LanguageId, text: string): Promise<string[]> {
    const path = `src/a.${EXTENSION[language]}`;
    const map = await reader.read(path, text);
    const tree = map.code();
    assert.ok(tree);
    const index = createLineIndex(text);
    return map.blocks.flatMap((block) => {
      const view = createCodeView({ tree, index, range: block.range, own: block.own });
      const outside = outsideOf({
        ...{ language, path, isTest: false, view, outline: createOutline(tree.top) },
        ...{ before: undefined, removals: [], project: undefined, regexes: undefined },
      });
      return view
        .all('call')
        .filter(({ callee }) => callee.kind === 'name' && callee.name === 'sink')
        .flatMap(({ args }) => args.map((arg: Code) => outside.valueIn(arg)))
        .map((origin) => (origin ? (origin.isNumber ? 'number' : 'text') : 'nothing'));
    });
  }
});
