// How files are kept, for what backs them up and puts them back.
export type { FileStorage } from './file-storage.ts';
export { openStorage, type StorageSettings } from './open-storage.ts';
