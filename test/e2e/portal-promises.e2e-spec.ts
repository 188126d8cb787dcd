import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import type { Response } from 'supertest';
import { VISITS } from '../factories/portal-visits';
import type { Asked } from '../factories/asked';
import { Visitors } from '../factories/visitors';
import { Hub } from '../support/hub';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A page with its style, as a slow telephone loads it. */
const WEIGHT = 30 * 1024;
/** These say the same to everybody; all others are kept by no browser and found by no search engine. */
const saysTheSame = ([path, fields, cookies]: Asked): boolean =>
  !fields && !cookies && /^\/(?:$|submit$|published|statistics|guide|privacy)/.test(path);
/** What somebody is writing is found again by the one cookie that the form in steps needs. */
const OF_THE_DRAFT = /^yxt_draft=[^;]*; Max-Age=\d+; Path=\/submit; [^;]*; HttpOnly; SameSite=Lax$/;

describe('what every page of the portal keeps to', () => {
  let hub: Hub;
  let visitors: Visitors;
  let folder: string;
  let stylesheet: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-promises-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    visitors = await Visitors.at(hub);
    const { text } = await visitors.open(['/']);
    const sheet = await visitors.open([load(text)('link[rel=stylesheet]').attr('href')!]).set('Accept-Encoding', 'identity');
    stylesheet = Buffer.byteLength(sheet.text);
  });
  afterAll(async () => {
    await hub.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(VISITS)('$route, $about', ({ ask: asked }) => {
    let visit: Asked;
    let answer: Response;
    let page: CheerioAPI;
    beforeAll(async () => {
      visit = await asked(visitors);
      answer = await visitors.open(visit);
      page = load(answer.text);
    });

    it('is closed by its headers, and sets no cookie that is not needed', () => {
      // A refusal is said to whoever asked, and kept by nobody; that a result was withdrawn is said to all.
      const open = saysTheSame(visit) && [200, 410].includes(answer.status);
      expect(answer.headers).toMatchObject({
        'content-security-policy': POLICY,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': open ? expect.stringMatching(/^(?:no-cache|public, max-age=\d{1,3})$/) : 'no-store',
      });
      expect(answer.headers['x-robots-tag']).toBe(open ? undefined : 'noindex');
      const [path, fields] = visit;
      const cookies = String(answer.headers['set-cookie'] ?? '');
      expect(cookies).toMatch(fields && path.startsWith('/submit') ? new RegExp(`^$|${OF_THE_DRAFT.source}`) : /^$/);
    });

    it('runs nothing, and loads nothing from elsewhere', () => {
      expect(page('script, [style], style, iframe, object, embed, base').length).toBe(0);
      expect(answer.text).not.toMatch(/\son[a-z]+=/i);
      const loaded = page('[src], link:not([rel=canonical]):not([rel=alternate]), form[action], button[formaction]')
        .map((_, one) => ['src', 'href', 'action', 'formaction'].flatMap((name) => page(one).attr(name) ?? []))
        .get();
      expect(loaded.filter((address) => !/^(?:\/(?!\/)|data:)/.test(address))).toEqual([]);
    });

    it('is read in order: language, title, way past the header, one heading, then its parts', () => {
      expect(page('html').attr('lang')).toBe('zh-CN');
      expect(page('title').text()).toMatch(/^(?:有误：)?.+ - 一线通 - 上海市普陀区环境保护局$/);
      expect(page('body > a').first().attr('href')).toBe('#main');
      expect([page('main#main').length, page('h1').length]).toEqual([1, 1]);
      const levels = page('main h1, main h2, main h3, main h4')
        .map((_, one) => Number(one.tagName[1]))
        .get();
      expect(levels.filter((level, at) => level > (levels[at - 1] ?? 1) + 1)).toEqual([]);
    });

    it('weighs less than 30 KB with its style', () => {
      expect(Buffer.byteLength(answer.text) + stylesheet).toBeLessThan(WEIGHT);
    });
  });
});
