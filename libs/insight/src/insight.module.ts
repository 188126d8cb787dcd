import { type DynamicModule, Module } from '@nestjs/common';
import { DayCounts } from './day-counts.service';
import { Reports } from './reports.service';
import { PublicStatistics } from './public-statistics.service';

const services = [DayCounts, PublicStatistics, Reports];

/** Counts, rates and reports: the reading side. */
@Module({})
export class InsightModule {
  static everywhere(): DynamicModule {
    return { module: InsightModule, global: true, providers: services, exports: services };
  }
}
