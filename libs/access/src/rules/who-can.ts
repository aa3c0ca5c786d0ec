import type { Caller } from '@taizhang/platform';
import type { ActionNeeds } from '@taizhang/platform/rules';
import { ROLES } from './permissions.ts';

/** Somebody new with every role everywhere: whom it refuses, a rule on the record refuses. */
const ANYBODY_ELSE: Caller = {
  key: 'anybody else',
  name: 'anybody else',
  personId: '00000000-0000-0000-0000-000000000000',
  isDemo: false,
  organizationId: '',
  grants: ROLES.map((role) => ({ role, organizationId: '', path: '', organizationIds: null })),
};

/** Whether somebody else could do now what the caller cannot: it is refused for who asks, not for how the record stands. */
export const couldSomebodyElse = ({ refuse }: ActionNeeds): boolean =>
  refuse(ANYBODY_ELSE) === null;

/** A holder of roles as the rules see them, so far as the places of one record go. */
export const holderAsCaller = (
  person: { id: string; name: string; organizationId: string },
  roles: readonly { role: string; placeIds: readonly string[] }[],
): Caller => ({
  key: `person:${person.id}`,
  name: person.name,
  personId: person.id,
  isDemo: false,
  organizationId: person.organizationId,
  grants: roles.map(({ role, placeIds }) => ({
    role,
    organizationId: '',
    path: '',
    organizationIds: placeIds,
  })),
});
