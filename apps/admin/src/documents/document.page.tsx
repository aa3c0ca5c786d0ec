import { PlusOutlined } from '@ant-design/icons';
import { graphql, type ResultOf } from '@taizhang/client';
import {
  DemoTag,
  EmptyState,
  ErrorState,
  Facts,
  LoadingState,
  NotFoundState,
  PageHeading,
  Panel,
  StatusTag,
  ToneTag,
  useFormat,
  useLanguage,
  useTerm,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { SourceQuote } from '../items/source-quote.tsx';
import { ActionList } from '../actions/action-list.tsx';
import { mayDo } from '../actions/may-do.ts';
import { HistoryList } from '../items/history-panel.tsx';
import { AddVersionDialog } from './add-version-dialog.tsx';
import { CompareVersions } from './compare-versions.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { DocumentStatus } from './document-status.tsx';
import { IssueDocumentDialog } from './issue-document-dialog.tsx';
import '../items/item-page.css';
import { useActionLabel } from '../actions/use-action-label.ts';
import { historyEntryFragment } from '../items/history-entry.fragment.ts';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

const documentPageQuery = graphql(
  `
    query AdminDocumentPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on InstitutionalDocument {
          id
          title
          status
          statusIsReported
          provenance
          provenanceNote
          version
          organization {
            name
          }
          responsibleUnit {
            id
            name
            isDisabled
          }
          allowedActions {
            ...OfferedAction
          }
          consultations {
            ordinal
            closesOn
            commentCount
          }
          history(first: 50) {
            totalCount
            edges {
              node {
                ...HistoryEntry
              }
            }
          }
          versions {
            id
            ordinal
            status
            documentNumber
            issuedOn
            effectiveOn
            summary
            text
            provenance
          }
          actions {
            id
            action
            actedOn
            provenance
            source {
              start
              end
              excerpt
            }
            item {
              id
              code
              title
              status
            }
            measure {
              ordinal
            }
          }
        }
      }
    }
  `,
  [allowedActionFragment, historyEntryFragment],
);

type Document = Extract<
  NonNullable<ResultOf<typeof documentPageQuery>['node']>,
  { __typename: 'InstitutionalDocument' }
>;

/** 制度文件: one title, its versions, and what was done with it for which item. */
export function DocumentPage() {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({ query: documentPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={8} />;
  const document = data.node;
  if (document?.__typename !== 'InstitutionalDocument') return <NotFoundState />;
  const texts = document.versions.filter(({ text }) => text).map(({ ordinal }) => ordinal);
  return (
    <>
      <title>{`${document.title} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/documents">{t('documents.title')}</Link>
      </p>
      <PageHeading
        title={`《${document.title}》`}
        subtitle={
          <span className="tag-row">
            <DocumentStatus status={document.status} isReported={document.statusIsReported} />
            <DemoTag provenance={document.provenance} />
            {document.provenanceNote ? (
              <span className="faint">{pick(document.provenanceNote)}</span>
            ) : null}
          </span>
        }
      />
      <div className="item-columns">
        <div className="item-main">
          <Versions document={document} onReload={refresh} />
          {texts.length > 1 ? <CompareVersions id={document.id} ordinals={texts} /> : null}
          <ServedItems document={document} />
        </div>
        <div className="item-side">
          <DocumentActions document={document} onReload={refresh} />
          <DocumentFacts document={document} onReload={refresh} />
          <HistoryList history={document.history} />
        </div>
      </div>
    </>
  );
}

function DocumentActions({ document, onReload }: { document: Document; onReload: () => void }) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const format = useFormat();
  const [issuing, setIssuing] = useState(false);
  return (
    <Panel title={t('documentSteps.actions')}>
      {mayDo(document, 'issueInstitutionalDocument') ? (
        <Button type="primary" onClick={() => setIssuing(true)}>
          {label('issueInstitutionalDocument')}
        </Button>
      ) : null}
      <ActionList
        actions={document.allowedActions}
        target={{ id: document.id, version: document.version, label: `《${document.title}》` }}
        onReload={onReload}
      />
      {document.consultations.map((draft) => (
        <p key={`${draft.ordinal} ${draft.closesOn}`} className="faint">
          {t('documentSteps.consultations')} ·{' '}
          {t('documentSteps.consultation', {
            ordinal: draft.ordinal,
            date: format.date(draft.closesOn),
          })}{' '}
          ·{' '}
          {draft.commentCount === null
            ? t('documentSteps.open')
            : t('documentSteps.comments', { count: draft.commentCount })}
        </p>
      ))}
      {issuing ? (
        <IssueDocumentDialog
          document={document}
          onClose={() => setIssuing(false)}
          onReload={onReload}
        />
      ) : null}
    </Panel>
  );
}

function Versions({ document, onReload }: { document: Document; onReload: () => void }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      flush
      title={t('documents.versions')}
      extra={
        mayDo(document, 'addDocumentVersion') ? (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('documents.addVersion')}
          </Button>
        ) : null
      }
    >
      {document.versions.length === 0 ? (
        <EmptyState compact title={t('documents.versionsEmpty')}>
          {t('documents.versionsEmptyBody')}
        </EmptyState>
      ) : (
        <ul className="follow">
          {document.versions.map((version) => (
            <li key={version.id}>
              <ToneTag tone="info">
                {t('documents.versionOrdinal', { ordinal: version.ordinal })}
              </ToneTag>
              <div>
                <Facts
                  facts={[
                    { label: t('documents.number'), value: version.documentNumber },
                    {
                      label: t('documents.issuedOn'),
                      value: version.issuedOn && format.date(version.issuedOn),
                    },
                    {
                      label: t('documents.effectiveOn'),
                      value: version.effectiveOn && format.date(version.effectiveOn),
                    },
                  ]}
                />
                {version.summary ? <p className="version-summary">{version.summary}</p> : null}
                {version.text ? (
                  <details className="source-quote">
                    <summary>{t('documents.showText')}</summary>
                    <blockquote>{version.text}</blockquote>
                  </details>
                ) : null}
                <DemoTag provenance={version.provenance} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <AddVersionDialog record={document} onClose={() => setAdding(false)} onReload={onReload} />
      ) : null}
    </Panel>
  );
}

function ServedItems({ document }: { document: Document }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  return (
    <Panel flush title={t('documents.serves')}>
      {document.actions.length === 0 ? (
        <EmptyState compact title={t('documents.servesEmpty')} />
      ) : null}
      <ul className="follow">
        {document.actions.map((action) => (
          <li key={action.id}>
            <ToneTag tone={action.action === 'MENTION' ? 'muted' : 'info'}>
              {term('DocumentActionKind', action.action)}
            </ToneTag>
            <div>
              <p className="tag-row">
                {action.item ? (
                  <>
                    <span className="ledger-code tz-number">{action.item.code}</span>
                    <StatusTag kind="ItemStatus" value={action.item.status} />
                  </>
                ) : null}
                {action.measure ? (
                  <span className="faint">
                    {t('common.ordinal', { ordinal: action.measure.ordinal })}
                  </span>
                ) : null}
                {action.actedOn ? <span className="faint tz-number">{action.actedOn}</span> : null}
                <DemoTag provenance={action.provenance} />
              </p>
              {action.item ? (
                <Link to={`/items/${action.item.id}`}>{action.item.title}</Link>
              ) : (
                <p className="faint">{t('documents.servesEmpty')}</p>
              )}
              {action.source ? <SourceQuote source={action.source} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
