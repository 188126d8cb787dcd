// Accessibility of the citizens' and departments' pages, by axe in the real browser.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const LOOKS = ['light', 'dark', 'light large', 'dark large'];

/** A page with axe in it: the only script there is, and the pages' own policy would keep it out. */
export async function pageWithAxe(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  await context.addInitScript({ path: require.resolve('axe-core/axe.min.js') });
  await context.addInitScript({ path: join(__dirname, 'page-faults.js') });
  return context.newPage();
}

/** Faults of the page as it stands, in both schemes and both letter sizes, on a phone and on a desk. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const look of LOOKS) {
      const found = await page.evaluate<string[]>(`faultsOfPage('${look}')`);
      faults.push(...found.map((fault) => `${width} ${look}: ${fault}`));
    }
  }
  await page.evaluate("document.documentElement.className = ''");
  return faults;
}
