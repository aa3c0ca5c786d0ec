import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { item } from '../testing/records.ts';
import { renderAdmin } from '../testing/render-admin.tsx';

const refused = (action: string, post: string | null, people: readonly string[] = []) => ({
  __typename: 'AllowedAction',
  action,
  allowed: false,
  reason: '您的角色没有此项权限 / Your role does not include this',
  whoCan: post && {
    __typename: 'WhoCan',
    posts: [{ __typename: 'CapableRole', label: post }],
    people: people.map((displayName) => ({ __typename: 'CapablePerson', displayName })),
  },
});

it('says who can do what the viewer cannot, once for all that is up to the same', async () => {
  const office = '巡察办 / Inspection office';
  renderAdmin({
    path: '/items/RectificationItem_1',
    answers: {
      AdminItemPage: {
        data: {
          node: {
            ...item,
            allowedActions: [
              refused('closeRectificationItem', office, ['巡察办核验岗']),
              refused('returnRectificationItem', office, ['巡察办核验岗']),
              refused('signRectificationItem', '牵头领导 / Lead leader'),
              refused('assignRectificationItem', null),
            ],
          },
        },
      },
    },
  });
  await screen.findByText('销号、核验退回：可由巡察办办理（巡察办核验岗）');
  screen.getByText('领导签批：可由牵头领导办理');
  // What nobody can do now stands folded away with its reason.
  expect(screen.getByText('交办').closest('details')).not.toBeNull();
  expect(screen.getByText('领导签批：可由牵头领导办理').closest('details')).toBeNull();
});
