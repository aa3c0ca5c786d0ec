import type { ReviewOrganization } from '../review/annual-review.type.ts';
import { EXIT, ReviewError } from '../review-error.ts';
import type { AskHub } from './ask-hub.ts';
import { OrganizationsQuery } from './queries.ts';
import { readPages } from './read-pages.ts';

/** Whose year it is. */
export interface ReviewScope {
  readonly organization: ReviewOrganization | null;
  /** Inspected organizations whose rounds count; null for all that are visible. */
  readonly inspectedIds: ReadonlySet<string> | null;
  /** Set when the organization is a section of a bureau: only what it is responsible for. */
  readonly responsibleUnitId: string | null;
}

/**
 * Finds an organization by its code. A district or bureau stands for itself and all below it, a unit
 * for its share of the rounds of the bureaus above it.
 *
 * @throws ReviewError when no visible organization has the code.
 */
export async function chooseScope(ask: AskHub, code: string | null): Promise<ReviewScope> {
  if (code === null) return { organization: null, inspectedIds: null, responsibleUnitId: null };
  const organizations = await readPages(ask, OrganizationsQuery, {});
  const chosen = organizations.find((organization) => organization.code === code);
  if (!chosen) {
    throw new ReviewError(`没有代码为 ${code} 的组织`, `no organization has the code ${code}`, {
      exitCode: EXIT.usage,
    });
  }
  const parentOf = new Map(organizations.map(({ id, parent }) => [id, parent?.id ?? null]));
  const ancestors = (id: string): string[] => {
    const path = [id];
    for (let at = parentOf.get(id); at && !path.includes(at); at = parentOf.get(at)) path.push(at);
    return path;
  };
  const isUnit = chosen.kind === 'UNIT';
  const below = organizations.filter(({ id }) => ancestors(id).includes(chosen.id));
  return {
    organization: { code: chosen.code, name: chosen.name },
    inspectedIds: new Set(isUnit ? ancestors(chosen.id) : below.map(({ id }) => id)),
    responsibleUnitId: isUnit ? chosen.id : null,
  };
}
