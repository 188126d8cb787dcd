export { InsightPage } from './InsightPage';
export { MorningPage } from './MorningPage';
