import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import { EmptyState, StatusTag, ToneTag, useFormat } from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionList } from '../actions/action-list.tsx';
import { mayDo } from '../actions/may-do.ts';
import { useActionLabel } from '../actions/use-action-label.ts';
import { CompleteDialog, type CompletedMechanism } from './complete-dialog.tsx';
import { occurrenceFragment } from './occurrence.fragment.ts';

interface OccurrenceListProps {
  mechanism: CompletedMechanism;
  occurrences: readonly FragmentOf<typeof occurrenceFragment>[];
  empty: string;
  onReload(): void;
}

export type Occurrence = ResultOf<typeof occurrenceFragment>;

/** Occurrences with what may be done to each. */
export function OccurrenceList({ mechanism, occurrences, empty, onReload }: OccurrenceListProps) {
  const rows = occurrences.map((occurrence) => readFragment(occurrenceFragment, occurrence));
  if (!rows.length) return <EmptyState compact title={empty} />;
  return (
    <ul className="occurrences">
      {rows.map((row) => (
        <OccurrenceRow key={row.id} mechanism={mechanism} row={row} onReload={onReload} />
      ))}
    </ul>
  );
}

function OccurrenceRow({
  mechanism,
  row,
  onReload,
}: {
  mechanism: CompletedMechanism;
  row: Occurrence;
  onReload(): void;
}) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const format = useFormat();
  const [completing, setCompleting] = useState(false);
  const hasGrace = row.graceEndsOn !== row.dueOn;
  return (
    <li>
      <div className="tag-row">
        <strong>{t('mechanisms.dueOn', { day: format.date(row.dueOn) })}</strong>
        <StatusTag kind="OccurrenceStatus" value={row.status} />
        {row.isLate ? <ToneTag tone="waiting">{t('mechanisms.legend.late')}</ToneTag> : null}
        {row.isProvisional ? <ToneTag tone="neutral">{t('mechanisms.provisional')}</ToneTag> : null}
        {row.isMoved || row.slotOn !== row.dueOn ? (
          <span className="faint">
            {t(row.isMoved ? 'mechanisms.movedFrom' : 'mechanisms.offFrom', {
              day: format.date(row.slotOn),
            })}
          </span>
        ) : null}
        {hasGrace && row.status === 'DUE' ? (
          <span className="faint">
            {t('mechanisms.graceUntil', { day: format.date(row.graceEndsOn) })}
          </span>
        ) : null}
      </div>
      {row.fact ? (
        <p className="occurrence-reason">
          {t('mechanisms.startedBy', {
            title: row.fact.title,
            day: format.date(row.fact.happenedOn),
          })}
        </p>
      ) : null}
      {row.doneOn ? (
        <p className="occurrence-reason">
          {t(row.status === 'MISSED' ? 'mechanisms.madeUpOn' : 'mechanisms.doneOn', {
            day: format.date(row.doneOn),
            by: row.doneBy?.displayName ?? t('mechanisms.byTraining'),
          })}
        </p>
      ) : null}
      {row.note ? <p className="occurrence-reason">{row.note}</p> : null}
      {row.reason ? (
        <p className="occurrence-reason faint">
          {t('mechanisms.reason')}：{row.reason}
        </p>
      ) : null}
      <Proofs row={row} />
      <div className="occurrence-actions">
        {mayDo(row, 'completeOccurrence') ? (
          <Button
            type={row.status === 'DUE' ? 'primary' : 'default'}
            size="small"
            onClick={() => setCompleting(true)}
          >
            {label('completeOccurrence')}
          </Button>
        ) : null}
        <ActionList
          compact
          actions={row.allowedActions}
          target={{ id: row.id, version: row.version, label: `${mechanism.title} ${row.dueOn}` }}
          onReload={onReload}
        />
      </div>
      {completing ? (
        <CompleteDialog
          mechanism={mechanism}
          record={row}
          onClose={() => setCompleting(false)}
          onReload={onReload}
        />
      ) : null}
    </li>
  );
}

function Proofs({ row }: { row: Occurrence }) {
  const { t } = useTranslation('admin');
  const shown = row.proofs.flatMap(({ training, document, evidence }) =>
    training
      ? [{ to: `/trainings/${training.id}`, text: training.topic }]
      : document
        ? [{ to: `/documents/${document.id}`, text: `《${document.title}》` }]
        : evidence
          ? [{ to: `/items/${evidence.item.id}`, text: evidence.fileName }]
          : [],
  );
  if (!shown.length) return null;
  return (
    <p className="occurrence-proofs">
      <span className="faint">{t('mechanisms.proofs')}</span>
      {shown.map(({ to, text }) => (
        <Link key={to + text} to={to}>
          {text}
        </Link>
      ))}
    </p>
  );
}
