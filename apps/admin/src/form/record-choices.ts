import { graphql, type ResultOf } from '@taizhang/client';
import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { usePersonName } from '../people/use-person-name.ts';
import type { Choice } from './choice-field.tsx';

const recordChoicesQuery = graphql(`
  query AdminRecordChoices($organizationsAfter: String, $peopleAfter: String) {
    organizations(first: 100, after: $organizationsAfter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        kind
        isDisabled
      }
    }
    people(first: 100, after: $peopleAfter, filter: { includeDisabled: true }) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        displayName
        isDisabled
        position
        organization {
          shortName
          name
        }
      }
    }
  }
`);

type Page = ResultOf<typeof recordChoicesQuery>;
interface Found {
  organizations: NonNullable<Page['organizations']>['nodes'];
  people: NonNullable<Page['people']>['nodes'];
}

export interface RecordChoices {
  units: Choice[];
  /** The bureaus that can be inspected, by code. */
  organizations: Choice[];
  /** The same bureaus, by id. */
  bureaus: Choice[];
  people: Choice[];
  fetching: boolean;
}

/** The organizations and people that a form or filter can name. */
export function useRecordChoices(): RecordChoices {
  const client = useClient();
  const nameOf = usePersonName();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isShown = true;
    void readEveryPage(client).then((all) => {
      if (isShown) setFound(all);
    });
    return () => {
      isShown = false;
    };
  }, [client]);
  const { organizations, people } = found ?? { organizations: [], people: [] };
  const bureaus = organizations.filter(({ kind }) => kind === 'BUREAU');
  const choiceOf = (organization: Found['organizations'][number]) => ({
    value: organization.id,
    label: nameOf(organization) ?? '',
    // Shown where it is named already, but not to be chosen.
    disabled: organization.isDisabled,
  });
  return {
    fetching: found === null,
    units: organizations.map(choiceOf),
    organizations: bureaus.map(({ code, name }) => ({ value: code, label: name })),
    bureaus: bureaus.map(choiceOf),
    people: people.map((person) => ({
      value: person.id,
      // Shown where they are named already, but not to be chosen.
      disabled: person.isDisabled,
      label: [
        nameOf(person),
        person.position === person.displayName ? null : person.position,
        person.organization?.shortName ?? person.organization?.name,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}

/** What could not be read is left out: a form says so when it is sent without it. */
async function readEveryPage(client: Client): Promise<Found> {
  const found: Found = { organizations: [], people: [] };
  let cursors: Cursors | null = {};
  while (cursors) {
    const { data }: { data?: Page | undefined } = await client
      .query(recordChoicesQuery, cursors)
      .toPromise();
    found.organizations.push(...(data?.organizations?.nodes ?? []));
    found.people.push(...(data?.people?.nodes ?? []));
    const next = nextCursors(data);
    cursors = next && { ...cursors, ...next };
  }
  return found;
}

interface Cursors {
  organizationsAfter?: string;
  peopleAfter?: string;
}

/** Where each list goes on; the end of one that is read is asked for once more and answers with nothing. */
function nextCursors(data: Page | undefined): Cursors | null {
  const pages = [data?.organizations?.pageInfo, data?.people?.pageInfo];
  if (!pages.some((page) => page?.hasNextPage)) return null;
  const [organizationsAfter, peopleAfter] = pages.map((page) => page?.endCursor);
  return {
    ...(organizationsAfter && { organizationsAfter }),
    ...(peopleAfter && { peopleAfter }),
  };
}
