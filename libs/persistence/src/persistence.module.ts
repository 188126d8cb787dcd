import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { dirname, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';
import { Database } from './database';
import { DraftShelf } from './files/draft-shelf';
import { FileStore } from './files/file-store';
import { ApiQuery } from './queries/api.query';
import { AppealQuery } from './queries/appeal.query';
import { AuditQuery } from './queries/audit.query';
import { ChangesQuery } from './queries/changes.query';
import { DeskQuery } from './queries/desk.query';
import { FormBatchQuery } from './queries/form-batch.query';
import { DocumentQuery } from './queries/document.query';
import { ImportQuery } from './queries/import.query';
import { InsightQuery } from './queries/insight.query';
import { InvariantsQuery } from './queries/invariants.query';
import { AlikeQuery } from './queries/alike.query';
import { GroupingQuery } from './queries/grouping.query';
import { OperationsQuery } from './queries/operations.query';
import { GuideQuery } from './queries/guide.query';
import { PublicationQuery } from './queries/publication.query';
import { PublishedQuery } from './queries/published.query';
import { QueueQuery } from './queries/queue.query';
import { RatingQuery } from './queries/rating.query';
import { SearchQuery } from './queries/search.query';
import { SourcePackQuery } from './queries/source-pack.query';
import { SourceQuery } from './queries/source.query';
import { SupervisionQuery } from './queries/supervision.query';
import { TransferQuery } from './queries/transfer.query';
import { FileScanQuery } from './queries/file-scan.query';
import { WebDraftQuery } from './queries/web-draft.query';
import { Secrets } from './secrets';
import { UnitOfWork } from './unit-of-work';
import { openSecrets } from './vault/open-secrets';

export interface PersistenceOptions {
  readonly databaseUrl: string;
  readonly secretKey: string;
  /** The key before it, while a new one takes over. */
  readonly oldSecretKey?: string | null;
  readonly filesDir: string;
}

const WRITER = getDataSourceToken('writer');
const READER = getDataSourceToken('reader');
/** An unreachable database is told at once, not after ten silent tries. */
const once = { retryAttempts: 0, manualInitialization: false, autoLoadEntities: false };
const queries = [
  ApiQuery,
  AppealQuery,
  AlikeQuery,
  GroupingQuery,
  QueueQuery,
  OperationsQuery,
  AuditQuery,
  ChangesQuery,
  DeskQuery,
  FormBatchQuery,
  DocumentQuery,
  ImportQuery,
  InsightQuery,
  InvariantsQuery,
  GuideQuery,
  PublicationQuery,
  PublishedQuery,
  RatingQuery,
  SearchQuery,
  SourcePackQuery,
  SourceQuery,
  SupervisionQuery,
  TransferQuery,
  FileScanQuery,
  WebDraftQuery,
];
const parts = [Database, UnitOfWork, FileStore, DraftShelf, Secrets, ...queries];

@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forRoot({ databaseUrl, secretKey, oldSecretKey = null, filesDir }: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          name: 'writer',
          useFactory: () => ({ ...dataSourceOptions(databaseUrl, 'writer'), ...once }),
        }),
        TypeOrmModule.forRootAsync({
          name: 'reader',
          // SQLite's reader opens a file that the writer has made.
          inject: [WRITER],
          useFactory: () => ({ ...dataSourceOptions(databaseUrl, 'reader'), ...once }),
        }),
      ],
      providers: [
        {
          provide: Database,
          inject: [WRITER, READER],
          useFactory: (writer: DataSource, reader: DataSource) => new Database(writer, reader),
        },
        { provide: DraftShelf, useFactory: () => new DraftShelf(join(dirname(filesDir), 'drafts')) },
        { provide: FileStore, useFactory: () => new FileStore(filesDir) },
        {
          provide: Secrets,
          inject: [Database],
          useFactory: (database: Database) => openSecrets(database, secretKey, oldSecretKey),
        },
        UnitOfWork,
        ...queries,
      ],
      exports: parts,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
