import { Module } from '@nestjs/common';
import { OFFICE, UploadShelf } from '@hub/casework';
import type { Office } from '@hub/domain';
import { FileStore } from '@hub/persistence';
import { MulterModule } from '@nestjs/platform-express';
import { Beside } from './beside';
import { CheckController } from './check.controller';
import { DoneController } from './done.controller';
import { DraftDesk } from './draft-desk';
import { Handover } from './handover';
import { FilesController } from './files.controller';
import { PictureController } from './picture.controller';
import { SplitController } from './split.controller';
import { StepsController } from './steps.controller';
import { SubmitController } from './submit.controller';
import { UploadGuard } from './upload.guard';

/** Numbers and sizes of files are told beside their field and stop nothing here. */
const limits = { files: 60, fields: 40, fieldSize: 2_000, parts: 100, headerPairs: 50 };

/** The citizens' form in short steps. */
@Module({
  imports: [
    MulterModule.registerAsync({
      inject: [FileStore, OFFICE],
      useFactory: (files: FileStore, { web }: Office) => ({
        limits,
        storage: new UploadShelf(files, { files: web.maxFiles, bytes: web.maxFileMegabytes * 1024 * 1024 }),
      }),
    }),
  ],
  controllers: [
    SubmitController,
    PictureController,
    StepsController,
    FilesController,
    CheckController,
    SplitController,
    DoneController,
  ],
  providers: [Beside, DraftDesk, Handover, UploadGuard],
})
export class SubmitModule {}
