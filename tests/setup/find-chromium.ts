import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The headless build first: it opens a page in a third of the time. */
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** An available browser: CHROMIUM_PATH, an installed one, or Playwright’s own. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [...usualPlaces, chromium.executablePath()].find((place) => existsSync(place)) ?? null;
}

/** The same, downloaded when there is none: Playwright’s, else as root on Debian the package. @throws when neither is available */
export function provideChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found !== null) return found;
  say('No Chromium is installed: fetching Playwright’s…');
  const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
  const asRoot = process.getuid?.() === 0;
  spawnSync(process.execPath, [playwright, 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  const fetched = findChromium();
  if (fetched !== null) return fetched;
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    say('It could not be fetched: installing Debian’s…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env });
  }
  const installed = findChromium();
  if (installed === null) throw new Error('No Chromium could be found or fetched. Install one, or name it in CHROMIUM_PATH.');
  return installed;
}
