import type { Caller } from '@taizhang/platform';
import { bilingual, optionalText, requiredKey } from '@taizhang/platform/rules';
import { z } from 'zod';
import { ORGANIZATION_KINDS } from './people-inputs.ts';
import { may, NO_PERMISSION } from './permissions.ts';
import type { RightsRefusal } from './rights.ts';

/** 调整上级: below which organization it stands from now on. */
export const moveOrganizationInput = z.object({
  parentId: requiredKey,
  reason: optionalText(500),
});

/** What the rule of a move looks at in an organization. */
export interface PlaceState {
  id: string;
  kind: (typeof ORGANIZATION_KINDS)[number];
  path: string;
}

const levelOf = ({ kind }: PlaceState) => ORGANIZATION_KINDS.indexOf(kind);

/** Why the caller may not move an organization anywhere; null when they may. */
export function refuseLeaving(
  caller: Caller,
  { id, kind }: Pick<PlaceState, 'id' | 'kind'>,
): RightsRefusal | null {
  if (!may(caller, 'organization:manage', id))
    return { kind: 'permission', message: NO_PERMISSION };
  if (kind === 'DISTRICT')
    return rule('root-stays', '区级组织没有上级', 'A district has nothing above it');
  return null;
}

/** Why the caller may not put an organization below another one; null when they may. */
export function refuseMove(
  caller: Caller,
  organization: PlaceState,
  parent: PlaceState,
): RightsRefusal | null {
  if (!may(caller, 'organization:manage', parent.id))
    return { kind: 'permission', message: NO_PERMISSION };
  const stays = refuseLeaving(caller, organization);
  if (stays) return stays;
  if (parent.path.startsWith(organization.path))
    return rule(
      'not-below-itself',
      '不能移到自身或其下级之下',
      'An organization cannot stand below itself',
    );
  const isHigher = levelOf(parent) < levelOf(organization);
  if (!isHigher && !(parent.kind === 'UNIT' && organization.kind === 'UNIT'))
    return rule(
      'levels-in-order',
      '上级的级别须高于本级：区、局、科室',
      'What stands above is of a higher level: district, bureau, unit',
    );
  return null;
}

const rule = (name: string, chinese: string, english: string): RightsRefusal => ({
  kind: 'rule',
  rule: name,
  message: bilingual(chinese, english),
});
