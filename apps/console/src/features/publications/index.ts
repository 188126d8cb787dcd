export { PublicationPage } from './PublicationPage';
export { PublicationsPage } from './PublicationsPage';
