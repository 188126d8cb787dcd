import { join } from 'node:path';
import { ApprovalService, AssignmentService, CaseworkModule, EvidenceService, ReplyService } from '@hub/casework';
import { createLogReader, createMailReader, createReader } from '@hub/channels';
import type { Staff } from '@hub/domain';
import { createDocumentRenderer } from '@hub/outbound';
import { migrate, PersistenceModule, UnitOfWork } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { NestFactory } from '@nestjs/core';
import { actsBare } from './bare-acts';
import { inLanes, timed, type Line } from './figures';
import { appealOf } from './queue';

/** As many people press at once. */
const LANES = 8;

export interface Office {
  readonly engine: string;
  readonly url: string;
  /** Another database, empty. */
  readonly bareUrl: string;
  readonly folder: string;
  readonly count: number;
}

/** Each act over many appeals, through the services that the interface calls, beside its bare statements in transactions of their own. */
export async function measureActs({ engine, url, bareUrl, folder, count }: Office, settings: Settings): Promise<Line[]> {
  await migrate(url);
  await migrate(bareUrl);
  const [reader, logReader] = [
    createReader({ mail: createMailReader() }),
    createLogReader({ maxBytes: settings.intake.maxLogBytes }),
  ];
  const imports = [
    PersistenceModule.forRoot({ ...settings, databaseUrl: url, filesDir: join(folder, 'files') }),
    CaseworkModule.with({
      office: settings.office,
      reader,
      logReader,
      documents: createDocumentRenderer(settings.documentTemplates),
    }),
  ];
  const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports }, { logger: ['error'] });
  const unitId = settings.office.units[1]!.id;
  const rows = Array.from({ length: count }, (_, at) => ({
    ...appealOf(at + 1, count, 10, settings.office),
    status: 'accepted' as const,
    unitId: null,
    handlerId: null,
    waitDueOn: null,
  }));
  const numbers = rows.map(({ number }) => number);
  for (let at = 0; at < count; at += 500) await app.get(UnitOfWork).run(({ appeals }) => appeals.add(rows.slice(at, at + 500)));
  const person = (id: number, role: Staff['role']): Staff => ({
    id,
    name: `测速${id}`,
    role,
    unitId: role === 'dispatcher' ? null : unitId,
  });
  const [office, officer, head] = [person(1, 'dispatcher'), person(2, 'handler'), person(3, 'section-head')];
  const [assignment, evidence, approval, replies] = [
    app.get(AssignmentService),
    app.get(EvidenceService),
    app.get(ApprovalService),
    app.get(ReplyService),
  ];
  const each = (act: (number: string) => Promise<unknown>) => timed(() => inLanes(numbers, LANES, act));
  const at = new Date().toISOString();

  const assign = await each((number) => assignment.assign(number, { unitId }, office));
  await each((number) => assignment.receive(number, officer));
  const record = await each((number) =>
    evidence.contact(number, { method: 'phone', outcome: 'reached', words: '已接通' }, officer),
  );
  await each((number) => evidence.site(number, { at, officers: ['甲', '乙'], place: '长寿路', findings: '已查' }, officer));
  await each((number) => approval.draft(number, { text: '您好，已责令整改。', submit: true }, officer));
  await each((number) => approval.approve(number, { decision: 'pass' }, head));
  const reply = await each((number) => replies.send(number, {}, head));
  await app.close();
  await Promise.all([reader.close(), logReader.close()]);

  const bare = await actsBare(bareUrl, rows, LANES);
  const line = (name: string, ours: { ms: number }, bareMs: number): Line => ({
    what: `${engine} ${name}，次/秒`,
    ours: ((count * 1000) / ours.ms).toFixed(0),
    bare: ((count * 1000) / bareMs).toFixed(0),
    ratio: bareMs / ours.ms,
    peers: '',
    note: `${count} 件，${LANES} 人同时办，每次一个事务`,
  });
  return [line('派单', assign, bare.assign), line('登记联系', record, bare.record), line('发出答复', reply, bare.reply)];
}
