import { graphql, type ResultOf } from '@taizhang/client';
import { useQuery } from 'urql';
import { useScope } from './use-scope.ts';

const scopeChoicesQuery = graphql(`
  query ScopeChoices {
    inspectionRounds(first: 100) {
      edges {
        node {
          id
          title
          inspectedFrom
          feedbackOn
          provenance
          inspectedOrganization {
            id
            name
          }
        }
      }
    }
  }
`);

type Choices = ResultOf<typeof scopeChoicesQuery>;
export type RoundChoice = NonNullable<Choices['inspectionRounds']>['edges'][number]['node'];
export type OrganizationChoice = RoundChoice['inspectedOrganization'];

export interface ScopeChoices {
  rounds: RoundChoice[];
  /** Those inspected in some visible round; figures are cut by no others. */
  organizations: OrganizationChoice[];
  /** The round that the address names, if the viewer may see it. */
  round: RoundChoice | undefined;
  organization: OrganizationChoice | undefined;
  /** Some round behind the figures on screen holds demonstration data. */
  showsDemo: boolean;
}

export function useScopeChoices(): ScopeChoices {
  const scope = useScope();
  const [{ data }] = useQuery({ query: scopeChoicesQuery });
  const rounds = data?.inspectionRounds?.edges.map(({ node }) => node) ?? [];
  const byId = new Map(rounds.map(({ inspectedOrganization: one }) => [one.id, one]));
  const organizations = [...byId.values()];
  const shown = scope.roundId ? rounds.filter(({ id }) => id === scope.roundId) : rounds;
  return {
    rounds,
    organizations,
    round: rounds.find(({ id }) => id === scope.roundId),
    organization: organizations.find(({ id }) => id === scope.organizationId),
    showsDemo: shown.some(({ provenance }) => provenance === 'DEMO'),
  };
}
