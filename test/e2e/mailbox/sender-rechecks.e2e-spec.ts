import { OperationsQuery, UnitOfWork } from '@hub/persistence';
import { SenderRechecks } from '@hub/casework';
import { loadSettings } from '@hub/settings';
import { mailMessage } from '../../factories/letter';
import { aSignedMail, DKIM_RECORD } from '../../factories/signed-mail';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { NameServer } from '../../support/name-server';
import { TEST_SECRET } from '../../support/stored';

const OURS = 'mx.putuo-epb.example';
const HOUR = 3_600_000;

describeBothEngines('a letter that comes while DNS is away', (open) => {
  let hub: Hub;
  let names: NameServer;
  let ahead = 0;
  beforeEach(async () => {
    ahead = 0;
    names = await NameServer.open();
    names.silent = true;
    const { mail } = loadSettings({ configDir: 'config', env: { HUB_SECRET_KEY: TEST_SECRET } }).office;
    const ownCheck = { receivedBy: [OURS], nameServers: [names.address] };
    const now = () => new Date(Date.now() + ahead);
    hub = await Hub.open((await open()).url, { now, sessionHours: 500, office: { mail: { ...mail, ownCheck } } });
    await hub.staff('office', 'dispatcher');
  });
  afterEach(async () => {
    await hub.close();
    await names.close();
  });

  const take = async (mail: string) => (await hub.intake.accept([mailMessage(mail)]))[0]!;
  const file = async (number: string) => (await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body;
  const owed = async () => (await hub.app.get(OperationsQuery).letters(['pending'], 500)).length;
  const waiting = () => hub.app.get(UnitOfWork).run(({ messages }) => messages.openSenders('9999', 10));
  const recheck = () => hub.app.get(SenderRechecks).run();
  /** The silence itself is remembered for ten seconds of real time. */
  const again = async (number: string) => {
    names.silent = false;
    for (let tries = 0; tries < 60 && (await file(number)).messages[0].sender === 'unverified'; tries++) {
      ahead += HOUR / 30;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await recheck();
    }
    return file(number);
  };

  it('is registered and answered as unverified; once DNS is back it is verified, or marked in the file as forged', async () => {
    const { number, outcome } = await take(await aSignedMail({ from: 'wang@later.example' }));
    expect([outcome, await owed()]).toEqual(['new', 1]);
    expect((await file(number!)).messages[0]).toMatchObject({ sender: 'unverified', senderName: '发件人未核实' });
    expect(await recheck()).toBe(0);
    const unsigned = (await aSignedMail({ from: 'wang@forged.example' })).replace(/DKIM-Signature:[\s\S]*?\r\n(?=\S)/, '');
    const path = `Return-Path: <wang@forged.example>\r\nReceived: from x (x [203.0.113.9]) by ${OURS} with ESMTP\r\n`;
    const forged = (await take(`${path}${unsigned}`)).number!;

    names.zone.set('s1._domainkey.later.example', DKIM_RECORD);
    names.zone.set('forged.example', 'v=spf1 -all').set('_dmarc.forged.example', 'v=DMARC1; p=reject');
    const { messages, history } = await again(number!);
    expect(messages[0]).toMatchObject({ sender: 'verified', senderName: '发件人已核实（本系统核对）' });
    expect(history.map(({ note }: { note: string }) => note).join()).not.toContain('冒名');
    const marked = await again(forged);
    expect(marked.messages[0]).toMatchObject({ sender: 'failed' });
    expect(marked.history.map(({ note }: { note: string }) => note)).toContain(
      '来信的发件人事后核对不通过，可能是冒名，请留意。',
    );
    ahead += HOUR;
    expect(await recheck()).toBe(0);
  }, 120_000);

  it('costs a few questions, not one a letter, however many come', async () => {
    const letters = await Promise.all(Array.from({ length: 100 }, (_, at) => aSignedMail({ from: `wang@flood${at}.example` })));
    const results = [];
    for (let at = 0; at < 100; at += 50)
      results.push(...(await hub.intake.accept(letters.slice(at, at + 50).map((letter) => mailMessage(letter)))));
    expect(results.filter(({ outcome }) => outcome === 'new')).toHaveLength(100);
    expect(new Set(names.asked).size).toBeLessThan(40);
    expect(await hub.app.get(UnitOfWork).run(({ messages }) => messages.openSenders('9999', 200))).toHaveLength(100);
  }, 60_000);

  it('is given up after three days', async () => {
    const { number } = await take(await aSignedMail({ from: 'wang@never.example' }));
    expect(await waiting()).toHaveLength(1);
    ahead = 71 * HOUR;
    await recheck();
    expect(await waiting()).toHaveLength(1);
    ahead = 143 * HOUR;
    await recheck();
    expect(await waiting()).toEqual([]);
    expect((await file(number!)).messages[0]).toMatchObject({ sender: 'unverified' });
  }, 60_000);
});
