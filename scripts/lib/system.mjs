/** What must come from the operating system: a Chromium, readable fonts, and (wanted, not needed) a C++ toolchain. */

import { existsSync, readdirSync } from 'node:fs';
import { aptInstall, canInstall } from './apt.mjs';
import { findProgram, isExecutable } from './processes.mjs';

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const CHROMIUM_MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];

/**
 * Makes sure that what the real editor needs from the system is there. As root on Debian it installs
 * what is missing by apt; else a missing Chromium is an error of one sentence, and a missing toolchain
 * a note: the editor then runs without its log files and log channels.
 *
 * @param {{ chromium?: boolean, toolchain?: boolean, log?: (line: string) => void }} [options]
 * @returns {Promise<{ chromium: string | undefined, hasToolchain: boolean }>}
 */
export async function ensureSystem({
  chromium = true,
  toolchain = true,
  log = console.error,
} = {}) {
  const before = missingParts({ chromium, toolchain });
  if (before.length > 0 && canInstall()) await aptInstall(wantedPackages(before), log);
  const after = missingParts({ chromium, toolchain });
  const needed = after.filter((part) => part.isNeeded);
  if (needed.length > 0) throw new Error(missingSentence(needed));
  for (const part of after) log(part.note);
  return { chromium: findChromium(), hasToolchain: hasToolchain() };
}

/**
 * The Chromium to drive, or undefined: COUNTERSIGN_CHROMIUM first, then the usual names on PATH.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.COUNTERSIGN_CHROMIUM;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(
      `COUNTERSIGN_CHROMIUM is ${named}, which is no program that can be run: correct it or unset it.`,
    );
  }
  for (const name of CHROMIUM_NAMES) {
    const file = findProgram(name);
    if (file) return file;
  }
  return process.platform === 'darwin' ? CHROMIUM_MAC.find(isExecutable) : undefined;
}

/** True when native modules can be built: a C++ compiler, make and Python 3. */
export function hasToolchain() {
  return hasCompiler() && findProgram('make') !== undefined && findProgram('python3') !== undefined;
}

/** @typedef {{ name: string, packages: string[], isNeeded: boolean, note: string }} Part */

/** @param {{ chromium: boolean, toolchain: boolean }} wanted @returns {Part[]} */
function missingParts({ chromium, toolchain }) {
  /** @type {Part[]} */
  const parts = [];
  if (chromium && findChromium() === undefined) {
    parts.push({ name: 'Chromium', packages: ['chromium'], isNeeded: true, note: '' });
  }
  if (chromium && process.platform === 'linux' && !hasFonts()) {
    parts.push({
      name: 'fonts',
      packages: ['fonts-dejavu-core', 'fonts-liberation'],
      isNeeded: false,
      note: 'No fonts were found under /usr/share/fonts: the screenshots will not be readable (install fonts-dejavu-core or any other).',
    });
  }
  if (toolchain && !hasToolchain()) {
    const packages = [];
    if (!hasCompiler()) packages.push('g++');
    if (findProgram('make') === undefined) packages.push('make');
    if (findProgram('python3') === undefined) packages.push('python3');
    parts.push({
      name: 'a C++ toolchain',
      packages,
      isNeeded: false,
      note: `No ${packages.join(', ')} here: the editor is set up without its log files and log channels, everything else works.`,
    });
  }
  return parts;
}

/** @param {readonly Part[]} parts */
function missingSentence(parts) {
  const names = parts.map((part) => part.name).join(' and ');
  const packages = parts.flatMap((part) => part.packages).join(' ');
  const how =
    process.platform === 'darwin'
      ? 'install it (for example `brew install --cask chromium`)'
      : findProgram('apt-get')
        ? `run \`sudo apt-get install ${packages}\``
        : 'install it with your package manager';
  return `${names} is missing, and the real editor cannot be shown without it: ${how}, or name a Chromium or Chrome program in COUNTERSIGN_CHROMIUM.`;
}

/** @param {readonly Part[]} parts */
function wantedPackages(parts) {
  const packages = parts.flatMap((part) => part.packages);
  // Whoever fetches a Chromium here wants to look at its screenshots.
  return packages.includes('chromium')
    ? [...packages, 'fonts-dejavu-core', 'fonts-liberation']
    : packages;
}

function hasCompiler() {
  return ['g++', 'c++', 'clang++'].some((name) => findProgram(name) !== undefined);
}

function hasFonts() {
  return FONT_FOLDERS.some((folder) => existsSync(folder) && holdsFont(folder));
}

/** @param {string} folder */
function holdsFont(folder) {
  return readdirSync(folder, { recursive: true }).some((name) =>
    /\.(ttf|otf|ttc|woff2?)$/i.test(String(name)),
  );
}
