export { NoticeUnreadable, type NoticeUnreadableCode } from './notice-unreadable.ts';
export { readNoticeBytes, type NoticeFormat, type NoticeText } from './read-notice-bytes.ts';
export { LARGEST_NOTICE_BYTES, readNoticeFile } from './read-notice-file.ts';
