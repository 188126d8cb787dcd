export { SitePage } from './SitePage';
export { TasksPage } from './TasksPage';
