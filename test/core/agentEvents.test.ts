import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isPatch, parsePatch } from '../../server/src/core/agentEvents/applyPatch.ts';
import { canonicalJson } from '../../server/src/core/text/canonicalJson.ts';
import { formats } from '../../server/src/core/agentEvents/formats/table.ts';
import { parseLenient } from '../../server/src/core/agentEvents/lenientJson.ts';
import { type PayloadReading, readPayload } from '../../server/src/core/agentEvents/readPayload.ts';
import { withLine } from '../../server/src/core/agentEvents/structuredPatch.ts';
import { caseFiles, FIXTURES } from '../support/golden.ts';

interface PayloadCase {
  readonly name: string;
  readonly file: string;
  readonly flag: string | undefined;
  /** What the hook gets on its standard input. */
  readonly text: string;
  readonly expect: unknown;
  readonly json: object;
}

const cases: readonly PayloadCase[] = caseFiles('payloads', '.json').map((name) => {
  const file = join(FIXTURES, 'payloads', name);
  const json = JSON.parse(readFileSync(file, 'utf8'));
  const text = typeof json.payload === 'string' ? json.payload : JSON.stringify(json.payload);
  return { name: basename(name, '.json'), file, flag: json.flag, text, expect: json.expect, json };
});
const flags = fc.constantFrom(undefined, '', 'droid', ...formats.map(({ name }) => name));

/** Cases that tell a call of another case again. */
const TOLD_TWICE = ['copilot-cli.pascal-edit.after', 'cross.cursor-hook-told-twice.after'];

function checkReading(reading: PayloadReading): void {
  if (reading.kind === 'unreadable') assert.match(reading.why, /^The payload .+\.$/);
  if (reading.kind !== 'event') return;
  const { event } = reading;
  assert.equal(typeof event.call, 'string');
  assert.ok(event.kind === 'shell' || 0 < event.files.length);
  for (const { path, from, changes } of event.files) {
    assert.ok(typeof path === 'string' && path.trim() !== '' && !path.includes('\0'));
    assert.ok(from === undefined || typeof from === 'string');
    for (const change of changes) {
      assert.ok(typeof change.old === 'string' && typeof change.new === 'string');
      assert.ok(change.line === undefined || 0 < change.line);
    }
  }
  assert.deepEqual(JSON.parse(JSON.stringify(event)), event, 'an event is plain JSON');
}

function callOf(name: string): string {
  const found = cases.find((one) => one.name === name);
  assert.ok(found, name);
  const reading = readPayload(found.text, found.flag);
  assert.ok(reading.kind === 'event', name);
  return reading.event.call;
}

describe('Payloads of agents', () => {
  for (const { name, file, flag, text, expect, json } of cases) {
    it(`${name} is read as recorded`, () => {
      const reading = readPayload(text, flag);
      checkReading(reading);
      if (process.env['UPDATE'] === '1') {
        writeFileSync(file, `${JSON.stringify({ ...json, expect: reading }, null, 2)}\n`);
      } else assert.deepEqual(reading, expect);
    });
  }

  it('A call has one name before and after it ran', () => {
    const befores = cases.filter(({ name }) => name.endsWith('.before'));
    assert.ok(20 < befores.length);
    for (const { name } of befores) {
      assert.equal(callOf(name), callOf(name.replace(/before$/, 'after')), name);
    }
  });

  it('Two calls of one session have two names', () => {
    const names = cases
      .filter(({ name, text, flag }) => {
        const isEvent = readPayload(text, flag).kind === 'event';
        return isEvent && !name.endsWith('.before') && !TOLD_TWICE.includes(name);
      })
      .map(({ name }) => [callOf(name), name] as const);
    const seen = new Map<string, string>();
    for (const [call, name] of names) {
      assert.equal(seen.get(call), undefined, name);
      seen.set(call, name);
    }
  });

  it('A hook of Cursor that is run twice tells one call', () => {
    assert.equal(
      callOf('cursor.file-edit-new.after'),
      callOf('cross.cursor-hook-told-twice.after'),
    );
  });

  it('Both ways in which Copilot CLI tells one call give it one name', () => {
    assert.equal(callOf('copilot-cli.edit.after'), callOf('copilot-cli.pascal-edit.after'));
  });

  it('What the content says of the agent, no flag changes', () => {
    const ownMarks = cases.filter(({ text, flag }) => {
      return isDeepStrictEqual(readPayload(text, undefined), readPayload(text, flag));
    });
    assert.ok(80 < ownMarks.length, String(ownMarks.length));
    for (const { name, text } of ownMarks) {
      if (name.startsWith('unknown.')) continue;
      for (const format of formats) {
        const reading = readPayload(text, format.name);
        assert.deepEqual(reading, readPayload(text, undefined), `${name} by ${format.name}`);
      }
    }
  });

  it('A flag cut short names the only agent that begins so', () => {
    const payload = {
      hook_event_name: 'PostToolUse',
      session_id: 's1',
      tool_name: 'Edit',
      tool_input: { file_path: '/a', old_string: 'a', new_string: 'b' },
    };
    const agentBy = (flag: string) => {
      const reading = readPayload(JSON.stringify(payload), flag);
      return reading.kind === 'event' ? reading.event.agent : reading.kind;
    };
    assert.equal(agentBy('claude'), 'claude-code');
    assert.equal(agentBy('c'), 'unknown-agent');
  });

  it('Ten thousand edits in one payload are read, each of them', () => {
    const edits = Array.from({ length: 10_000 }, (_, n) => ({
      old_string: `line ${n}`,
      new_string: `line ${n}!`,
    }));
    const payload = { cursor_version: '2', hook_event_name: 'afterFileEdit', file_path: '/a' };
    const reading = readPayload(JSON.stringify({ ...payload, edits }), undefined);
    assert.ok(reading.kind === 'event');
    assert.equal(reading.event.files[0]?.changes.length, 10_000);
  });

  it('A payload nested as deep as can be is read or refused, never a crash', () => {
    for (const depth of [1_000, 100_000, 1_000_000]) {
      const deep = '['.repeat(depth) + ']'.repeat(depth);
      const text = `{"toolName":"edit","toolArgs":{"path":"/a","old_str":"a","new_str":"b","x":${deep}}}`;
      checkReading(readPayload(text, 'copilot-cli'));
      checkReading(readPayload(deep, 'copilot-cli'));
    }
  });

  it('No reason given for an unreadable payload holds any of it', () => {
    for (const { text, flag, name } of cases) {
      const reading = readPayload(text, flag);
      if (reading.kind === 'unreadable') assert.ok(!/ada|total|tax/.test(reading.why), name);
    }
  });
});

