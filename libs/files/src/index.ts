export { fileLinks } from './file-links.ts';
export type { FileStorage } from './file-storage.ts';
export { folderStorage } from './folder-storage.ts';
export { openStorage } from './open-storage.ts';
export type { S3Settings } from './s3-storage.ts';
export { sendFile } from './send-file.ts';
export { takeUpload } from './take-upload.ts';
export { s3AnchorPlace } from './s3-anchor-place.ts';
export { clamd, readScanner, type Scanner } from './scan-file.ts';
