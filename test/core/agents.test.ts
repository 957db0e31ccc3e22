import assert from 'node:assert/strict';
import { markedAgent } from '../../server/src/core/agents/agent.ts';
import { agents } from '../../server/src/core/agents/table.ts';

/** What a person's own terminal has inside VS Code and its relatives, with assistants installed. */
const PERSONS_TERMINAL = {
  TERM_PROGRAM: 'vscode',
  TERM_PROGRAM_VERSION: '1.101.0',
  VSCODE_GIT_IPC_HANDLE: '/run/user/1000/vscode-git.sock',
  VSCODE_INJECTION: '1',
  CURSOR_TRACE_ID: '0123456789abcdef',
  CLAUDE_CODE_SSE_PORT: '12345',
  ENABLE_IDE_INTEGRATION: 'true',
  GEMINI_CLI_IDE_SERVER_PORT: '23456',
  GEMINI_CLI_IDE_WORKSPACE_PATH: '/home/ada/shop',
  QWEN_CODE_IDE_SERVER_PORT: '34567',
  CODEIUM_EDITOR_APP_ROOT: '/usr/share/windsurf',
  CODEX_HOME: '/home/ada/.codex',
  OPENCODE_CALLER: 'vscode',
  AIDER_MODEL: 'sonnet',
  REPL_ID: 'abc',
  AGENT: 'build-7',
  GIT_PAGER: 'cat',
  ANTHROPIC_API_KEY: 'key',
};

describe('Agents by their environment', () => {
  it('Each agent is known by each of its markers', () => {
    for (const { name, markers } of agents) {
      assert.ok(0 < markers.length, name);
      for (const { variable, value } of markers) {
        assert.deepEqual(markedAgent([...agents], { [variable]: value ?? '1' }), {
          agent: name,
          variable,
        });
      }
    }
  });

  it("A person's own terminal is nobody's but the person's", () => {
    assert.equal(markedAgent(agents, PERSONS_TERMINAL), undefined);
  });

  it('An empty variable is no marker', () => {
    assert.equal(markedAgent(agents, { CLAUDECODE: '' }), undefined);
  });

  it('An agent that also carries another one’s marker is called by its own name', () => {
    assert.equal(markedAgent(agents, { CLAUDECODE: '1', AGENT: 'amp' })?.agent, 'Amp');
  });

  it('An agent that names itself in the common variable is an agent', () => {
    assert.equal(markedAgent(agents, { AI_AGENT: 'newcomer@1.0' })?.agent, 'an agent');
  });
});
