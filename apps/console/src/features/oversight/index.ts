export { OversightPage } from './OversightPage';
