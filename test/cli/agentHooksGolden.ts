/** What an install into an empty home writes, by agent. `<id>` stands for the command of that agent. */
export const GOLDEN: Readonly<
  Record<string, { readonly file: string; readonly folder: string; readonly text: string }>
> = {
  'claude-code': {
    folder: '.claude',
    file: '.claude/settings.json',
    text: `{
  "hooks": {
    "PreToolUse": [
      {
        "matcher": "Edit|Write|MultiEdit|NotebookEdit|Bash",
        "hooks": [
          {
            "type": "command",
            "command": "<claude-code>",
            "timeout": 5
          }
        ]
      }
    ],
    "PostToolUse": [
      {
        "matcher": "Edit|Write|MultiEdit|NotebookEdit|Bash",
        "hooks": [
          {
            "type": "command",
            "command": "<claude-code>",
            "timeout": 10,
            "async": true
          }
        ]
      }
    ],
    "SessionStart": [
      {
        "hooks": [
          {
            "type": "command",
            "command": "<claude-code>",
            "timeout": 5,
            "async": true
          }
        ]
      }
    ]
  }
}
`,
  },
  'copilot-cli': {
    folder: '.copilot',
    file: '.copilot/hooks/countersign.json',
    text: `{
  "version": 1,
  "hooks": {
    "PostToolUse": [
      {
        "type": "command",
        "bash": "<copilot-cli>",
        "powershell": "<powershell>",
        "timeoutSec": 10
      }
    ]
  }
}
`,
  },
  cursor: {
    folder: '.cursor',
    file: '.cursor/hooks.json',
    text: `{
  "version": 1,
  "hooks": {
    "afterFileEdit": [
      {
        "command": "<cursor>",
        "timeout": 10
      }
    ],
    "afterTabFileEdit": [
      {
        "command": "<cursor-tab>",
        "timeout": 10
      }
    ],
    "preToolUse": [
      {
        "command": "<cursor>",
        "matcher": "Write|StrReplace|Delete|ApplyPatch|Shell",
        "timeout": 5
      }
    ],
    "postToolUse": [
      {
        "command": "<cursor>",
        "matcher": "Write|StrReplace|Delete|ApplyPatch|Shell",
        "timeout": 10
      }
    ]
  }
}
`,
  },
  codex: {
    folder: '.codex',
    file: '.codex/hooks.json',
    text: `{
  "hooks": {
    "PreToolUse": [
      {
        "matcher": "apply_patch|Edit|Write|Bash",
        "hooks": [
          {
            "type": "command",
            "command": "<codex>",
            "timeout": 5
          }
        ]
      }
    ],
    "PostToolUse": [
      {
        "matcher": "apply_patch|Edit|Write|Bash",
        "hooks": [
          {
            "type": "command",
            "command": "<codex>",
            "timeout": 10
          }
        ]
      }
    ]
  }
}
`,
  },
  'gemini-cli': {
    folder: '.gemini',
    file: '.gemini/settings.json',
    text: `{
  "hooks": {
    "BeforeTool": [
      {
        "matcher": "write_file|replace|run_shell_command",
        "hooks": [
          {
            "name": "countersign-before",
            "type": "command",
            "command": "<gemini-cli>",
            "timeout": 5000
          }
        ]
      }
    ],
    "AfterTool": [
      {
        "matcher": "write_file|replace|run_shell_command",
        "hooks": [
          {
            "name": "countersign-after",
            "type": "command",
            "command": "<gemini-cli>",
            "timeout": 10000
          }
        ]
      }
    ]
  }
}
`,
  },
  windsurf: {
    folder: '.codeium/windsurf',
    file: '.codeium/windsurf/hooks.json',
    text: `{
  "hooks": {
    "pre_write_code": [
      {
        "command": "<windsurf>",
        "show_output": false
      }
    ],
    "post_write_code": [
      {
        "command": "<windsurf>",
        "show_output": false
      }
    ],
    "pre_run_command": [
      {
        "command": "<windsurf>",
        "show_output": false
      }
    ],
    "post_run_command": [
      {
        "command": "<windsurf>",
        "show_output": false
      }
    ]
  }
}
`,
  },
};

/** A person's own settings: comments, unknown keys, tabs, CRLF, a byte order mark, no final line end. */
export const LIVED_IN = `\uFEFF// my settings\r
{\r
\t"model": "opus", // keep this one\r
\t"hooks": {\r
\t\t"PostToolUse": [\r
\t\t\t{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "echo hi" }] } // mine\r
\t\t]\r
\t},\r
\t/* what it may do */\r
\t"permissions": { "allow": ["Read", "Grep"] }\r
}`;

/** The same after an install for Claude Code. */
export const LIVED_IN_INSTALLED = `\uFEFF// my settings\r
{\r
\t"model": "opus", // keep this one\r
\t"hooks": {\r
\t\t"PostToolUse": [\r
\t\t\t{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "echo hi" }] }, // mine\r
\t\t\t{\r
\t\t\t\t"matcher": "Edit|Write|MultiEdit|NotebookEdit|Bash",\r
\t\t\t\t"hooks": [\r
\t\t\t\t\t{\r
\t\t\t\t\t\t"type": "command",\r
\t\t\t\t\t\t"command": "<claude-code>",\r
\t\t\t\t\t\t"timeout": 10,\r
\t\t\t\t\t\t"async": true\r
\t\t\t\t\t}\r
\t\t\t\t]\r
\t\t\t}\r
\t\t],\r
\t\t"PreToolUse": [\r
\t\t\t{\r
\t\t\t\t"matcher": "Edit|Write|MultiEdit|NotebookEdit|Bash",\r
\t\t\t\t"hooks": [\r
\t\t\t\t\t{\r
\t\t\t\t\t\t"type": "command",\r
\t\t\t\t\t\t"command": "<claude-code>",\r
\t\t\t\t\t\t"timeout": 5\r
\t\t\t\t\t}\r
\t\t\t\t]\r
\t\t\t}\r
\t\t],\r
\t\t"SessionStart": [\r
\t\t\t{\r
\t\t\t\t"hooks": [\r
\t\t\t\t\t{\r
\t\t\t\t\t\t"type": "command",\r
\t\t\t\t\t\t"command": "<claude-code>",\r
\t\t\t\t\t\t"timeout": 5,\r
\t\t\t\t\t\t"async": true\r
\t\t\t\t\t}\r
\t\t\t\t]\r
\t\t\t}\r
\t\t]\r
\t},\r
\t/* what it may do */\r
\t"permissions": { "allow": ["Read", "Grep"] }\r
}`;
