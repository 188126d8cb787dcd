import { addWorkdays, isWorkday } from '@hub/domain';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadSettings, unknownYears } from './index';
import { OfficeFixture } from './office-fixture';

let office: OfficeFixture;
beforeEach(() => void (office = new OfficeFixture()));
afterEach(() => office.remove());

describe('the settings of the repository', () => {
  it('load as they stand', () => {
    const settings = loadSettings({ configDir: 'config', env: { HUB_DATA_DIR: office.dataDir } });
    expect(settings).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      databaseUrl: `sqlite:${join(office.dataDir, 'hub.db')}`,
      filesDir: join(office.dataDir, 'files'),
      roles: ['api', 'portal', 'worker'],
      officeName: '局办公室',
      mail: { delivery: 'folder', folder: join(office.dataDir, 'outgoing') },
      sessionHours: 12,
      leaseSeconds: 25,
    });
    expect(settings.office).toMatchObject({
      bureau: '上海市普陀区环境保护局',
      rules: { contactDays: 7, siteDays: 14, replyDays: 28 },
    });
    expect(settings.channels.map(({ name }) => name)).toEqual(['mail-drop', 'discipline-hotline', 'report-line']);
  });

  it('load with every line that is commented out, once its variables are set', () => {
    const lines = readFileSync('config/channels.yaml', 'utf8').split('\n');
    const hidden = lines.slice(lines.findIndex((line) => line.includes('# - name: director-mailbox')));
    // A line of explanation begins with Chinese, a line of settings with a key.
    const shown = hidden.map((line) => line.replace(/^ {2}# /, '  ')).filter((line) => /^ +(?:- )?\w+:/.test(line));
    office.write('channels.yaml', `channels:\n${shown.join('\n')}`);
    const variables = { MAILBOX_PASSWORD: '12345', SITE_TOKEN: 'Bearer 678', SITE_PASSWORD: '90' };
    const [mailbox, site, json, rss, members] = office.load(variables).channels;
    expect(mailbox).toMatchObject({ type: 'mailbox', tls: 'required', secure: true, password: '12345', from: 'now' });
    expect(site).toMatchObject({ type: 'site', profile: { id: 'show-(\\d+)\\.html', maxPages: 5 } });
    expect(json).toMatchObject({ profile: { kind: 'json', login: { header: 'Authorization', value: 'Bearer 678' } } });
    expect(rss).toMatchObject({ profile: { kind: 'rss', listUrl: 'https://shequ.example/feed.xml' } });
    expect(members).toMatchObject({ profile: { login: { userField: 'username', password: '90' }, complete: false } });
  });

  it('take the demo’s channels instead of their own', () => {
    const { channels } = office.load({ HUB_CHANNELS_FILE: 'samples/channels.yaml', DEMO_SITE_URL: 'http://127.0.0.1:8080' });
    expect(channels.map(({ type }) => type)).toEqual(['mail-folder', 'hotline-folder', 'hotline-folder', 'site']);
    expect(channels[0]).toMatchObject({ path: resolve('samples/mail') });
    expect(channels[3]).toMatchObject({ profile: { listUrl: 'http://127.0.0.1:8080/list-1.html' } });
  });
});

describe('the environment', () => {
  it('comes before the files', () => {
    const env = {
      HUB_PORT: '8080',
      HUB_PUBLIC_URL: 'https://yxt.example/',
      HUB_DATABASE_URL: 'mysql://u:p@db/hub',
      HUB_ROLES: 'worker, api',
    };
    expect(office.load(env)).toMatchObject({
      port: 8080,
      publicUrl: 'https://yxt.example',
      office: { publicUrl: 'https://yxt.example' },
      databaseUrl: 'mysql://u:p@db/hub',
      roles: ['api', 'worker'],
    });
  });

  it('fills a variable after parsing, so that its signs mean nothing', () => {
    office.edit(
      'hub.yaml',
      'delivery: folder',
      'delivery: smtp\n  smtp: { host: h.example, port: 465, secure: true, user: u, password: "${SMTP_PASSWORD}" }',
    );
    const secret = 'a: "b" # ${HOME} {c';
    expect(office.load({ SMTP_PASSWORD: secret }).mail.smtp?.password).toBe(secret);
  });
});

describe('the secret key', () => {
  it('is the given one', () => {
    expect(office.load({ HUB_SECRET_KEY: 'k'.repeat(32) }).secretKey).toBe('k'.repeat(32));
    expect(existsSync(join(office.dataDir, 'secret.key'))).toBe(false);
  });

  it('is made once, for its owner only, and used from then on', () => {
    const { secretKey } = office.load();
    expect(secretKey.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(office.dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(office.load().secretKey).toBe(secretKey);
    office.remove();
    office = new OfficeFixture();
    expect(office.load().secretKey).not.toBe(secretKey);
  });

  it('is not made anew where its file is damaged', () => {
    office.load();
    writeFileSync(join(office.dataDir, 'secret.key'), 'short');
    expect(office.faults()).toEqual([expect.stringMatching(/^secret\.key : 密钥文件不完整/)]);
  });

  it('is not made while something else is wrong', () => {
    expect(office.faults({ HUB_PORT: '0' })).toHaveLength(1);
    expect(existsSync(office.dataDir)).toBe(false);
  });
});

describe('the calendar', () => {
  it('knows the State Council’s holidays and the days that make up for them', () => {
    const { calendar } = office.load().office;
    expect(['2011-10-03', '2026-10-01', '2026-02-14', '2026-11-28'].map((day) => isWorkday(day, calendar))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(addWorkdays('2026-09-30', 1, calendar)).toBe('2026-10-08');
  });

  it.each([
    ['spring festival of 2025 with its two make-up days', '2025-01-24', 5, '2025-02-07'],
    ['the make-up Saturday after it', '2025-02-07', 1, '2025-02-08'],
    ['spring festival of 2026 with its two make-up days', '2026-02-13', 3, '2026-02-25'],
    ['the end of a year', '2025-12-30', 2, '2026-01-04'],
    ['a leap day', '2024-02-28', 2, '2024-03-01'],
  ])('counts working days over %s', (_, from, count, to) => {
    expect(addWorkdays(from, count, office.load().office.calendar)).toBe(to);
  });

  it('tells of which years it knows nothing, until the office has written them', () => {
    expect(unknownYears(office.load().office.calendar, 2026)).toEqual([2027]);
    expect(unknownYears(office.load().office.calendar, 2025)).toEqual([]);
    office.write('calendar.yaml', "holidays: ['2027-02-08']\nmakeUpDays: []\n");
    expect(unknownYears(office.load().office.calendar, 2026)).toEqual([]);
  });

  it('lets the office’s own days come first', () => {
    office.write('calendar.yaml', "holidays: ['2026-02-14', '2027-02-17']\nmakeUpDays: ['2026-10-01']\n");
    const { calendar } = office.load().office;
    expect(['2026-02-14', '2027-02-17', '2026-10-01'].map((day) => isWorkday(day, calendar))).toEqual([false, false, true]);
  });
});
