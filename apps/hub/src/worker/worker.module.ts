import { existsSync, mkdirSync } from 'node:fs';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import type { Office } from '@hub/domain';
import { ChannelLeases, DeliveryService, PostMemoryService } from '@hub/casework';
import { channelOf, replySites, withColumns, type ClosableLogReader } from '@hub/channels';
import { GuardedHttp } from '@hub/http';
import { Courier, mailerFor, SiteReplyCourier, WebhookCourier } from '@hub/outbound';
import { ImportQuery, OperationsQuery, Secrets, UnitOfWork } from '@hub/persistence';
import type { ChannelSettings, Settings } from '@hub/settings';
import { AcknowledgementsRunner } from './acknowledgements.runner';
import { AUDIT_HEAD_FILE, AuditHeadRunner } from './audit-head.runner';
import { CHANNELS, ChannelsRunner } from './channels.runner';
import { ClockRunner } from './clock.runner';
import { DayCountsRunner } from './day-counts.runner';
import { COURIER, CourierRunner } from './courier.runner';
import { SearchRunner } from './search.runner';
import { SenderRechecksRunner } from './sender-rechecks.runner';
import { WEBHOOK_COURIER, WebhooksRunner } from './webhooks.runner';
import { SITE_REPLY_COURIER, SiteRepliesRunner } from './site-replies.runner';
import { ScansRunner } from './scans.runner';
import { SignRunner } from './sign.runner';
import { ImportsRunner } from './imports.runner';

/** The office drops files into watched folders; they are there from the first start. */
const withFolder = (spec: ChannelSettings): ChannelSettings => {
  if (spec.type === 'mailbox' && spec.certificate === 'unverified')
    new Logger('Channels').warn(`${spec.name}：设置里写了不核对证书（certificate: unverified），对方可能是冒充的。`);
  if ('path' in spec && !existsSync(spec.path)) mkdirSync(spec.path, { recursive: true });
  return spec;
};

const senderOf = ({ mail, office }: Settings) => ({ ...mail.from, bureau: office.bureau, publicUrl: office.publicUrl });

/** A folder takes letters as fast as they come. */
function perMinuteOf({ delivery, pace }: Settings['mail']): (domain: string) => number {
  if (delivery === 'folder') return () => 0;
  const set = new Map(pace.domains.map((one) => [one.domain, one.perMinute]));
  return (domain) => set.get(domain) ?? pace.perMinute;
}

/** A redirect is no answer: what was signed for one address is not carried to another. */
const webhookHttp = ({ allowInward }: Office['webhooks']) =>
  new GuardedHttp({ allowInward, maxHops: 0, headersMs: 10_000, totalMs: 15_000, maxBytes: 65_536 });

/** Channels in, letters out. */
@Module({})
export class WorkerModule {
  static with(settings: Settings, logReader: ClosableLogReader): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        SignRunner,
        ScansRunner,
        ChannelsRunner,
        CourierRunner,
        WebhooksRunner,
        SiteRepliesRunner,
        {
          provide: SITE_REPLY_COURIER,
          inject: [UnitOfWork, DeliveryService],
          useFactory: (work: UnitOfWork, deliveries: DeliveryService) =>
            new SiteReplyCourier(work, replySites(settings.channels), {
              log: new Logger('SiteReplies'),
              refusal: (stores, reply) => deliveries.refusal(stores, reply),
              settled: (...told) => deliveries.siteReplySettled(...told),
            }),
        },
        {
          provide: WEBHOOK_COURIER,
          inject: [UnitOfWork, Secrets],
          useFactory: (work: UnitOfWork, secrets: Secrets) =>
            new WebhookCourier(work, secrets, webhookHttp(settings.office.webhooks), { log: new Logger('Webhooks') }),
        },
        AcknowledgementsRunner,
        SenderRechecksRunner,
        SearchRunner,
        AuditHeadRunner,
        { provide: AUDIT_HEAD_FILE, useValue: settings.auditHeadFile },
        ClockRunner,
        DayCountsRunner,
        ImportsRunner,
        {
          provide: ChannelLeases,
          inject: [UnitOfWork],
          useFactory: (work: UnitOfWork) => new ChannelLeases(work, settings.leaseSeconds * 1000),
        },
        {
          provide: CHANNELS,
          inject: [OperationsQuery, ImportQuery, UnitOfWork, PostMemoryService],
          useFactory: (operations: OperationsQuery, imports: ImportQuery, work: UnitOfWork, sites: PostMemoryService) =>
            settings.channels.map(withFolder).map((spec) => ({
              rest: spec.everySeconds * 1000,
              channel: channelOf(spec, {
                logReader: withColumns(logReader, (source) => imports.columnsOf(source)),
                maxMailBytes: settings.intake.maxMailBytes,
                position: (name) => operations.channelPosition(name),
                begin: (channel, position) => work.run(({ intake }) => intake.beginCursor({ channel, position })),
                known: (channel, keys) => operations.knownKeys(channel, keys),
                sites,
              }),
            })),
        },
        {
          provide: COURIER,
          inject: [UnitOfWork, DeliveryService],
          useFactory: (work: UnitOfWork, deliveries: DeliveryService) =>
            new Courier(work, mailerFor({ ...settings.mail, from: senderOf(settings) }), {
              log: new Logger('Courier'),
              perMinute: perMinuteOf(settings.mail),
              onDelivered: (letter, at) => deliveries.letterSent(letter, at),
            }),
        },
      ],
    };
  }
}
