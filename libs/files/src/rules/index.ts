export { FILE_EVENTS } from './events.ts';
