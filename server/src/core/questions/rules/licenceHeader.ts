import type { CodeView, Comment } from '../../code/codeView.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** A line that names who holds the rights. */
const COPYRIGHT =
  /(?:copyright|©|\(c\))[\s:,]{0,4}(?:\(c\)|©)?[\s:,]{0,4}(?:\d{4}(?:\s{0,2}[-–,]\s{0,2}(?:\d{2,4}|present))*)?[\s:,]{0,4}(?:by\s{1,2})?([^\n*]{2,80})/i;
const LICENCE =
  /\blicen[sc]ed (?:under|to (?:the|you))\b|\blicen[sc]es this (?:file|work|software) to you\b|\b(?:released|distributed|available|governed|covered) (?:under|by) (?:the (?:terms|conditions) of )?(?:the |an? )?[\w .-]{0,40}\blicen[sc]e\b|\bSPDX-License-Identifier\b|\bpermission is hereby granted\b|\bredistribution and use in source\b|\bGNU (?:Lesser |Affero )?General Public License\b|\bThis (?:file|program|library|software|code) is (?:free software|distributed under|released under|licen[sc]ed)\b|\ball rights reserved\b|\b(?:Apache|MIT|BSD|Mozilla Public) Licen[sc]e\b/i;
/** What a line has that tells of taken code, without a copyright line. */
const TAKEN =
  /\b(?:copied|adapted|taken|borrowed|ported|lifted|stolen|derived|based on code|modified) from\b.{0,60}(?:https?:\/\/(?!\S*(?:wikipedia|wikimedia|wiktionary|w3|ietf|rfc-editor|iana|unicode|whatwg|mozilla|microsoft)\.(?:org|com))|github\.com|gitlab\.com|stack ?overflow)/i;

/** Somebody's licence or copyright line stands in the block. */
export const licenceHeader: Rule = {
  id: 'licence-header',
  row: 47,
  title: "Somebody else's copyright or licence",
  severity: 'normal',
  concern: 'readability',
  weight: 3,
  cwe: [],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find({ view, project }: RuleContext): Iterable<Trigger> {
    for (const run of [...runsOf(view.comments, view.text), ...docstringsOf(view)]) {
      const found = lineOf(run);
      if (found && !isOwn(found, project?.notices ?? ''))
        yield {
          at: found.at,
          about: { what: found.what, who: inBackticks(shortened(found.who)) },
          // At the top it is most often the project's own.
          severity: view.text.slice(0, run[0]?.start ?? 0).trim().length < 120 ? 'low' : 'normal',
        };
    }
  },
  ask: ({ what, who, line }) =>
    what === 'copyright'
      ? `Line ${line}: this block carries the copyright line of ${who}. May it be here?`
      : what === 'licence'
        ? `Line ${line}: this block carries a licence text, ${who}. May it be here, and is its condition met?`
        : `Line ${line} says that the code comes from elsewhere: ${who}. May it be here?`,
  obligations: [],
  page: {
    why: 'Generated code can repeat what others wrote, header and all. Their licence then holds for it, with its conditions.',
    instead:
      'Find where it comes from, and whether your project may hold it. Keep the notice where you may, take the code out where you may not.',
    sources: ['The licences themselves: nearly all ask that their notice stay with the code'],
  },
  examples: [
    {
      languages: ['typescript', 'tsx', 'javascript', 'go', 'rust', 'java', 'csharp', 'cpp'],
      asks: '/*\n * Copyright (c) 2012 Acme Corporation ⟵\n * Licensed under the Apache License\n */\n',
      quiet: '/*\n * Sorts the licences that a user has, and shows their copyright.\n */\n',
    },
    {
      languages: ['typescript', 'javascript'],
      asks: '// Licensed under the MIT License ⟵\nfunction pad(text) { return text; }\n// Copied from https://github.com/a/b ⟵\nfunction pad2(text) { return text; }\n',
      quiet: '// Copied from the list above.\nfunction pad(text) { return text; }\n',
    },
    {
      languages: ['go'],
      files: {
        LICENSE: 'MIT License\n\nCopyright (c) 2024 The Shop Authors\n',
        'pad.go': '// Copyright 2024 The Shop Authors.\npackage shop\n',
      },
      path: 'split.go',
      asks: '// Copyright 2009 The Go Authors. All rights reserved. ⟵\npackage shop\n',
      quiet:
        '// Copyright 2026 The Shop Authors. All rights reserved.\n// Use of this source code is governed by the MIT license.\npackage shop\n',
    },
    {
      languages: ['python', 'ruby'],
      asks: '# Copyright 2012 Acme Corporation ⟵\n#\n# Licensed under the Apache License\n\nX = 1\n',
      quiet: '# What a licence says is in the list.\n\nX = 1\n',
    },
    {
      languages: ['python'],
      asks: 'def pad(text):\n    """Pads.\n\n    Copyright (C) 2011 by Michael Doe <mdoe@textlib.org> ⟵\n    Released under the terms of the BSD License.\n    """\n    return text\n',
      quiet:
        'def pad(text):\n    """Pads.\n\n    The licence is what the user chose.\n    """\n    return text\n',
    },
    {
      languages: ['csharp', 'cpp', 'typescript', 'java'],
      asks: '// Licensed to the .NET Foundation under one or more agreements. ⟵\n// The .NET Foundation licenses this file to you under the MIT license.\n',
      quiet: '// Whom a file is licensed to is shown to the user, released under a lock.\n',
    },
    {
      languages: ['cpp'],
      asks: '//===---===//\n// Part of the LLVM Project, under the Apache License v2.0 with LLVM Exceptions. ⟵\n// See https://llvm.org/LICENSE.txt for license information.\n//===---===//\n',
      quiet: '//===---===//\n// Part of the order that the shop keeps.\n//===---===//\n',
    },
    {
      languages: ['php'],
      asks: '<?php\n/**\n * @copyright 2012 Acme Corporation ⟵\n */\n$x = 1;\n',
      quiet: '<?php\n/**\n * What a licence says.\n */\n$x = 1;\n',
    },
    {
      languages: ['typescript', 'javascript', 'cpp'],
      files: {
        'package.json': '{ "name": "till", "author": { "name": "Ada Doe" } }',
        COPYING: 'This program is free software; you can redistribute it.',
      },
      asks: '/*\n * Copyright (C) 2011-2026 Max Moe, https://moe.test ⟵\n */\n',
      quiet:
        '/*\n * Copyright (C) 2011-2026 Ada Doe, https://doe.test\n *\n * This file is part of Till.\n *\n * This program is free software; you can redistribute it.\n */\n',
    },
    {
      languages: ['typescript', 'javascript'],
      asks: '// Copied from https://github.com/a/pad ⟵\nfn_pad();\n',
      quiet: "// The type's name is taken from https://www.wikipedia.org/wiki/Pad\nfn_pad();\n",
    },
  ],
};

