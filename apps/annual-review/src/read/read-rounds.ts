import type { ResultOf } from '@taizhang/client';
import type {
  ContactKind,
  ReviewContact,
  ReviewItem,
  ReviewRound,
} from '../review/annual-review.type.ts';
import { readDetails } from '../review/item-details.ts';
import { belongsToYear } from '../review/item-outcome.ts';
import { CONTACT } from '../review/terms.ts';
import type { AskHub } from './ask-hub.ts';
import type { ReviewScope } from './choose-scope.ts';
import { ItemsQuery, RoundsQuery } from './queries.ts';
import { readPages } from './read-pages.ts';

type RoundNode = NonNullable<ResultOf<typeof RoundsQuery>['page']>['nodes'][number];
type ItemNode = NonNullable<ResultOf<typeof ItemsQuery>['page']>['nodes'][number];

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
    const unit = scope.responsibleUnitId ? { responsibleUnitId: [scope.responsibleUnitId] } : {};
    const filter = { roundId: [round.id], ...unit };
    const items = await readPages(ask, ItemsQuery, { filter }, onItems);
    const placed = items
      .map((node) => ({ areaId: node.area.id, item: toItem(node) }))
      .filter(({ item }) => belongsToYear(item, year));
    if (placed.length > 0) rounds.push(toRound(round, placed));
  }
  return rounds;
}

// Field by field: the client adds `__typename` to every object, which is no part of the model.
function toRound(
  node: RoundNode,
  placed: readonly { areaId: string; item: ReviewItem }[],
): ReviewRound {
  const { inspectedOrganization } = node;
  return {
    id: node.id,
    code: node.code,
    kind: node.kind,
    title: node.title,
    inspectedOrganization: { code: inspectedOrganization.code, name: inspectedOrganization.name },
    inspectionTeam: node.inspectionTeam,
    inspectedFrom: node.inspectedFrom,
    inspectedTo: node.inspectedTo,
    feedbackOn: node.feedbackOn,
    leadingGroup: node.leadingGroup.map(({ post, person }) => ({
      post,
      name: person.displayName,
      position: person.position,
    })),
    plans: node.plans.map(({ title, status, approvedOn }) => ({
      title,
      isApproved: status === 'APPROVED',
      approvedOn,
    })),
    contacts: readContacts(node.notice?.contacts),
    areas: node.areas
      .map(({ id, ordinal, title }) => ({
        ordinal,
        title,
        items: placed
          .filter(({ areaId }) => areaId === id)
          .map(({ item }) => item)
          .sort((a, b) => a.ordinal - b.ordinal),
      }))
      .filter(({ items }) => items.length > 0),
    provenance: node.provenance,
  };
}

function toItem(node: ItemNode): ReviewItem {
  return {
    id: node.id,
    code: node.code,
    ordinal: node.ordinal,
    title: node.title,
    type: node.type,
    fields: readDetails(node.describedValues),
    status: node.status,
    dueOn: node.dueOn,
    firstDueOn: node.firstDueOn,
    closedOn: node.closedOn,
    reviewOn: node.reviewOn,
    responsibleUnit: node.responsibleUnit?.name ?? null,
    leadLeader: node.leadLeader?.displayName ?? null,
    acceptedEvidenceCount: node.evidence.totalCount,
    measures: node.measures.map(({ ordinal, text, status }) => ({ ordinal, text, status })),
    provenance: node.provenance,
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
