import { Module } from '@nestjs/common';
import { MAX_UPLOADS, MAX_UPLOAD_BYTES, UploadShelf } from '@hub/casework';
import { FileStore } from '@hub/persistence';
import { MulterModule } from '@nestjs/platform-express';
import { GuideController } from './guide/guide.controller';
import { HomeController } from './home/home.controller';
import { PreferencesController } from './preferences/preferences.controller';
import { PrivacyController } from './privacy/privacy.controller';
import { RateController } from './rate/rate.controller';
import { PublishedController } from './published/published.controller';
import { StylesController } from './styles/styles.controller';
import { SubmitModule } from './submit/submit.module';
import { DepartmentGuard } from './transfers/department.guard';
import { TransfersController } from './transfers/transfers.controller';
import { StatisticsController } from './statistics/statistics.controller';
import { LostController } from './track/lost.controller';
import { TrackController } from './track/track.controller';
import { TrackGuard } from './track/track.guard';
import { TrackRatingController } from './track/track-rating.controller';
import { Visitors } from './track/visitor';

/** Of a department's form; sizes and numbers of files are told beside their field and stop nothing here. */
const limits = { files: 50, fields: 10, fieldSize: 100_000, parts: 60, headerPairs: 50 };

/** The citizens' pages: plain HTML made on the server, without a line of script. */
@Module({
  imports: [
    SubmitModule,
    MulterModule.registerAsync({
      inject: [FileStore],
      useFactory: (files: FileStore) => ({
        limits,
        storage: new UploadShelf(files, { files: MAX_UPLOADS, bytes: MAX_UPLOAD_BYTES }),
      }),
    }),
  ],
  controllers: [
    GuideController,
    HomeController,
    TrackController,
    TrackRatingController,
    LostController,
    PreferencesController,
    PrivacyController,
    StatisticsController,
    StylesController,
    TransfersController,
    RateController,
    PublishedController,
  ],
  providers: [DepartmentGuard, TrackGuard, Visitors],
})
export class PortalModule {}
