import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { CaseworkModule } from '@hub/casework';
import { InsightModule } from '@hub/insight';
import {
  columnsOf,
  createLogReader,
  createMailReader,
  createReader,
  createSenderChecker,
  type ClosableLogReader,
} from '@hub/channels';
import { createDocumentRenderer } from '@hub/outbound';
import { migrate, PersistenceModule } from '@hub/persistence';
import { loadSettings, type Settings } from '@hub/settings';

export interface HubContext {
  readonly settings: Settings;
  readonly app: INestApplicationContext;
  readonly logReader: ClosableLogReader;
}

export const settingsOf = (env: NodeJS.ProcessEnv = process.env): Settings =>
  loadSettings({ configDir: env.HUB_CONFIG_DIR ?? 'config', env });

/** Runs the work beside the database, without a server; the schema is brought up to date first. */
export async function withHub<T>(work: (hub: HubContext) => Promise<T>, env: NodeJS.ProcessEnv = process.env): Promise<T> {
  const settings = settingsOf(env);
  await migrate(settings.databaseUrl);
  const mail = createMailReader({ maxBytes: settings.intake.maxMailBytes });
  const reader = createReader({ mail, senders: createSenderChecker(settings.office.mail.ownCheck) });
  const logReader = createLogReader({ columns: columnsOf(settings.channels), maxBytes: settings.intake.maxLogBytes });
  const module = {
    module: class YxtModule {},
    imports: [
      PersistenceModule.forRoot(settings),
      CaseworkModule.with({
        office: settings.office,
        reader,
        logReader,
        documents: createDocumentRenderer(settings.documentTemplates),
      }),
      InsightModule.everywhere(),
    ],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
  try {
    return await work({ settings, app, logReader });
  } finally {
    await app.close();
    await Promise.all([reader.close(), logReader.close()]);
  }
}
