export { MatterPage } from './MatterPage';
