import { bilingual, defineEvents } from '@taizhang/platform/rules';

/** What happens to organizations, people, their accounts and rights, and other systems that call. */
export const ACCESS_EVENTS = defineEvents({
  HUB_SET_UP: { subject: 'Organization', words: bilingual('初次设置', 'Hub set up') },
  ORGANIZATION_ADDED: {
    subject: 'Organization',
    words: bilingual('新增组织', 'Organization added'),
  },
  ORGANIZATION_EDITED: {
    subject: 'Organization',
    words: bilingual('修改组织', 'Organization edited'),
  },
  ORGANIZATION_MOVED: {
    subject: 'Organization',
    words: bilingual('调整上级', 'Organization moved'),
  },
  ORGANIZATION_DISABLED: {
    subject: 'Organization',
    words: bilingual('停用组织', 'Organization disabled'),
  },
  ORGANIZATION_ENABLED: {
    subject: 'Organization',
    words: bilingual('启用组织', 'Organization enabled'),
  },

  PERSON_ADDED: { subject: 'Person', words: bilingual('新增人员', 'Person added') },
  PERSON_EDITED: { subject: 'Person', words: bilingual('修改人员', 'Person edited') },
  PERSON_DISABLED: { subject: 'Person', words: bilingual('停用人员', 'Person disabled') },
  PERSON_ENABLED: { subject: 'Person', words: bilingual('启用人员', 'Person enabled') },
  ROLE_GRANTED: { subject: 'RoleAssignment', words: bilingual('授予角色', 'Role granted') },
  ROLE_REVOKED: { subject: 'RoleAssignment', words: bilingual('撤销角色', 'Role revoked') },

  ACCOUNT_ADDED: { subject: 'Account', words: bilingual('开通账号', 'Account added') },
  PASSWORD_CHANGED: { subject: 'Account', words: bilingual('修改密码', 'Password changed') },
  PASSWORD_RESET: { subject: 'Account', words: bilingual('重置密码', 'Password reset') },
  TOTP_OFFERED: {
    subject: 'Account',
    words: bilingual('取得动态口令密钥', 'Second factor offered'),
  },
  TOTP_ENROLLED: {
    subject: 'Account',
    words: bilingual('启用动态口令', 'Second factor turned on'),
  },
  TOTP_DISABLED: {
    subject: 'Account',
    words: bilingual('停用动态口令', 'Second factor turned off'),
  },
  TOTP_RESET: { subject: 'Account', words: bilingual('取消动态口令', 'Second factor taken away') },
  EXTERNAL_IDENTITY_LINKED: {
    subject: 'ExternalIdentity',
    words: bilingual('关联单点登录', 'Single sign-on linked'),
  },

  API_CLIENT_ADDED: {
    subject: 'ApiClient',
    words: bilingual('新增接口客户端', 'API client added'),
  },
  API_CLIENT_TOKEN_ROTATED: {
    subject: 'ApiClient',
    words: bilingual('更换接口令牌', 'API token renewed'),
  },
  API_CLIENT_DISABLED: {
    subject: 'ApiClient',
    words: bilingual('停用接口客户端', 'API client disabled'),
  },

  SIGNED_IN: {
    kind: 'SIGN_IN',
    subject: 'Person',
    tells: ['method'],
    words: bilingual('登录', 'Signed in'),
  },
  SIGN_IN_REFUSED: {
    kind: 'SIGN_IN',
    subject: 'Person',
    tells: ['name', 'reason'],
    words: bilingual('登录被拒', 'Sign-in refused'),
  },
  ACCOUNT_LOCKED: {
    kind: 'SIGN_IN',
    subject: 'Person',
    tells: ['name', 'reason'],
    words: bilingual('账号锁定', 'Account locked'),
  },
  SIGNED_OUT: { kind: 'SIGN_IN', subject: 'Person', words: bilingual('退出', 'Signed out') },
  // Sessions and locks are no rows of the ledger, but who ended them is kept for ever.
  ACCOUNT_UNLOCKED: {
    kind: 'CHANGE',
    subject: 'Person',
    words: bilingual('解锁账号', 'Account unlocked'),
  },
  SESSIONS_REVOKED: {
    kind: 'CHANGE',
    subject: 'Person',
    words: bilingual('强制下线', 'Signed out everywhere'),
  },
  SESSION_REVOKED: {
    kind: 'CHANGE',
    subject: 'Person',
    words: bilingual('结束会话', 'Session ended'),
  },

  AUDIT_LOG_OPENED: {
    kind: 'READ',
    subject: 'AuditLog',
    tells: ['filter'],
    words: bilingual('打开审计日志', 'Audit log opened'),
  },
  EXPORTED: {
    kind: 'EXPORT',
    subject: 'Export',
    tells: ['subject', 'formats', 'scope'],
    words: bilingual('导出', 'Exported'),
  },
});
