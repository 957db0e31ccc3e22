import assert from 'node:assert/strict';
import { join } from 'node:path';
import { blameSchema } from '../../server/src/cli/schemas/blame.ts';
import { gateSchema } from '../../server/src/cli/schemas/gate.ts';
import { statusSchema } from '../../server/src/cli/schemas/status.ts';
import { recordAi } from '../support/aiText.ts';
import { CLI, jsonOf, runAtTerminal, runCli } from '../support/cli.ts';
import { type CellText, lineOf, notebookText } from '../support/notebookText.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

const PATH = 'src/sales.ipynb';
const SETTINGS = { '.vscode/settings.json': '{ "countersign.mode": "enforce" }\n' };
const PARSE = `def parse_price(text):
    cents = round(float(text) * 100)
    if cents < 0:
        raise ValueError("not a \\"price\\"")
    return cents
`;
const HUMAN = `import csv\n\nrows = list(csv.reader(open("sales.csv")))\nprint(len(rows))`;
const SHOW = 'print(total)';

describe('Notebooks at the command line', function () {
  this.timeout(60_000);
  const repos: TempRepo[] = [];
  afterEach(() => {
    for (const repo of repos.splice(0)) repo.dispose();
  });
  /** A notebook of a person's in HEAD. */
  const create = (cells: readonly CellText[] = [{ source: HUMAN, id: 'h1' }]): TempRepo => {
    const repo = createTempRepo({ files: { ...SETTINGS, [PATH]: notebookText(cells) } });
    repos.push(repo);
    return repo;
  };
  const put = (repo: TempRepo, cells: readonly CellText[], path = PATH): string => {
    const text = notebookText(cells);
    repo.write(path, text);
    repo.git('add', '--all');
    return text;
  };
  /** As the language server records an accept in a cell. */
  const accept = (repo: TempRepo, source: string, nLines = lines(source), key = 'W1.py'): void =>
    recordAi(repo.dir, `${PATH}#${key}`, source, [[1, nLines]]);
  const findings = (repo: TempRepo): string[] =>
    gateSchema
      .parse(jsonOf(runCli(repo, ['gate', '--json'])))
      .findings.map(({ path, line, code }) => `${path}:${line} ${code}`);
  const aiLines = (repo: TempRepo): number[] =>
    blameSchema
      .parse(jsonOf(runCli(repo, ['blame', PATH, '--json'])))
      .lines.flatMap(({ line, origin }) => {
        const origins = 'origins' in origin ? (origin.origins ?? []) : [];
        return [origin, ...origins].some(({ kind }) => kind === 'ai') ? [line] : [];
      });
  const hook = (repo: TempRepo, payload: unknown): void => {
    const done = repo.run(process.execPath, [CLI, 'ingest'], {
      input: JSON.stringify(payload),
    });
    assert.equal(done.code, 0, done.stderr);
  };

  it('The gate refuses AI code in a cell, at its lines of the file, and no other cell', () => {
    const repo = create();
    accept(repo, PARSE);
    const text = put(repo, [{ source: HUMAN, id: 'h1', output: '3' }, { source: PARSE }]);
    const first = lineOf(text, 'def parse_price');
    assert.deepEqual(findings(repo), [`${PATH}:${first} unverified`]);
    assert.deepEqual(
      aiLines(repo),
      [0, 1, 2, 3, 4].map((i) => first + i),
    );
    const { blocks } = statusSchema.parse(jsonOf(runCli(repo, ['status', '--json'])));
    assert.deepEqual(
      blocks.map(({ path, symbol, language, range, aiLines: lines }) => [
        path,
        symbol,
        language,
        range,
        lines,
      ]),
      [
        [
          PATH,
          'parse_price',
          'python',
          { startLine: first, endLine: first + 4 },
          [[first, first + 4]],
        ],
      ],
    );
  });

  it('Signed at any line of it, it passes; outputs, counts and moved cells change nothing', () => {
    const repo = create();
    accept(repo, PARSE);
    const text = put(repo, [{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
    const line = lineOf(text, 'if cents < 0');
    const done = runAtTerminal(repo, ['sign', `${PATH}:${line}`], 'y\n');
    assert.match(done.stdout, /Signed 1 block as Ada Example/);
    assert.deepEqual(findings(repo), []);
    assert.match(runCli(repo, ['status']).stdout, /verified/);
    put(repo, [
      { source: '# Title', kind: 'markdown', id: 't' },
      { source: PARSE, id: 'c1', output: 'out' },
      { source: HUMAN, id: 'h1', output: 'def parse_price(text):' },
    ]);
    assert.deepEqual(findings(repo), []);
    repo.commit('signed');
    const changed = PARSE.replace('* 100', '* 1000');
    const after = put(repo, [{ source: changed }, { source: HUMAN, id: 'h1' }]);
    assert.deepEqual(findings(repo), [`${PATH}:${lineOf(after, 'def parse')} outdated`]);
  });

  it('Shows code, not JSON, to who signs it; and what changed since', () => {
    const repo = create();
    accept(repo, PARSE);
    const text = put(repo, [{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
    const line = lineOf(text, 'def parse_price');
    const first = runAtTerminal(repo, ['sign', `${PATH}:${line}`], 'y\n');
    assert.match(first.stdout, new RegExp(`${line + 3} \\|         raise ValueError\\("not a`));
    const changed = PARSE.replace('* 100', '* 1000');
    put(repo, [
      { source: HUMAN, id: 'h1' },
      { source: changed, isOneString: true },
    ]);
    const { stdout } = runAtTerminal(repo, ['sign', PATH], 'n\n');
    assert.match(stdout, /\n {2}-    cents = .* \* 100\)\n {2}\+    cents = .* \* 1000\)\n/);
    assert.match(stdout, /\n    return cents\n/);
  });

  it('Names the line on disk where the file has changed since it was staged', () => {
    const repo = create();
    accept(repo, PARSE);
    put(repo, [{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
    const now = notebookText([{ source: PARSE }, { source: HUMAN, id: 'h1', output: 'x' }]);
    repo.write(PATH, now);
    const { stdout } = runCli(repo, ['gate']);
    assert.match(stdout, new RegExp(`sign ${PATH}:${lineOf(now, 'def parse_price')}\\b`));
  });

  it('Only cells that a commit changes are asked for', () => {
    const repo = create();
    accept(repo, PARSE);
    put(repo, [{ source: HUMAN, id: 'h1' }, { source: PARSE }]);
    repo.git('commit', '--no-verify', '-qm', 'unsigned');
    put(repo, [{ source: PARSE }, { source: `${HUMAN}\nprint(rows[0])`, id: 'h1' }]);
    assert.deepEqual(findings(repo), []);
  });

  it('A notebook whose cell is one JSON string is judged line by line too', () => {
    const repo = create();
    const source = `${HUMAN}\n\n\n${PARSE}`;
    recordAi(repo.dir, `${PATH}#W1.py`, source, [[7, 11]]);
    const text = put(repo, [{ source, isOneString: true }]);
    assert.deepEqual(findings(repo), [`${PATH}:${lineOf(text, 'parse_price')} unverified`]);
  });

  it('A renamed notebook keeps its origins and its reviews', () => {
    const repo = create([{ source: HUMAN, id: 'h1' }, { source: 'x = 1' }]);
    accept(repo, PARSE);
    const cells = [{ source: HUMAN, id: 'h1' }, { source: 'x = 1' }, { source: PARSE }];
    put(repo, cells);
    repo.git('mv', PATH, 'renamed.ipynb');
    const text = put(repo, cells, 'renamed.ipynb');
    const line = lineOf(text, 'def parse_price');
    assert.deepEqual(findings(repo), [`renamed.ipynb:${line} unverified`]);
    runAtTerminal(repo, ['sign', `renamed.ipynb:${line}`], 'y\n');
    assert.deepEqual(findings(repo), []);
  });

  it('An edit outside any editor leaves the rest of the cell whose it was', () => {
    const repo = create();
    accept(repo, PARSE);
    const text = put(repo, [
      { source: HUMAN, id: 'h1' },
      { source: `${PARSE}\nprint(parse_price("1.5"))` },
    ]);
    const first = lineOf(text, 'def parse_price');
    assert.deepEqual(
      aiLines(repo),
      [0, 1, 2, 3, 4].map((i) => first + i),
    );
  });

  it('A cell with a line like an AI cell’s is nobody’s', () => {
    const repo = create();
    accept(repo, `${PARSE}print(total)\n`);
    put(repo, [
      { source: 'total = 1\nprint(total)', id: 'h1' },
      { source: SHOW, id: 'h2' },
    ]);
    assert.deepEqual(aiLines(repo), []);
    assert.deepEqual(findings(repo), []);
  });

  it('Of two cells with one short source, the one that AI wrote is its', () => {
    const repo = create([{ source: SHOW, id: 'h1' }]);
    accept(repo, SHOW, 1);
    const text = put(repo, [
      { source: SHOW, id: 'h1' },
      { source: SHOW, id: 'n1' },
    ]);
    assert.deepEqual(aiLines(repo), [text.split('\n').findLastIndex((l) => l.includes(SHOW)) + 1]);
  });

  it('A torn notebook is said, and never judged as something else', () => {
    const repo = create();
    accept(repo, PARSE);
    const text = put(repo, [{ source: PARSE }]);
    repo.write(PATH, text.slice(0, -30));
    repo.git('add', '--all');
    const done = runCli(repo, ['gate', '--json']);
    assert.match(done.stdout, /no whole notebook/);
  });

  it('A statement about lines of the file is about the cell’s code', () => {
    const repo = create();
    const text = put(repo, [
      { source: HUMAN, id: 'h1' },
      { source: PARSE, id: 'n1' },
    ]);
    const first = lineOf(text, 'def parse_price');
    const range = `${PATH}:${first}-${first + 4}`;
    const done = runAtTerminal(repo, ['correct', range, '--as', 'ai'], 'y\n');
    assert.match(done.stdout, /Recorded for 5 lines/);
    assert.deepEqual(
      aiLines(repo),
      [0, 1, 2, 3, 4].map((i) => first + i),
    );
    assert.deepEqual(findings(repo), [`${PATH}:${first} unverified`]);
  });

  describe('Agents', () => {
    const after = (repo: TempRepo, input: object, response: object): void =>
      hook(repo, payload(repo, 'PostToolUse', input, response));
    const payload = (repo: TempRepo, event: string, input: object, response?: object): object => ({
      session_id: 's',
      transcript_path: '/home/ada/.claude/projects/x/s.jsonl',
      cwd: repo.dir,
      hook_event_name: event,
      tool_name: 'NotebookEdit',
      tool_input: { notebook_path: join(repo.dir, PATH), ...input },
      ...(response === undefined ? {} : { tool_response: response }),
      tool_use_id: 'toolu_1',
    });

    it('NotebookEdit replaces a cell: what it changed there is its own', () => {
      const old = 'total = 0\nfor row in rows:\n    total += float(row[1])\nprint(total)';
      const now =
        'prices = [parse(text) for text in column]\nmean = statistics.fmean(prices)\nprint(total)';
      const repo = create([
        { source: HUMAN, id: 'h1' },
        { source: old, id: 'h2' },
      ]);
      const input = { cell_id: 'h2', new_source: now, edit_mode: 'replace' };
      hook(repo, payload(repo, 'PreToolUse', input));
      const text = put(repo, [
        { source: HUMAN, id: 'h1' },
        { source: now, id: 'h2' },
      ]);
      after(repo, input, { ...input, old_source: old, cell_type: 'code' });
      const first = lineOf(text, 'prices = [');
      assert.deepEqual(aiLines(repo), [first, first + 1]);
      assert.deepEqual(findings(repo), [`${PATH}:${first} unverified`]);
      const { stdout } = runCli(repo, ['blame', PATH]);
      assert.match(stdout, /claude-code .*prices = \[/);
    });

    it('NotebookEdit inserts a cell, written as one string; a person’s equal short cell stays theirs', () => {
      const repo = create([{ source: SHOW, id: 'h1' }]);
      const input = { cell_id: 'h1', new_source: SHOW, edit_mode: 'insert' };
      hook(repo, payload(repo, 'PreToolUse', input));
      const text = put(repo, [
        { source: SHOW, id: 'h1' },
        { source: SHOW, id: 'c3d4', isOneString: true },
      ]);
      after(repo, input, { ...input, cell_id: 'c3d4', cell_type: 'code' });
      assert.deepEqual(aiLines(repo), [
        text.split('\n').findLastIndex((l) => l.includes(SHOW)) + 1,
      ]);
      assert.equal(findings(repo).length, 1);
    });

    it('VS Code’s tool names no cell of the file: it is found by its text', () => {
      const repo = create();
      const call = (event: string): void =>
        hook(repo, {
          timestamp: '2026-03-02T09:15:00.120Z',
          session_id: 's2',
          transcript_path: '/home/ada/.config/Code/GitHub.copilot-chat/transcripts/s2.jsonl',
          cwd: repo.dir,
          hook_event_name: event,
          tool_name: 'edit_notebook_file',
          tool_input: {
            filePath: join(repo.dir, PATH),
            editType: 'insert',
            cellId: 'BOTTOM',
            newCode: PARSE,
            language: 'python',
          },
          tool_use_id: 'call_1__vscode-1',
        });
      call('PreToolUse');
      const text = put(repo, [
        { source: HUMAN, id: 'h1' },
        { source: PARSE, id: 'n1' },
      ]);
      call('PostToolUse');
      const first = lineOf(text, 'def parse_price');
      assert.deepEqual(
        aiLines(repo),
        [0, 1, 2, 3, 4].map((i) => first + i),
      );
    });

    it('A whole notebook written anew, in another layout: only what changed is the agent’s', () => {
      const repo = create([
        { source: HUMAN, id: 'h1' },
        { source: 'x = 1\ny = 2', id: 'h2' },
      ]);
      const before = repo.read(PATH);
      const cells = [
        { source: HUMAN, id: 'h1', isOneString: true },
        { source: 'x = 1\ny = 3', id: 'h2' },
        { source: PARSE, id: 'n1' },
      ];
      const content = JSON.stringify(JSON.parse(notebookText(cells)), null, 4);
      const input = { file_path: join(repo.dir, PATH), content };
      repo.write(PATH, content);
      repo.git('add', '--all');
      hook(repo, {
        ...payload(repo, 'PostToolUse', input, { type: 'update', originalFile: before, content }),
        tool_name: 'Write',
        tool_input: input,
      });
      const ai = aiLines(repo).map((line) => content.split('\n')[line - 1]?.trim());
      assert.ok(ai.includes('"def parse_price(text):\\n",'), String(ai));
      assert.ok(!ai.some((line) => line?.includes('csv')), String(ai));
      assert.equal(ai.filter((line) => line?.includes('x = 1')).length, 0);
    });

    it('A shell command that rewrote the notebook', () => {
      const repo = create();
      const bash = (event: string): void =>
        hook(repo, {
          session_id: 's',
          transcript_path: '/home/ada/.claude/projects/x/s.jsonl',
          cwd: repo.dir,
          hook_event_name: event,
          tool_name: 'Bash',
          tool_input: { command: 'python tool.py' },
          ...(event === 'PostToolUse' ? { tool_response: { stdout: '' } } : {}),
          tool_use_id: 'toolu_9',
        });
      bash('PreToolUse');
      const text = put(repo, [
        { source: HUMAN, id: 'h1', output: 'new output' },
        { source: PARSE, id: 'n1' },
      ]);
      bash('PostToolUse');
      const first = lineOf(text, 'def parse_price');
      assert.deepEqual(
        aiLines(repo),
        [0, 1, 2, 3, 4].map((i) => first + i),
      );
    });
  });
});

function lines(source: string): number {
  return source.trimEnd().split('\n').length;
}
