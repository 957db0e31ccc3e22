/**
 * What can be read from VS Code's page. Each function here runs inside the browser: it sees nothing of this module,
 * only its argument and the document. "The editor" is the active editor group's.
 */

/** The text on screen of the active editor, line by line. */
export function editorText() {
  const lines = [
    ...document.querySelectorAll(
      '.editor-group-container.active .monaco-editor[data-uri] .view-line',
    ),
  ];
  return lines
    .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text.replaceAll('\u00a0', ' '))
    .join('\n');
}

/** The ghost text on screen, line by line, or the empty string. What is typed already is not part of it. */
export function ghostText() {
  const parts = [
    ...document.querySelectorAll(
      '.editor-group-container.active .monaco-editor [class*="ghost-text"]',
    ),
  ]
    .filter((part) => part.querySelector('[class*="ghost-text"]') === null)
    .map((part) => {
      const { top, left, height } = part.getBoundingClientRect();
      // Its first line stands among the editor's own, the others in a zone below, where lines lie a pixel otherwise.
      const row = Math.round((top + height / 2) / 10);
      return { row, left, text: (part.textContent ?? '').replaceAll('\u00a0', ' ') };
    })
    .sort((a, b) => a.row - b.row || a.left - b.left);
  return parts
    .map(({ row, text }, idx) => (0 < idx && parts[idx - 1]?.row !== row ? `\n${text}` : text))
    .join('');
}

/** The CodeLens rows on screen, top to bottom, each with the texts of its items. */
export function lensRows() {
  const rows = [
    ...document.querySelectorAll(
      '.editor-group-container.active .monaco-editor .codelens-decoration',
    ),
  ];
  return rows
    .map((row) => {
      const items = [...row.querySelectorAll(':scope > a, :scope > span')];
      const texts = items.map((item) => (item.textContent ?? '').replaceAll('\u00a0', ' ').trim());
      return {
        top: row.getBoundingClientRect().top,
        items: texts.filter((text) => text !== '' && text !== '|'),
      };
    })
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => a.top - b.top)
    .map(({ items }) => items);
}

/** The status bar's visible items. */
export function statusItems() {
  return [...document.querySelectorAll('.part.statusbar .statusbar-item')]
    .filter((item) => item.getClientRects().length > 0)
    .map((item) => ({
      id: item.id,
      text: (item.textContent ?? '').replaceAll('\u00a0', ' ').trim(),
      label: item.getAttribute('aria-label') ?? '',
    }));
}

/** Notifications on screen, as toasts or in the open center. */
export function notificationItems() {
  return [...document.querySelectorAll('.notification-list-item')]
    .filter((item) => item.getClientRects().length > 0)
    .map((item) => ({
      text: item.querySelector('.notification-list-item-message')?.textContent ?? '',
      source: item.querySelector('.notification-list-item-source')?.textContent ?? '',
      severity:
        ['error', 'warning', 'info'].find(
          (kind) => item.querySelector(`.codicon-${kind}`) !== null,
        ) ?? 'unknown',
      buttons: [
        ...item.querySelectorAll('.notification-list-item-buttons-container .monaco-button'),
      ]
        .map((button) => button.textContent ?? '')
        .filter((text) => text !== ''),
    }));
}

/** The modal dialog on screen, or undefined. */
export function dialogOnScreen() {
  const box = document.querySelector('.monaco-dialog-box');
  if (!box) return undefined;
  return {
    message: box.querySelector('.dialog-message-text')?.textContent ?? '',
    detail: box.querySelector('.dialog-message-detail')?.textContent ?? '',
    buttons: [...box.querySelectorAll('.dialog-buttons .monaco-button')]
      .map((button) => button.textContent ?? '')
      .filter((text) => text !== ''),
  };
}

