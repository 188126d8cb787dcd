import { publicationNumber } from '@hub/domain';
import type { NewPublication, UnitOfWork } from '@hub/persistence';

const PLAIN: NewPublication = {
  appealId: 1,
  state: 'published',
  serial: null,
  number: null,
  title: '居民楼下餐饮店风机夜间噪声',
  kind: 'complaint',
  topic: 'noise',
  street: '长寿路街道',
  receivedOn: '2026-03-02',
  answeredOn: '2026-03-24',
  verdict: 'true',
  facts: '一楼餐饮店的后墙风机夜间声音大，影响休息。',
  findings: '夜间到现场测量，超过限值，风机没有消声装置。',
  measures: '店家加装消声器，复测合格。',
  withheldFor: null,
  note: '',
  leakReason: null,
  leakHash: null,
  preparedBy: '办公室君',
  agreedBy: null,
  agreedAt: null,
  approvedBy: null,
  approvedAt: null,
  publishedBy: null,
  publishedAt: null,
  publishedOn: null,
  withdrawnAt: null,
  changedAt: '2026-03-30T02:00:00.000Z',
};

/** Publishes a page as the last step of its life does, and answers its serial. */
export function publish(work: UnitOfWork, about: Partial<NewPublication> = {}): Promise<number> {
  return work.run(async ({ publications, counters }) => {
    const serial = await counters.take('publication', 1);
    const publishedOn = about.publishedOn ?? '2026-03-30';
    const id = await publications.add({ ...PLAIN, ...about, state: 'approved' });
    await publications.keep(await publications.byId(id), {
      state: 'published',
      serial,
      number: publicationNumber(publishedOn.slice(0, 4), serial),
      publishedOn,
      publishedAt: `${publishedOn}T02:00:00.000Z`,
    });
    return serial;
  });
}
