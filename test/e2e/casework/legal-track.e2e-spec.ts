import { hireBureau, WalkedAppeal } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('an appeal with a legal track', (open) => {
  let hub: Hub;
  let walked: WalkedAppeal;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hireBureau(hub);
    walked = new WalkedAppeal(hub);
  });
  afterAll(() => hub.close());

  const office = () => hub.as('office');

  it('have kind, track and topic when they are accepted, guessed where nobody says', async () => {
    const number = await walked.received({ subject: '投诉饭店油烟' });
    const { body } = await office().act(number, 'acceptance').expect(200);
    expect(body).toMatchObject({ kind: 'complaint', track: 'enforcement', topic: 'air', reviewRights: false });
  });

  it('change it with a reason, in a line that says from what to what', async () => {
    const number = await walked.assigned({ subject: '投诉饭店油烟' });
    const change = { track: 'petition', topic: 'service', reason: '反映的是窗口态度' };
    const { body } = await office().act(number, 'classification', change).expect(200);
    expect(body).toMatchObject({ trackName: '信访类', topicName: '服务质量', reviewRights: true });
    expect(body.history.at(-1)).toMatchObject({
      title: '改归类',
      note: '业务类→信访类、大气→服务质量：反映的是窗口态度',
    });
  });

  it('owe neither contact nor inspection where the track is litigation', async () => {
    const number = await walked.received();
    const { body } = await office().act(number, 'acceptance', { track: 'litigation' }).expect(200);
    expect(body.lamps.map((lamp: { state: string }) => lamp.state)).toEqual(['waived', 'waived', 'pending']);
  });

  it('are not reclassified without a change or without a reason', async () => {
    const number = await walked.assigned();
    await office().act(number, 'classification', { track: 'petition' }).expect(400);
    expect((await office().act(number, 'classification', { reason: '无' }).expect(400)).body.code).toBe('nothing-changed');
  });
});
