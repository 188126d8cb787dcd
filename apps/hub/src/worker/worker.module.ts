import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { ReplyService } from '@hub/casework';
import { channelOf, type ClosableLogReader } from '@hub/channels';
import { Courier, mailerFor } from '@hub/outbound';
import { OperationsQuery, UnitOfWork } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { CHANNELS, ChannelsRunner } from './channels.runner';
import { COURIER, CourierRunner } from './courier.runner';

/** Channels in, letters out. */
@Module({})
export class WorkerModule {
  static with(settings: Settings, logReader: ClosableLogReader): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        ChannelsRunner,
        CourierRunner,
        {
          provide: CHANNELS,
          inject: [OperationsQuery, UnitOfWork],
          useFactory: (operations: OperationsQuery, work: UnitOfWork) =>
            settings.channels.map((spec) => ({
              rest: spec.everySeconds * 1000,
              channel: channelOf(spec, {
                logReader,
                maxMailBytes: settings.intake.maxMailBytes,
                position: (name) => operations.channelPosition(name),
                begin: (channel, position) => work.run(({ intake }) => intake.moveCursor({ channel, position })),
                known: (keys) => operations.knownKeys('site', keys),
              }),
            })),
        },
        {
          provide: COURIER,
          inject: [UnitOfWork, ReplyService],
          useFactory: (work: UnitOfWork, replies: ReplyService) =>
            new Courier(work, mailerFor(settings.mail), {
              log: new Logger('Courier'),
              onDelivered: (letter, at) => replies.delivered(letter, at),
            }),
        },
      ],
    };
  }
}
