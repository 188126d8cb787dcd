export { DayCounts } from './day-counts.service';
export { InsightModule } from './insight.module';
export { BUREAU, PublicStatistics, type PublicFigures, type PublicYear } from './public-statistics.service';
