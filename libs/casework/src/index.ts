export * from './web-form';
