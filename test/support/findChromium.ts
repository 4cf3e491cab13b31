import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The flags every test browser starts with: no sandbox in containers, no traffic of the browser's own. */
export const chromiumArgs: string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Finds a Chromium to run the browser tests in: `CHROMIUM_PATH`, Playwright's own browser, a system Chromium or
 * Chrome, and last the one that the npm package `@sparticuz/chromium` carries (Linux x64).
 *
 * @throws {Error} that says what to install if there is no browser. Browser tests are never skipped silently.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const installed = [chromium.executablePath(), ...systemPaths].find((path) => existsSync(path));
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  throw new Error(
    'The browser tests need a Chromium. Run `npx playwright install chromium`, install Chrome, or set CHROMIUM_PATH.',
  );
}

async function unpackChromium(): Promise<string> {
  // With this variable set, the package also unpacks the shared libraries that a bare machine lacks.
  if (!hasLibrary('libnss3.so')) process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  return bundled.executablePath();
}

function hasLibrary(name: string): boolean {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes(name);
  } catch {
    return false;
  }
}
