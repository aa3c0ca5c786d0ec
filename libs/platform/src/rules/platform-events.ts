import { bilingual } from './bilingual.ts';
import { defineEvents } from './define-events.ts';

/** What the platform itself writes into the log. */
export const PLATFORM_EVENTS = defineEvents({
  ROW_TAKEN_OVER: {
    kind: 'CHANGE',
    subject: null,
    words: bilingual('纳入日志', 'Taken into the log'),
  },
  SIGHT_MOVED: {
    kind: 'CHANGE',
    subject: null,
    words: bilingual('可见范围变动', 'Seen by others'),
  },
  CHANGE_UNDONE: {
    kind: 'CHANGE',
    subject: null,
    words: bilingual('撤销批量改动', 'A change of many rows undone'),
  },
  ACT_CANCELLED: {
    kind: 'CHANGE',
    subject: 'Act',
    words: bilingual('取消批量操作', 'Long work cancelled'),
  },
  EXTERNAL_REF_SET: {
    subject: 'ExternalRef',
    words: bilingual('登记外部系统的键', 'Key of another system set'),
  },
  EXTERNAL_REF_CHANGED: {
    subject: 'ExternalRef',
    words: bilingual('更改外部系统的键', 'Key of another system changed'),
  },
  EXTERNAL_REF_REMOVED: {
    subject: 'ExternalRef',
    words: bilingual('去除外部系统的键', 'Key of another system removed'),
  },
  ACT_RESULT_DOWNLOADED: {
    kind: 'READ',
    subject: 'Act',
    words: bilingual('下载批量操作结果', 'Result of an act downloaded'),
  },
  AUDIT_CHAIN_STARTED: {
    kind: 'CHANGE',
    subject: 'AuditLog',
    tells: ['sealedEvents'],
    words: bilingual('事件链启用', 'Event chain started'),
  },
  AUDIT_HASH_CHANGED: {
    kind: 'CHANGE',
    subject: 'AuditLog',
    tells: ['algorithm'],
    words: bilingual('更换哈希算法', 'Hash algorithm changed'),
  },
  AUDIT_LOG_RESTORED: {
    kind: 'CHANGE',
    subject: 'AuditLog',
    tells: ['generation', 'position', 'announced'],
    words: bilingual('日志恢复到较早状态', 'Log put back to an earlier state'),
  },
  AUDIT_EVENTS_PURGED: {
    kind: 'CHANGE',
    subject: 'AuditLog',
    tells: ['occurredBefore', 'removed'],
    words: bilingual('清理到期事件', 'Old events forgotten'),
  },
  API_CLIENT_REFUSED: {
    kind: 'SIGN_IN',
    subject: 'ApiClient',
    tells: ['mutation'],
    words: bilingual('接口客户端被拒', 'API client refused'),
  },
});
