import { Module } from '@nestjs/common';
import { HomeController } from './home/home.controller';
import { PreferencesController } from './preferences/preferences.controller';
import { StylesController } from './styles/styles.controller';
import { SubmitController } from './submit/submit.controller';
import { DepartmentGuard } from './transfers/department.guard';
import { TransfersController } from './transfers/transfers.controller';
import { TrackController } from './track/track.controller';

/** The citizens' pages: plain HTML made on the server, without a line of script. */
@Module({
  controllers: [HomeController, SubmitController, TrackController, PreferencesController, StylesController, TransfersController],
  providers: [DepartmentGuard],
})
export class PortalModule {}
