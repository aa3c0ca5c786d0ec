import { bilingual, defineEvents } from '@taizhang/platform/rules';

/** What happens to stored files. */
export const FILE_EVENTS = defineEvents({
  FILE_STORED: { subject: 'StoredFile', words: bilingual('存入文件', 'File stored') },
  FILE_DOWNLOADED: {
    kind: 'READ',
    subject: 'Evidence',
    tells: ['sha256'],
    words: bilingual('下载文件', 'File downloaded'),
  },
  ENTRY_FILE_DOWNLOADED: {
    kind: 'READ',
    subject: 'RegisterEntry',
    tells: ['sha256', 'field'],
    words: bilingual('下载登记附件', 'File of an entry downloaded'),
  },
});
