import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CaseworkModule, type Clock, PostMemoryService } from '@hub/casework';
import { createHtmlReader, createLogReader, createMailReader, createReader, createSenderChecker } from '@hub/channels';
import { createDocumentRenderer } from '@hub/outbound';
import { InsightModule } from '@hub/insight';
import { OperationsQuery, PersistenceModule } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { AllowGuard, ApiModule, Audited, Ending, HealthController, HTML_READER, SETTINGS, TRY_CHANNEL, validation } from './api';
import { channelTrials } from './channel-trials';
import { FaultsFilter } from './faults.filter';
import { PortalModule } from './portal';
import { ReadersEnd } from './readers.end';
import { WorkerModule } from './worker';

/** One server, three roles: the settings say which of them this process plays. */
@Module({})
export class HubModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    const mail = createMailReader({ maxBytes: settings.intake.maxMailBytes });
    const reader = createReader({ mail, senders: createSenderChecker(settings.office.mail.ownCheck) });
    const logReader = createLogReader({ maxBytes: settings.intake.maxLogBytes, columns: columnsBySource(settings) });
    const htmlReader = createHtmlReader();
    const documents = createDocumentRenderer(settings.documentTemplates);
    const plays = (role: Settings['roles'][number]) => settings.roles.includes(role);
    return {
      module: HubModule,
      imports: [
        PersistenceModule.forRoot(settings),
        CaseworkModule.with({ office: settings.office, reader, logReader, documents, ...(clock ? { clock } : {}) }),
        InsightModule.everywhere(),
        {
          module: SettingsModule,
          global: true,
          providers: [
            { provide: SETTINGS, useValue: settings },
            { provide: HTML_READER, useValue: htmlReader },
            {
              provide: TRY_CHANNEL,
              inject: [OperationsQuery, PostMemoryService],
              useFactory: (operations: OperationsQuery, sites: PostMemoryService) =>
                channelTrials(settings, logReader, operations, sites),
            },
          ],
          exports: [SETTINGS, HTML_READER, TRY_CHANNEL],
        },
        ...(plays('api') ? [ApiModule] : []),
        ...(plays('portal') ? [PortalModule] : []),
        ...(plays('worker') ? [WorkerModule.with(settings, logReader)] : []),
      ],
      controllers: [HealthController],
      providers: [
        Ending,
        { provide: APP_GUARD, useClass: AllowGuard },
        { provide: APP_FILTER, useClass: FaultsFilter },
        { provide: APP_INTERCEPTOR, useClass: Audited },
        { provide: APP_PIPE, useFactory: validation },
        { provide: ReadersEnd, useFactory: () => new ReadersEnd([reader, logReader, htmlReader]) },
      ],
    };
  }
}

class SettingsModule {}

/** Headings that the office has set for a source, whichever channel brings it. */
const columnsBySource = (settings: Settings) =>
  Object.fromEntries(settings.channels.flatMap((one) => (one.type === 'hotline-folder' ? [[one.source, one.columns]] : [])));
