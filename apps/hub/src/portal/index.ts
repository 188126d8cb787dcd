export { PortalModule } from './portal.module';
export { portalNotFound, portalTrouble } from './trouble/handlers';
