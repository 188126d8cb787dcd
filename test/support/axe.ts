// Accessibility of the citizens' and departments' pages, by axe in the real browser.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page with axe in it: the only script there is, and the pages' own policy would keep it out. */
export async function pageWithAxe(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  await context.addInitScript(AXE);
  return context.newPage();
}

/** Faults of the page as it stands, in both schemes and both letter sizes, on a phone and on a desk. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const look of ['light', 'dark', 'light large', 'dark large']) {
      await page.evaluate(`document.documentElement.className = '${look}'`);
      const found = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`)) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      for (const { id, nodes } of found.violations) faults.push(`${width} ${look}: ${id} ${nodes[0]?.html}`);
      const over = Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
      if (over > 0) faults.push(`${width} ${look}: ${over} px too wide`);
    }
  }
  await page.evaluate("document.documentElement.className = ''");
  return faults;
}