/** Whether the project says the same of itself. */
function isOwn({ what, who }: Line, notices: string): boolean {
  switch (what) {
    case 'copyright': {
      const holder = wordsOf(
        who.replace(/,?\s*\(?https?:\S*|\b\d{4}\b|<[^>]*>|\b(?:and|&)\s.*$|,\s*Inc\b.*$/gi, ' '),
      );
      return holder !== '' && wordsOf(notices).includes(holder);
    }
    case 'licence': {
      const name = NAMES.find((one) => one.test(who));
      return name !== undefined && name.test(notices);
    }
    case 'taken':
      return false;
  }
}

const NAMES: readonly RegExp[] = [
  /\bapache\b/i,
  /\bmit\b/i,
  /\bmozilla\b|\bmpl\b/i,
  /\baffero\b|\bagpl/i,
  /\blesser general\b|\blgpl/i,
  /\bgnu\b|\bgpl/i,
  /\bbsd\b|\bredistribution and use\b/i,
  /\bpermission is hereby granted\b/i,
  /\bfree software\b/i,
  /\blicen[sc]e\b/i,
];

function wordsOf(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\d]+/gu)
      ?.join(' ') ?? ''
  } `.replace(/^ +$/, '');
}

type Said = Pick<Comment, 'start' | 'end' | 'text'>;

/** Texts that are statements: Python's and C++'s way to say what something is. */
function docstringsOf(view: CodeView): readonly (readonly Said[])[] {
  return view
    .all('expression')
    .filter(({ value }) => value.kind === 'text')
    .map(({ start, end }) => [{ start, end, text: view.text.slice(start, end) }]);
}

/** Comments on neighbouring lines are one header. */
function runsOf(comments: readonly Said[], text: string): readonly (readonly Said[])[] {
  const runs: Said[][] = [];
  for (const comment of comments) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && text.slice(before.end, comment.start).trim() === '') last.push(comment);
    else runs.push([comment]);
  }
  return runs;
}

interface Line {
  readonly at: { readonly start: number; readonly end: number };
  readonly what: 'copyright' | 'licence' | 'taken';
  readonly who: string;
}

/** The line of a header that says most: who holds the copyright, or else under which licence it is. */
function lineOf(run: readonly Said[]): Line | undefined {
  let licence: Line | undefined;
  for (const comment of run) {
    let start = comment.start;
    for (const line of comment.text.split('\n')) {
      const text = line.slice(0, 400);
      const lead = text.length - text.trimStart().length;
      const at = { start: start + lead, end: start + line.length };
      const words = text
        .replace(/^[\s/*#!;<"'=|+-]+/, '')
        .replace(/\s*\*+\/\s*$/, '')
        .replace(
          /^spdx-filecopyrighttext:\s*(?:copyright\b\s*)?|^\(c\)\s*copyright\b\s*/i,
          'Copyright ',
        )
        .trim();
      const who = COPYRIGHT.exec(words)?.[1]
        ?.replace(/all rights reserved\.?/i, '')
        .replace(/[\s.,]+$/, '');
      if (who !== undefined && isHolder(words, who)) return { at, what: 'copyright', who };
      if (TAKEN.test(words)) licence ??= { at, what: 'taken', who: words };
      if (
        LICENCE.test(words) &&
        /^(?:@licen[sc]e|licen[sc]ed|spdx|part of the|the [.\w ]{2,40} licen[sc]es|use of this|you may (?:not )?(?:use|obtain)|permission|redistribution|this|released|distributed|the \w+ licen|\(?mit|apache|bsd|gnu|all rights)/i.test(
          words,
        )
      ) {
        licence ??= { at, what: 'licence', who: words };
      }
      start += line.length + 1;
    }
  }
  return licence;
}

/** A year, or the sign at the beginning: else it is a sentence about copyright. */
function isHolder(words: string, who: string): boolean {
  return (
    /^(?:@?copyright|©|\(c\)|portions|spdx-filecopyrighttext)/i.test(words) &&
    /[A-Z]/.test(who) &&
    (/\d{4}/.test(words) || /\(c\)|©|all rights reserved/i.test(words))
  );
}