describe('Laws of payloads', () => {
  it('Any JSON is read or refused', () => {
    const key = fc.constantFrom(
      ...['hook_event_name', 'tool_name', 'tool_input', 'tool_response', 'cursor_version'],
      ...['agent_action_name', 'tool_info', 'file_path', 'edits', 'toolName', 'toolArgs', 'type'],
      ...['repo_working_dir', 'edited_filepaths', 'dirty_files', 'transcript_path', '__proto__'],
      ...['old_string', 'new_string', 'turn_id', 'replacements', 'structuredPatch', 'path'],
    );
    const word = fc.constantFrom(
      ...['PostToolUse', 'PreToolUse', 'AfterTool', 'afterFileEdit', 'Edit', 'apply_patch'],
      ...['/a.ts', 'x', '', '\0', 'ai_agent', 'write_file', 'Write', '*** Update File: a\n-x'],
      ...['post_write_code', 'afterTabFileEdit', 'MultiEdit', 'NotebookEdit', 'edit'],
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        word,
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 9 }),
      ),
    }));
    fc.assert(
      fc.property(value, flags, (payload, flag) => {
        checkReading(readPayload(JSON.stringify(payload), flag));
      }),
      { numRuns: 5_000 },
    );
  });

  it('Any value in place of any part of a known payload is read or refused', () => {
    const objects = cases.filter(({ text }) => text.startsWith('{"') && text.endsWith('}'));
    fc.assert(
      fc.property(
        fc.constantFrom(...objects),
        fc.nat(),
        fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('\0', '\ud800', 1e308, [null])),
        flags,
        ({ text }, place, value, flag) => {
          const payload: unknown = JSON.parse(text);
          checkReading(readPayload(JSON.stringify(mutated(payload, place, value)), flag));
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it('A payload cut off, or with anything put in, is read or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.nat(),
        fc.nat(40),
        fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }), fc.constantFrom('"', '{', '\\', '')),
        flags,
        ({ text }, place, length, inserted, flag) => {
          const at = place % (text.length + 1);
          checkReading(readPayload(text.slice(0, at), flag));
          checkReading(readPayload(text.slice(0, at) + inserted + text.slice(at + length), flag));
        },
      ),
      { numRuns: 4_000 },
    );
  });
});

/** The value with the part at some place, counted through all of it, replaced. */
function mutated(value: unknown, place: number, part: unknown): unknown {
  const paths: (string | number)[][] = [];
  const visit = (node: unknown, path: (string | number)[]): void => {
    paths.push(path);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) visit(child, [...path, key]);
  };
  visit(value, []);
  const target = paths[place % paths.length] ?? [];
  const put = (node: unknown, path: readonly (string | number)[]): unknown => {
    const [key, ...rest] = path;
    if (key === undefined) return part;
    if (Array.isArray(node))
      return node.map((one, i) => (String(i) === key ? put(one, rest) : one));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, one]) => [name, name === key ? put(one, rest) : one]),
    );
  };
  return put(value, target);
}

