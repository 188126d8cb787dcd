// Takes the pictures of docs/手册-群众.md from the demo: `npm run pictures`. Needs Chromium; nothing else is asked for.
const { spawn } = require('node:child_process');
const { mkdtempSync, mkdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const OUT = path.join(ROOT, 'docs/pictures');
const PORT = 3988;
const URL_OF = `http://localhost:${PORT}`;
const PASSWORD = 'yixiantong-demo';

async function main() {
  require('../../apps/cli/bin/prepare.cjs')();
  const { chromium } = require('playwright-core');
  const data = mkdtempSync(path.join(tmpdir(), 'yxt-pictures-'));
  mkdirSync(OUT, { recursive: true });
  const demo = await demoIn(data);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'zh-CN',
      viewport: { width: 390, height: 780 },
    });
    await walk(await context.newPage());
  } finally {
    await browser.close();
    demo.kill('SIGINT');
    await new Promise((done) => demo.once('exit', done));
    rmSync(data, { recursive: true, force: true });
  }
}

/** The demo bureau, filled. */
function demoIn(data) {
  const args = [path.join(ROOT, 'apps/cli/bin/yxt.cjs'), 'demo', '--port', String(PORT), '--data', data];
  const demo = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((done, fail) => {
    const hear = (text) => String(text).includes('Ctrl-C') && done(demo);
    demo.stdout.on('data', hear);
    demo.stderr.on('data', hear);
    demo.once('exit', () => fail(new Error('演示没有启动成功。')));
  });
}

async function walk(page) {
  const next = () => page.locator('.btn:visible', { hasText: '下一步' }).first().click();
  const open = (address) => page.goto(URL_OF + address);

  await open('/');
  await shoot(page, '首页', 780);
  await page.click('.prefs button');
  await shoot(page, '大字版', 780);
  await page.click('.prefs button');

  await open('/submit');
  await shoot(page, '反映-1-须知', 900);
  await page.click('.btn:has-text("开始填写")');
  await page.locator('label[for=kind-complaint]').click();
  await shoot(page, '反映-2-类型', 1150);
  await next();
  await page.fill('#subject', '楼下饭店的风机夜里太吵');
  await page.fill('#text', '每天晚上十点以后还在响，一直响到半夜。家里老人睡不好。');
  await page.selectOption('#street', '长寿路街道');
  await page.fill('#place', '梧桐里 3 号楼下');
  await shoot(page, '反映-3-事情经过', 1450);
  await next();
  await shoot(page, '反映-4-照片', 780);
  await next();
  await page.locator('label[for=id-secret]').click();
  await page.fill('#name', '陈女士');
  await page.fill('#phone', '138 0000 0000');
  await shoot(page, '反映-5-联系方式', 1250);
  await next();
  await shoot(page, '反映-6-核对', 1100);
  await page.click('#send');
  await shoot(page, '反映-7-编号和查询码', 1000);
  const number = await page.textContent('.done .big');
  const code = await page.textContent('.key .big');

  const follow = async () => {
    await open('/track');
    await page.fill('#number', number);
    await page.fill('#code', code);
  };
  await follow();
  await shoot(page, '查进度-1-输入', 780);
  await asked(number);
  await page.locator('main .btn').first().click();
  await shoot(page, '查进度-2-办到哪一步', 1250);

  await open('/published');
  await shoot(page, '结果公开', 1000);
  await page.setViewportSize({ width: 1280, height: 780 });
  await open('/statistics');
  await shoot(page, '办理统计', 1100);
}

/** The bureau takes the appeal in hand and asks the citizen something. */
async function asked(number) {
  const act = async (account, name, body = {}) => {
    const cookie = await signIn(account);
    const answer = await post(`/api/v1/appeals/${number}/${name}`, body, cookie);
    if (!answer.ok) throw new Error(`${name}：${await answer.text()}`);
  };
  await act('fangxiao', 'acceptance');
  await act('fangxiao', 'assignment', { unitId: 'supervision' });
  await act('guoling', 'receipt');
  const dueOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await act('guoling', 'question', { text: '晚上十点以后，方便我们到您家里测量吗？', dueOn });
}

async function signIn(account) {
  const answer = await post('/api/v1/session', { account, password: PASSWORD });
  return answer.headers.get('set-cookie').split(';')[0];
}

const post = (address, body, cookie = '') =>
  fetch(URL_OF + address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });

/** The top of the page, small enough for a manual. */
async function shoot(page, name, height) {
  const sharp = require('sharp');
  const whole = await page.screenshot({ fullPage: true });
  const { width, height: all } = await sharp(whole).metadata();
  await sharp(whole)
    .extract({ left: 0, top: 0, width, height: Math.min(height, all) })
    .webp({ quality: 60 })
    .toFile(path.join(OUT, `${name}.webp`));
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
