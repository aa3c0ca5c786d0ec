import { readFragment, type FragmentOf } from '@taizhang/client';
import { DemoTag, EmptyState, Panel, StatusTag, ToneTag, useTerm } from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useViewerMay } from '../session/use-session.ts';
import { itemLinksFragment } from './links-panel.fragment.ts';

interface LinksProps {
  item: FragmentOf<typeof itemLinksFragment>;
}

/** The documents that were revised, established or named for this item. */
export function DocumentsPanel(props: LinksProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const navigate = useNavigate();
  const mayAdd = useViewerMay('addInstitutionalDocument');
  const { id, documentActions } = readFragment(itemLinksFragment, props.item);
  return (
    <Panel
      flush
      title={t('item.documents')}
      extra={
        mayAdd ? (
          <Button size="small" onClick={() => void navigate(`/documents/new?item=${id}`)}>
            {t('documents.add')}
          </Button>
        ) : null
      }
    >
      {documentActions.length === 0 ? (
        <EmptyState compact title={t('item.documentsEmpty')} />
      ) : (
        <ul className="links">
          {documentActions.map(
            ({ id: actionId, action, actedOn, document, measure, provenance }) => (
              <li key={actionId}>
                <ToneTag tone="neutral">{term('DocumentActionKind', action)}</ToneTag>
                <Link to={`/documents/${document.id}`}>《{document.title}》</Link>
                <span className="links-end">
                  {measure ? (
                    <span className="faint">
                      {t('common.ordinal', { ordinal: measure.ordinal })}
                    </span>
                  ) : null}
                  {actedOn ? <span className="faint tz-number">{actedOn}</span> : null}
                  {document.status ? (
                    <StatusTag kind="DocumentStatus" value={document.status} />
                  ) : null}
                  <DemoTag provenance={provenance} />
                </span>
              </li>
            ),
          )}
        </ul>
      )}
    </Panel>
  );
}

/** The trainings, meetings and studies held for this item. */
export function TrainingsPanel(props: LinksProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const navigate = useNavigate();
  const mayRecord = useViewerMay('recordTraining');
  const { id, trainings } = readFragment(itemLinksFragment, props.item);
  return (
    <Panel
      flush
      title={t('item.trainings')}
      extra={
        mayRecord ? (
          <Button size="small" onClick={() => void navigate(`/trainings/new?item=${id}`)}>
            {t('trainings.record')}
          </Button>
        ) : null
      }
    >
      {trainings.length === 0 ? (
        <EmptyState compact title={t('item.trainingsEmpty')} />
      ) : (
        <ul className="links">
          {trainings.map((training) => (
            <li key={training.id}>
              <ToneTag tone="neutral">{term('TrainingKind', training.kind)}</ToneTag>
              <Link to={`/trainings/${training.id}`}>{training.topic}</Link>
              <span className="links-end">
                {training.heldOn ? (
                  <span className="faint tz-number">{training.heldOn}</span>
                ) : null}
                <DemoTag provenance={training.provenance} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
