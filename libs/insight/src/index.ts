export { DayCounts } from './day-counts.service';
export { Reports, REPORT_SLICES, thisMonth, type Report, type ReportSlice } from './reports.service';
export { InsightModule } from './insight.module';
export { BUREAU, PublicStatistics, type PublicFigures, type PublicYear } from './public-statistics.service';
