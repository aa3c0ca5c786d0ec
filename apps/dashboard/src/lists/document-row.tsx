import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { DemoTag, StatusTag, useFormat, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { AdminItemLink } from './admin-link.tsx';

export const documentRowFragment = graphql(`
  fragment DocumentRow on InstitutionalDocument {
    id
    title
    status
    statusIsReported
    provenance
    responsibleUnit {
      name
    }
    actions {
      id
      action
      actedOn
      item {
        id
        code
        title
      }
    }
  }
`);

export function DocumentRow(props: { document: FragmentOf<typeof documentRowFragment> }) {
  const document = readFragment(documentRowFragment, props.document);
  const { t } = useTranslation('dashboard');
  const unknown = useTranslation('ui').t('unknown');
  const term = useTerm();
  const format = useFormat();
  const items = new Map(
    document.actions.flatMap(({ item }) => (item ? [[item.id, item] as const] : [])),
  );
  return (
    <tr role="row">
      <td role="cell" className="db-main">
        {t('documentList.name', { title: document.title })}{' '}
        <DemoTag provenance={document.provenance} />
      </td>
      <td role="cell" className="tz-number">
        {document.actions.map(({ id, action, actedOn }) => (
          <span className="db-line" key={id}>
            {term('DocumentActionKind', action)}{' '}
            <span className="db-faint">
              {actedOn ? format.shortDate(actedOn) : t('months.undated')}
            </span>
          </span>
        ))}
      </td>
      <td role="cell" className="db-items">
        {[...items.values()].map((item) => (
          <span className="db-line" key={item.id}>
            <AdminItemLink id={item.id} title={item.title} />
          </span>
        ))}
      </td>
      <td role="cell">{document.responsibleUnit?.name ?? unknown}</td>
      <td role="cell" className="db-tags">
        {document.status ? <StatusTag kind="DocumentStatus" value={document.status} /> : unknown}{' '}
        {document.statusIsReported ? (
          <span className="db-faint">{t('documentList.reported')}</span>
        ) : null}
      </td>
    </tr>
  );
}