/** The terminal's rows on screen, without the empty ones at its end. */
export function terminalText() {
  const screens = [
    ...document.querySelectorAll('.terminal-wrapper.active .xterm-rows, .xterm-rows'),
  ];
  const screen = screens.find((rows) => rows.getClientRects().length > 0);
  if (!screen) return undefined;
  return [...screen.children]
    .map((row) => (row.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd())
    .join('\n')
    .trimEnd();
}

/** What quick open or the command palette lists, top to bottom. */
export function quickInputRows() {
  return [
    ...document.querySelectorAll('.quick-input-widget .quick-input-list .monaco-list-row'),
  ].map((row) => ({
    name: row.querySelector('.label-name')?.textContent ?? row.textContent ?? '',
    label: row.getAttribute('aria-label') ?? '',
  }));
}

/** Text of the hovers on screen. */
export function hoverTexts() {
  return [...document.querySelectorAll('.monaco-hover:not(.hidden), .workbench-hover')]
    .filter((hover) => hover.getClientRects().length > 0)
    .map((hover) => /** @type {HTMLElement} */ (hover).innerText.trim())
    .filter((text) => text !== '');
}

/**
 * Where a part of a line of the active editor is on screen: its first character that is not blank, or the first
 * character of `over`.
 *
 * @param {{ line: number, over?: string | undefined }} part `line` is 1-based
 */
export function linePlace({ line, over }) {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor[data-uri]');
  const number = [...(editor?.querySelectorAll('.margin-view-overlays .line-numbers') ?? [])].find(
    (element) => element.textContent?.trim() === String(line),
  );
  if (!editor || !number) return undefined;
  const { top, height } = number.getBoundingClientRect();
  const y = top + height / 2;
  const row = [...editor.querySelectorAll('.view-line')].find((element) => {
    const box = element.getBoundingClientRect();
    return box.top <= y && y < box.bottom;
  });
  if (!row) return undefined;
  const text = (row.textContent ?? '').replaceAll('\u00a0', ' ');
  const start = over === undefined ? text.search(/\S/) : text.indexOf(over);
  if (start < 0 && over !== undefined) return undefined;
  const glyphs = editor.querySelector('.margin .glyph-margin')?.getBoundingClientRect();
  const gutterX = glyphs ? glyphs.left + glyphs.width / 2 : 0;
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (start < before + length) {
      const range = document.createRange();
      range.setStart(node, Math.max(0, start - before));
      range.setEnd(node, Math.max(0, start - before) + 1);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y, gutterX };
    }
    before += length;
  }
  return { x: row.getBoundingClientRect().left + 2, y, gutterX };
}

/**
 * The decorations that extensions put on the lines on screen: which line, where, and how they look. VS Code names
 * their classes `ced-…`; a decoration type has one class for each place it shows in.
 */
export function extensionDecorations() {
  const editor = document.querySelector('.editor-group-container.active .monaco-editor[data-uri]');
  if (!editor) return [];
  const rows = [...editor.querySelectorAll('.margin-view-overlays .line-numbers')].map(
    (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { line: Number(element.textContent), top, bottom };
    },
  );
  return [...editor.querySelectorAll('[class*="ced-"]')]
    .map((element) => {
      const box = element.getBoundingClientRect();
      const middle = box.top + box.height / 2;
      const style = getComputedStyle(element);
      return {
        line: rows.find(({ top, bottom }) => top <= middle && middle < bottom)?.line ?? 0,
        where: element.closest('.margin')
          ? 'gutter'
          : element.closest('.view-overlays')
            ? 'background'
            : 'text',
        className: element.className,
        backgroundColor: style.backgroundColor,
        backgroundImage: style.backgroundImage,
        border: `${style.borderLeftWidth} ${style.borderLeftStyle} ${style.borderLeftColor}`,
        before: getComputedStyle(element, '::before').content,
        after: getComputedStyle(element, '::after').content,
      };
    })
    .sort((a, b) => a.line - b.line);
}

/** The colors drawn in the active editor's overview ruler, with the number of pixels of each, most first. */
export function overviewRulerColors() {
  const canvas = document.querySelector(
    '.editor-group-container.active .monaco-editor canvas.decorationsOverviewRuler',
  );
  if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0 || canvas.height === 0)
    return [];
  const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let idx = 0; idx < data.length; idx += 4) {
    const rgba = [data[idx], data[idx + 1], data[idx + 2], data[idx + 3]];
    if (rgba[3] === 0) continue;
    const color = `#${rgba.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts]
    .map(([color, pixels]) => ({ color, pixels }))
    .sort((a, b) => b.pixels - a.pixels);
}
