import { graphql, type ResultOf } from '@taizhang/client';
import { ErrorState, LoadingState, Panel } from '@taizhang/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import './compare-versions.css';

const compareVersionsQuery = graphql(`
  query AdminCompareVersions($id: ID!, $before: Int!, $after: Int!) {
    node(id: $id) {
      __typename
      ... on InstitutionalDocument {
        id
        compareVersions(before: $before, after: $after) {
          kind
          before {
            text
            isChanged
          }
          after {
            text
            isChanged
          }
        }
      }
    }
  }
`);

type Node = NonNullable<ResultOf<typeof compareVersionsQuery>['node']>;
type Rows = NonNullable<Extract<Node, { __typename: 'InstitutionalDocument' }>['compareVersions']>;
type Segments = Rows[number]['before'];

export interface CompareVersionsProps {
  id: string;
  /** The versions that have a text, newest first; at least two. */
  ordinals: readonly number[];
}

/** Two versions side by side; on a narrow screen one above the other. */
export function CompareVersions({ id, ordinals }: CompareVersionsProps) {
  const { t } = useTranslation('admin');
  const [after, setAfter] = useState(ordinals[0]!);
  const [before, setBefore] = useState(ordinals[1]!);
  const [{ data, error }, ask] = useQuery({
    query: compareVersionsQuery,
    variables: { id, before, after },
  });
  const choices = ordinals.map((ordinal) => ({
    value: ordinal,
    label: t('documents.versionOrdinal', { ordinal }),
  }));
  const rows =
    data?.node?.__typename === 'InstitutionalDocument' ? data.node.compareVersions : undefined;
  return (
    <Panel title={t('documentSteps.compare')}>
      <div className="compare-heads">
        <Select
          aria-label={t('documentSteps.earlier')}
          value={before}
          options={choices}
          onChange={setBefore}
        />
        <Select
          aria-label={t('documentSteps.later')}
          value={after}
          options={choices}
          onChange={setAfter}
        />
      </div>
      {error && !rows ? (
        <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      ) : null}
      {!data && !error ? <LoadingState rows={4} /> : null}
      {rows?.map((row, index) => (
        <div key={index} className={`compare-row compare-${row.kind.toLowerCase()}`}>
          <Side segments={row.before} as="del" />
          <Side segments={row.after} as="ins" />
        </div>
      ))}
    </Panel>
  );
}

/** Struck through or underlined, and named to a screen reader: never by colour alone. */
function Side({ segments, as: Mark }: { segments: Segments; as: 'del' | 'ins' }) {
  return (
    <p>
      {segments.map(({ text, isChanged }, index) =>
        isChanged ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
      )}
    </p>
  );
}
