export { AppealPane } from './AppealPane';
