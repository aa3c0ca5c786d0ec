import { bilingual } from '@taizhang/platform/rules';

/** What is done here beside the steps of life cycles, as buttons and `allowedActions` call it. */
export const ACCESS_ACTION_WORDS = {
  addOrganization: bilingual('新增单位', 'Add an organization'),
  editOrganization: bilingual('修改单位', 'Edit the organization'),
  moveOrganization: bilingual('调整上级', 'Move the organization'),
  addPerson: bilingual('新增人员', 'Add a person'),
  editPerson: bilingual('修改资料', 'Edit the person'),
  disablePerson: bilingual('停用', 'Disable'),
  enablePerson: bilingual('启用', 'Enable'),
  unlockAccount: bilingual('解锁', 'Unlock'),
  revokeSessions: bilingual('强制下线', 'Sign out everywhere'),
  resetPassword: bilingual('重置密码', 'Reset the password'),
  resetTotp: bilingual('取消动态口令', 'Take the second factor away'),
  grantRole: bilingual('授予角色', 'Grant a role'),
  revokeRole: bilingual('收回角色', 'Revoke a role'),
  addApiClient: bilingual('新增接口客户端', 'Add an API client'),
  rotateApiClientToken: bilingual('更换令牌', 'Renew the token'),
  disableApiClient: bilingual('停用', 'Disable'),
  auditEvents: bilingual('查看审计日志', 'Read the audit log'),
};
