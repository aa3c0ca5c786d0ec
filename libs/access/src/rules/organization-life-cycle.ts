import { bilingual, reasonField } from '@taizhang/platform/rules';
import { defineLifeCycle } from './define-life-cycle.ts';
import { ACCESS_EVENTS } from './events.ts';

/** What the rules need to know of an organization; its status follows from when it was disabled. */
export interface OrganizationState {
  id: string;
  status: 'ENABLED' | 'DISABLED';
}

/** The state of an organization as it is stored. */
export const organizationState = ({
  id,
  disabledAt,
}: {
  id: string;
  disabledAt: Date | null;
}): OrganizationState => ({ id, status: disabledAt ? 'DISABLED' : 'ENABLED' });

const reason = reasonField('理由。Why, for the log.');

/** The life cycle of an organization: nothing is newly given to one that is disabled, what names it stays. */
export const ORGANIZATION_LIFE_CYCLE = defineLifeCycle({
  subject: 'Organization',
  words: bilingual('组织', 'Organization'),
  column: null,
  places: ({ id }: OrganizationState) => [id],
  statuses: {
    ENABLED: { words: bilingual('启用', 'Enabled'), traits: { isOpen: false } },
    DISABLED: { words: bilingual('停用', 'Disabled'), traits: { isOpen: false } },
  },
  born: { HUB_SET_UP: 'ENABLED', ORGANIZATION_ADDED: 'ENABLED' },
  steps: (step) => ({
    disableOrganization: step({
      from: ['ENABLED'],
      to: 'DISABLED',
      permission: 'organization:manage',
      fields: { reason },
      sets: (_organization, _fields, { now }) => ({ disabledAt: now }),
      event: ACCESS_EVENTS.ORGANIZATION_DISABLED,
      words: bilingual('停用组织', 'Disable organization'),
      description:
        '停用组织，不再新交办给它；已有记录不变。Disables an organization: nothing names it anew, what names it already stays.',
      advice: bilingual(
        '停用后不能再新指定该组织，已有记录照旧显示；其人员仍可登录。',
        'It cannot be newly named; records that name it stay, and its people still sign in.',
      ),
      isDangerous: true,
    }),
    enableOrganization: step({
      from: ['DISABLED'],
      to: 'ENABLED',
      permission: 'organization:manage',
      fields: { reason },
      sets: () => ({ disabledAt: null }),
      event: ACCESS_EVENTS.ORGANIZATION_ENABLED,
      words: bilingual('启用组织', 'Enable organization'),
      description: '启用组织。Lets a disabled organization be named again.',
    }),
  }),
});
