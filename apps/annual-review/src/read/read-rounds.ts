import type { ResultOf } from '@taizhang/client';
import type {
  ContactKind,
  ReviewContact,
  ReviewItem,
  ReviewRound,
} from '../review/annual-review.type.ts';
import { belongsToYear } from '../review/item-outcome.ts';
import { CONTACT } from '../review/terms.ts';
import type { AskHub } from './ask-hub.ts';
import type { ReviewScope } from './choose-scope.ts';
import { ItemsQuery, RoundsQuery } from './queries.ts';
import { readPages } from './read-pages.ts';

type RoundNode = NonNullable<ResultOf<typeof RoundsQuery>['page']['edges'][number]>['node'];
type ItemNode = NonNullable<ResultOf<typeof ItemsQuery>['page']['edges'][number]>['node'];

/** The rounds whose findings were given by the end of the year, oldest first, with the year's items. */
export async function readRounds(
  ask: AskHub,
  scope: ReviewScope,
  year: number,
  onItems: (read: number, of: number) => void,
): Promise<ReviewRound[]> {
  const all = await readPages(ask, RoundsQuery, {});
  const counted = all
    .filter(
      ({ inspectedOrganization }) => scope.inspectedIds?.has(inspectedOrganization.id) ?? true,
    )
    .filter(({ feedbackOn }) => feedbackOn === null || feedbackOn <= `${year}-12-31`)
    .sort((a, b) => compare(a.feedbackOn ?? '', b.feedbackOn ?? '') || compare(a.code, b.code));
  const rounds: ReviewRound[] = [];
  for (const round of counted) {
    const filter = { roundId: round.id, responsibleUnitId: scope.responsibleUnitId };
    const items = await readPages(ask, ItemsQuery, { filter }, onItems);
    const placed = items
      .map((node) => ({ areaId: node.area.id, item: toItem(node) }))
      .filter(({ item }) => belongsToYear(item, year));
    if (placed.length > 0) rounds.push(toRound(round, placed));
  }
  return rounds;
}

function toRound(
  node: RoundNode,
  placed: readonly { areaId: string; item: ReviewItem }[],
): ReviewRound {
  const { inspectedOrganization, notice, leadingGroup, plans, areas, ...facts } = node;
  return {
    ...facts,
    inspectedOrganization: { code: inspectedOrganization.code, name: inspectedOrganization.name },
    leadingGroup: leadingGroup.map(({ post, person }) => ({
      post,
      name: person.displayName,
      position: person.position,
    })),
    plans: plans.map(({ title, status, approvedOn }) => ({
      title,
      isApproved: status === 'APPROVED',
      approvedOn,
    })),
    contacts: readContacts(notice?.contacts),
    areas: areas
      .map(({ id, ordinal, title }) => ({
        ordinal,
        title,
        items: placed
          .filter(({ areaId }) => areaId === id)
          .map(({ item }) => item)
          .sort((a, b) => a.ordinal - b.ordinal),
      }))
      .filter(({ items }) => items.length > 0),
  };
}

function toItem({
  area: _area,
  responsibleUnit,
  leadLeader,
  evidence,
  ...facts
}: ItemNode): ReviewItem {
  return {
    ...facts,
    responsibleUnit: responsibleUnit?.name ?? null,
    leadLeader: leadLeader?.displayName ?? null,
    acceptedEvidenceCount: evidence.filter(({ status }) => status === 'ACCEPTED').length,
  };
}

/** The notice's contacts come as JSON; what has not the known shape is passed over. */
function readContacts(contacts: unknown): ReviewContact[] {
  if (!Array.isArray(contacts)) return [];
  return contacts.flatMap((contact: unknown) => {
    const { kind, value } = (contact ?? {}) as { kind?: unknown; value?: unknown };
    const isKnown = typeof kind === 'string' && kind in CONTACT && typeof value === 'string';
    return isKnown ? [{ kind: kind as ContactKind, value }] : [];
  });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
