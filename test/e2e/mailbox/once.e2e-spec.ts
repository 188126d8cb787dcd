import { ImapChannel, takeIn } from '@hub/channels';
import { LeaseLost, OperationsQuery, UnitOfWork } from '@hub/persistence';
import { lastValueFrom, toArray } from 'rxjs';
import { aMail } from '../../factories/letter';
import { directorsMailbox } from '../../factories/mailbox';
import { type Dovecot, dovecotMissing, startDovecot } from '../../support/dovecot';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { describeUnless } from '../../support/skip';

const withId = (id: string, text: string) => aMail({ text }).replace(/^Message-ID: .*$/m, `Message-ID: <${id}>`);
const withoutId = (text: string) => aMail({ text }).replace(/^Message-ID: .*\r\n/m, '');

describeUnless(dovecotMissing(), 'the director’s mailbox', () => {
  describeBothEngines('is registered letter by letter', (open) => {
    let dovecot: Dovecot;
    let hub: Hub;
    let channel: ImapChannel;
    beforeEach(async () => {
      dovecot = (await startDovecot())!;
      hub = await Hub.open((await open()).url);
      await hub.staff('ju', 'leader');
      channel = start();
    });
    afterEach(async () => {
      await channel.close();
      await hub.close();
      await dovecot.stop();
    });

    const start = () =>
      new ImapChannel({
        ...directorsMailbox(dovecot),
        cursor: () => hub.app.get(OperationsQuery).channelPosition('director'),
        begin: (position) => hub.app.get(UnitOfWork).run(({ intake }) => intake.beginCursor({ channel: 'director', position })),
      });
    const pass = async () =>
      (await lastValueFrom(takeIn(hub.intake, channel).pipe(toArray()))).flat().map(({ outcome }) => outcome);
    const renumbered = async () => {
      await channel.close();
      await dovecot.resetUidValidity();
    };
    const file = async (number: string) => (await hub.as('ju').get(`/api/v1/appeals/${number}`).expect(200)).body;
    const numbers = async () =>
      ((await hub.as('ju').get('/api/v1/appeals?limit=50').expect(200)).body.items as { number: string }[])
        .map(({ number }) => number)
        .sort();

    it('and not again when the folder is numbered anew', async () => {
      const same = withoutId('没有邮件编号的信');
      for (const letter of [aMail(), aMail(), same]) await dovecot.append(letter);
      expect(await pass()).toEqual(['new', 'new', 'new']);
      await renumbered();
      await dovecot.append(aMail());
      expect((await pass()).sort()).toEqual(['known', 'known', 'known', 'new']);
      expect(await pass()).toEqual([]);
      expect(await numbers()).toHaveLength(4);
    });

    it('though two of them have one Message-ID, and the second says so', async () => {
      await dovecot.append(withId('same@example.com', '第一封'));
      await dovecot.append(withId('same@example.com', '第二封'));
      expect(await pass()).toEqual(['new', 'new']);
      await dovecot.append(withId('same@example.com', '第三封'));
      expect(await pass()).toEqual(['new']);
      const remarks = await Promise.all((await numbers()).map(async (one) => (await file(one)).messages[0].remarks as string[]));
      expect(remarks.map((all) => all.filter((one) => one.includes('另有一封内容不同的来信')).length)).toEqual([0, 1, 1]);
    });

    it('once where it lies there twice, and the file tells', async () => {
      const letter = aMail();
      await dovecot.append(letter);
      expect(await pass()).toEqual(['new']);
      await dovecot.append(letter);
      expect(await pass()).toEqual(['known']);
      const [number] = await numbers();
      const { history } = (await file(number!)) as { history: { note: string }[] };
      expect(history.filter(({ note }) => note.includes('又收到一次'))).toHaveLength(1);
      expect(await hub.app.get(OperationsQuery).countItems()).toContainEqual({ state: 'repeated', count: 1 });
    });

    it('once where it lies there twice from the beginning', async () => {
      const letter = aMail();
      await dovecot.append(letter);
      await dovecot.append(letter);
      expect(await pass()).toEqual(['new', 'known']);
      expect(await numbers()).toHaveLength(1);
    });

    it('each where they are alike but carry no Message-ID', async () => {
      const letter = withoutId('两封一样的信');
      await dovecot.append(letter);
      await dovecot.append(letter);
      expect(await pass()).toEqual(['new', 'new']);
    });

    it('by the process that has the lease alone: one that lost it writes nothing and moves no position', async () => {
      await dovecot.append(aMail());
      const work = hub.app.get(UnitOfWork);
      const claim = await work.run(({ leases }) => leases.claim('director', 'stopped', 30_000));
      if (!('fence' in claim)) throw new Error('somebody has it');
      const { fence } = claim;
      await work.run(({ leases }) => leases.release(fence));
      const under = { accept: (...[batch, turn]: Parameters<typeof hub.intake.accept>) => hub.intake.accept(batch, turn, fence) };
      await expect(lastValueFrom(takeIn(under, channel))).rejects.toThrow(LeaseLost);
      expect(await hub.app.get(OperationsQuery).countItems()).toEqual([]);
      expect(await pass()).toEqual(['new']);
    });

    it('with its own date and without an acknowledgement where it is older than the channel', async () => {
      const old = new Date('2026-03-02T02:00:00Z');
      await dovecot.append(aMail({ subject: '开通之前的信' }), old);
      expect(await pass()).toEqual(['new']);
      await dovecot.append(aMail({ subject: '开通之后的信' }));
      expect(await pass()).toEqual(['new']);
      const [first, second] = await numbers();
      const [before, after] = [await file(first!), await file(second!)];
      expect(before.receivedAt).toMatch(/^2026-03-02T10:00/);
      expect(before.history[0].note).toBe('来自局长信箱（渠道开通前的旧信，补录，不发回执）');
      expect(after.history[0].note).toBe('来自局长信箱');
      const letters = await hub.app.get(OperationsQuery).letters(['pending'], 10);
      expect(letters.map(({ kind }) => kind)).toEqual(['acknowledgement']);
      expect(letters[0]!.subject).toContain(second);
    });
  });
});
