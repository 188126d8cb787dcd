import { readFileSync } from 'node:fs';
import { addDays, dayOf } from '@hub/domain';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { Hub } from '../support/hub';
import { mkdtempSync, mkdirSync } from 'node:fs';

const out = '/tmp/shots';
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const LONG =
  '小区 3 号楼北侧一楼是一家饭店，风机装在后墙上，正对居民卧室。每天晚上十点以后还在响，要到凌晨一点多才停，家里老人睡不好。';
it('looks', async () => {
  mkdirSync(out, { recursive: true });
  let now = new Date();
  const hub = await Hub.open(`sqlite:${mkdtempSync('/tmp/look-')}/hub.db`, { now: () => now });
  await hub.app.listen(0);
  const base = (await hub.app.getUrl()).replace('[::1]', 'localhost');
  const browser: Browser = (await launchBrowser())!;
  const say: string[] = [];
  const check = async (page: Page, name: string, modes = true) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      for (const scheme of modes ? (['light', 'dark'] as const) : (['light'] as const)) {
        for (const large of modes ? [false, true] : [false]) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.evaluate(`document.documentElement.className='${large ? 'large' : ''}'`);
          const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
          if (Number(wide) > 0) say.push(`${name} ${width} ${scheme} ${large}: wider by ${wide}`);
          await page.screenshot({ path: `${out}/${name}-${width}-${scheme}${large ? '-large' : ''}.png`, fullPage: true });
          const found: any = await page.evaluate(
            `axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21aa','wcag22aa','best-practice'${large ? ",'wcag2aaa'" : ''}]})`,
          );
          for (const one of found.violations)
            say.push(
              `${name} ${width} ${scheme} ${large}: ${one.id} ${one.nodes.map((n: any) => n.html.slice(0, 120)).join(' | ')}`,
            );
        }
      }
    }
    await page.evaluate(`document.documentElement.className=''`);
  };
  try {
    const context = await browser.newContext({ bypassCSP: true });
    await context.addInitScript(axe);
    const page = await context.newPage();
    page.on('console', (m) => say.push(`console: ${m.text()}`));
    await page.goto(base + '/');
    await check(page, 'home');
    await page.goto(base + '/submit');
    await check(page, 'submit');
    await page.fill('#text', LONG + '请打我电话 138 0000 0000。');
    await page.fill('#phone', 'abc');
    await page.check('#id-named');
    await page.click('#send');
    await check(page, 'submit-error');
    say.push('focus ' + (await page.evaluate('document.activeElement.className')));
    await page.goto(base + '/nowhere');
    await check(page, '404');
    const fill = async (kind: string, secrecy: string) => {
      await page.goto(base + '/submit');
      await page.check(`#kind-${kind}`);
      await page.fill('#subject', '楼下饭店的风机夜里太吵');
      await page.fill('#text', LONG);
      await page.selectOption('#street', '长寿路街道');
      await page.fill('#place', '梧桐里小区 3 号楼北侧');
      await page.check(`#${secrecy}`);
      if (secrecy !== 'id-anon') {
        await page.fill('#name', '陈女士');
        await page.fill('#phone', '138 0000 0000');
      }
    };
    await fill('complaint', 'id-secret');
    await page.click('#send');
    await check(page, 'done');
    const number = (await page.textContent('.done .big'))!;
    const code = (await page.textContent('.key .big'))!;
    await page.reload();
    await check(page, 'again', false);
    await fill('suggestion', 'id-anon');
    await page.click('#send');
    await check(page, 'done-anon', false);
    await page.goto(base + '/track');
    await check(page, 'track');
    await page.fill('#number', number);
    await page.fill('#code', 'AAAA-AAAA-AAAA-AAAA');
    await page.click('main .btn');
    await check(page, 'track-error');
    const open = async () => {
      await page.goto(base + '/track');
      await page.fill('#number', number);
      await page.fill('#code', code);
      await page.click('main .btn');
    };
    await open();
    await check(page, 'status-new', false);
    await hub.staff('office', 'dispatcher');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    await hub.as('officer').act(number, 'contact-records', { method: 'phone', outcome: 'reached', words: '已接通' }).expect(200);
    await hub
      .as('officer')
      .act(number, 'question', { text: '3月26日或27日晚上十点半，方便让我们到您家窗外测量吗？', dueOn: addDays(dayOf(now), 5) })
      .expect(200);
    await open();
    await check(page, 'status-question');
    await page.click('#supplement .btn');
    await check(page, 'supplement-error', false);
    await page.fill('#more', '都可以。\n\n' + '很长'.repeat(60) + ' https://example.org/' + 'a'.repeat(120));
    await page.click('.prefs button:last-child');
    say.push(
      'kept: ' +
        (await page.inputValue('#more')).slice(0, 20) +
        ' large=' +
        (await page.evaluate('document.documentElement.className')),
    );
    await page.click('.prefs button:last-child');
    await page.click('#supplement .btn');
    await check(page, 'supplemented', false);
    say.push(page.url());
    now = new Date(Date.now() + 16 * 86_400_000);
    await open();
    await check(page, 'status-late');
    await hub.staff('head2', 'section-head', 'supervision');
    await hub
      .as('head2')
      .act(number, 'site-records', {
        at: addDays(dayOf(now), 0) + 'T08:00:00+08:00',
        officers: ['沈佳', '顾敏'],
        place: '长寿路',
        findings: '风机未装消声器',
      })
      .expect(200);
    await hub
      .as('head2')
      .act(number, 'draft', { text: '陈女士：\n\n查到的情况\n' + LONG + '\n\n处理\n我们要求店家限期改正。', submit: true })
      .expect(200);
    await hub.as('head2').act(number, 'approval', { decision: 'pass' }).expect(200);
    await hub.as('head2').act(number, 'reply').expect(200);
    await open();
    await check(page, 'status-answered');
    say.push((await page.textContent('.paper'))!);
    for (let i = 0; i < 6; i++) {
      await page.goto(base + '/track');
      await page.fill('#number', number);
      await page.fill('#code', 'x');
      await page.click('main .btn');
    }
    await check(page, 'limited');
  } finally {
    await browser.close();
    await hub.close();
  }
  console.log(say.join('\n'));
}, 300000);
