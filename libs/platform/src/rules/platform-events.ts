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
  AUDIT_CHAIN_STARTED: {
    kind: 'CHANGE',
    subject: 'AuditLog',
    words: bilingual('事件链启用', 'Event chain started'),
  },
  AUDIT_HASH_CHANGED: {
    kind: 'CHANGE',
    subject: 'AuditLog',
    words: bilingual('更换哈希算法', 'Hash algorithm changed'),
  },
  AUDIT_EVENTS_PURGED: {
    kind: 'CHANGE',
    subject: 'AuditLog',
    words: bilingual('清理到期事件', 'Old events forgotten'),
  },
  API_CLIENT_REFUSED: {
    kind: 'SIGN_IN',
    subject: 'ApiClient',
    words: bilingual('接口客户端被拒', 'API client refused'),
  },
});
