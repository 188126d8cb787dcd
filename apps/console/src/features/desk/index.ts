export { DeskPage } from './DeskPage';
export { FormsPage } from './FormsPage';