describe('Patches of agents', () => {
  const line = fc.stringMatching(/^[ab+*@\- ]{0,6}$/);
  const piece = fc.record({ mark: fc.constantFrom(' ', ' ', '-', '+'), line });

  it('A hunk put in place of its old text makes its new text', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        fc.array(piece, { minLength: 1, maxLength: 12 }),
        fc.array(line, { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('whole', 'torn', 'at the end'),
        (above, pieces, below, eol, kind) => {
          const side = (mark: string): string =>
            pieces
              .filter((one) => one.mark === ' ' || one.mark === mark)
              .map((one) => one.line + eol)
              .join('');
          const start = above.map((one) => `<${one}>${eol}`).join('');
          const end = below.map((one) => `<${one}>${eol}`).join('');
          const body = pieces.map((one) => one.mark + one.line).join(eol);
          const patch = [
            '*** Begin Patch',
            '*** Update File: src/a b.ts',
            '@@ class A',
            body,
            ...(kind === 'at the end' ? ['*** End of File'] : []),
            ...(kind === 'torn' ? [''] : ['*** End Patch', 'trailing']),
          ].join(eol);
          const [file] = parsePatch(patch);
          assert.equal(file?.path, 'src/a b.ts');
          const before = start + side('-') + end;
          const after = start + side('+') + end;
          if (before === after) return;
          // A torn patch may end in empty lines of its own.
          if (kind === 'torn' && pieces.at(-1)?.mark === ' ') return;
          const [change] = file.changes;
          assert.ok(change !== undefined && file.changes.length === 1);
          assert.ok(before.slice(start.length).startsWith(change.old));
          const rest = before.slice(start.length + change.old.length);
          assert.equal(start + change.new + rest, after);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('Any text is a patch of some files, or of none', () => {
    const part = fc.constantFrom(
      ...['*** Begin Patch\n', '*** End Patch\n', '*** Add File: a\n', '*** Update File: b\r\n'],
      ...[
        '*** Delete File: \n',
        '*** Move to: c\n',
        '@@\n',
        '@@ x\n',
        '+a\n',
        '-a\n',
        ' a\n',
        '\n',
      ],
      ...['*** End of File\n', '\\ No newline at end of file\n', 'junk', '\0', '*** ', '\ud800'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        for (const { path, from } of parsePatch(parts.join(''))) {
          for (const one of [path, from ?? 'x']) assert.ok(one !== '' && !one.includes('\0'));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('A context line that looks like the end of the patch is not its end', () => {
    const patch =
      '*** Begin Patch\n*** Update File: a.md\n@@\n *** End Patch\n-x\n+y\n*** End Patch';
    assert.deepEqual(parsePatch(patch)[0]?.changes, [
      { old: '*** End Patch\nx\n', new: '*** End Patch\ny\n' },
    ]);
    assert.ok(isPatch(patch) && !isPatch('+*** Begin Patch') && !isPatch(''));
  });

  it('A hundred thousand blank lines are no reason to wait', () => {
    const blank = `${'\n'.repeat(100_000)}${' '.repeat(100_000)}`;
    assert.ok(!isPatch(blank));
    assert.deepEqual(parsePatch(blank), []);
  });
});

describe('Parts of payloads', () => {
  it('Raw control characters within texts are read as escaped, and a byte order mark is dropped', () => {
    const value = { 'a\tb': 'c\nd\\"\u0000', list: ['\u001f\\'] };
    const strict = JSON.stringify(value, null, 1);
    const raw = strict.replace('\\n', '\n').replace('\\u0000', '\0').replace('\\t', '\t');
    assert.throws(() => JSON.parse(raw));
    assert.deepEqual(parseLenient(`\uFEFF${raw}`), { ok: true, value });
    assert.deepEqual(parseLenient('{"a": "b'), { ok: false, error: 'not-json' });
  });

  it('Raw or escaped, a control character is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const raw = `{"text": "${text.replace(/[\\"]/g, '\\$&')}"}`;
        assert.deepEqual(parseLenient(raw), { ok: true, value: { text } });
      }),
    );
  });

  it('The order of keys does not tell two calls apart, and anything else does', () => {
    assert.equal(
      canonicalJson({ b: [1, { d: null, c: 'x' }], a: 2 }),
      '{"a":2,"b":[1,{"c":"x","d":null}]}',
    );
    assert.notEqual(canonicalJson(['a', 'b']), canonicalJson(['a,b']));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('A change stands on the line where its own new text begins, not where the hunk does', () => {
    const hunk = {
      newStart: 11,
      lines: [
        ' a',
        ' }',
        '-  return 1;',
        '-}',
        '+  return 2;',
        '+}',
        ' ',
        '\\ No newline at end of file',
      ],
    };
    assert.equal(withLine({ old: '1;\n}', new: '2;\n}' }, [hunk]).line, 13);
    assert.equal(withLine({ old: '}\n  return 1', new: '}\n  return 2' }, [hunk]).line, 12);
    assert.equal(withLine({ old: '3', new: '4' }, [hunk]).line, undefined);
    assert.equal(withLine({ old: '1', new: '2', all: true }, [hunk]).line, undefined);
    assert.equal(withLine({ old: '1', new: '2' }, [null, 3, { newStart: 'x' }]).line, undefined);
  });
});
