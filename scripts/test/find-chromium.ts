import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import { chromium } from 'playwright-core';

const INSTALLED_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const INSTALLED_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findInstalled(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => INSTALLED_NAMES.map((name) => path.join(folder, name)));
  return [...candidates, ...INSTALLED_PATHS].find(isExecutable) ?? null;
}

function playwrightOwn(): string | null {
  const file = chromium.executablePath();
  return file && isExecutable(file) ? file : null;
}

function downloadPlaywrightOwn(say: (line: string) => void): string | null {
  say('Chromium: none installed, trying the download of Playwright …');
  const cli = path.join('node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  return playwrightOwn();
}

function installDebianPackage(say: (line: string) => void): string | null {
  if (process.env['CI'] !== 'true' || process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  say('Chromium: CI=true and root, installing the package "chromium" with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', ['-q', ...args], { stdio: 'ignore', env, timeout: 600_000 });
    if (status !== 0) say(`Chromium: apt-get ${args[0]} ended with ${status}`);
  }
  return findInstalled();
}

/**
 * The path of a Chromium to test with: CHROME_PATH, an installed one, Playwright's own download, or, only with CI=true
 * and as root, Debian's package. Null where none can be had.
 * @throws Error when CHROME_PATH names no executable: a wish that cannot be met is not passed over.
 */
export function findChromium(say: (line: string) => void): string | null {
  const wanted = process.env['CHROME_PATH'];
  if (wanted) {
    if (!isExecutable(wanted)) throw new Error(`CHROME_PATH=${wanted} is no executable file`);
    return wanted;
  }
  // In CI the package is certain where the download may hang on a closed network: try it first there.
  return findInstalled() ?? playwrightOwn() ?? installDebianPackage(say) ?? downloadPlaywrightOwn(say);
}
