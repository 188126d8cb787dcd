// The real browser of the machine (Debian's chromium), driven by playwright-core, which brings none of its own.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executable = () => process.env.CHROMIUM || '/usr/bin/chromium';

/** Quiet: the tests' browser talks to the hub under test and to nobody else. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why there can be no browser here, or null where there can. Known at once, so that a `describe` can be skipped by it. */
export function chromiumMissing(): string | null {
  return existsSync(executable()) ? null : '没有安装 chromium';
}

/** A headless browser; close it in `afterAll`. Null where Chromium is not installed. */
export async function launchBrowser(): Promise<Browser | null> {
  if (chromiumMissing()) return null;
  return chromium.launch({ executablePath: executable(), headless: true, args });
}
