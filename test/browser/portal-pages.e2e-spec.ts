import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { NO_PAGES, VISITS } from '../factories/portal-visits';
import type { Asked } from '../factories/asked';
import { Visitors } from '../factories/visitors';
import { faultsOf, pageWithAxe } from '../support/axe';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { Hub } from '../support/hub';
import { portalRoutesOf } from '../support/routes';
import { describeUnless } from '../support/skip';

/** Where a person wants to look at the pages himself. */
const SHOTS = process.env.SHOTS;

describeUnless(chromiumMissing(), 'every page of the portal', () => {
  let hub: Hub;
  let visitors: Visitors;
  let browser: Browser;
  let page: Page;
  let folder: string;
  let base: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-pages-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    visitors = await Visitors.at(hub);
    await hub.app.listen(0, '127.0.0.1');
    base = await hub.app.getUrl();
    browser = (await launchBrowser())!;
    page = await pageWithAxe(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A form is sent as if its button had been pressed on the page before. */
  const open = async ([path, fields, cookies = '']: Asked): Promise<void> => {
    await page.context().clearCookies();
    const kept = cookies.split('; ').filter(Boolean);
    await page.context().addCookies(kept.map((one) => ({ name: one.split('=')[0]!, value: one.split('=')[1]!, url: base })));
    if (fields)
      await page.route(
        base + path,
        (route) =>
          route.continue({
            method: 'POST',
            headers: { ...route.request().headers(), 'content-type': 'application/x-www-form-urlencoded' },
            postData: new URLSearchParams(fields).toString(),
          }),
        { times: 1 },
      );
    await page.goto(base + path);
  };

  it('stands in the table of visits', () => {
    const known = new Set([...NO_PAGES, ...VISITS.map(({ route }) => route)]);
    expect(portalRoutesOf(hub).filter((route) => !known.has(route))).toEqual([]);
  });

  it.each(VISITS)('$route, $about: no fault that axe knows, fits, and is easy to hit', async ({ route, about, ask }) => {
    await open(await ask(visitors));
    expect(await faultsOf(page)).toEqual([]);
    for (const width of SHOTS ? [320, 360, 768, 1280] : []) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(SHOTS!, `${route.replace(/\W+/g, '-')}-${about}-${width}.png`), fullPage: true });
    }
  });

  it('names a file that is not taken, without a fault that axe knows', async () => {
    const files = VISITS.find(({ route }) => route === 'GET /submit/:key/files')!;
    await open(await files.ask(visitors));
    await page.setInputFiles('#file', { name: '风机.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
    await page.click('text=上传所选文件');
    expect(await page.textContent('.errors')).toContain('风机.exe');
    expect(await faultsOf(page)).toEqual([]);
  });
});
