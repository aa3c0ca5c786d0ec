import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import { DemoTag, EmptyState, OverdueTag, Panel, StatusTag, useFormat } from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewerMay } from '../session/use-session.ts';
import { ActionList } from '../actions/action-list.tsx';
import { AddMeasureDialog } from './add-measure-dialog.tsx';
import { EditMeasureDialog } from './edit-measure-dialog.tsx';
import { itemMeasuresFragment } from './measures-panel.fragment.ts';
import { SourceQuote } from './source-quote.tsx';
import { usePersonName } from '../people/use-person-name.ts';
import { mayDo } from '../actions/may-do.ts';
import { useActionLabel } from '../actions/use-action-label.ts';

export interface MeasuresPanelProps {
  item: FragmentOf<typeof itemMeasuresFragment>;
  mayAdd: boolean;
  onReload(): void;
}

type Measure = ResultOf<typeof itemMeasuresFragment>['measures'][number];

export function MeasuresPanel(props: MeasuresPanelProps) {
  const { t } = useTranslation('admin');
  const item = readFragment(itemMeasuresFragment, props.item);
  const [adding, setAdding] = useState(false);
  const add = props.mayAdd ? (
    <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('item.addMeasure')}
    </Button>
  ) : null;
  return (
    <Panel flush title={t('item.measures')} extra={add}>
      {item.measures.length === 0 ? (
        <EmptyState compact title={t('item.measureEmpty')}>
          {props.mayAdd ? t('item.measureEmptyBody') : null}
        </EmptyState>
      ) : (
        <ol className="measures">
          {item.measures.map((measure) => (
            <MeasureRow
              key={measure.id}
              measure={measure}
              others={item.measures.filter(({ id }) => id !== measure.id)}
              onReload={props.onReload}
            />
          ))}
        </ol>
      )}
      {adding ? <AddMeasureDialog itemId={item.id} onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

interface MeasureRowProps {
  measure: Measure;
  others: readonly Measure[];
  onReload(): void;
}

function MeasureRow({ measure, others, onReload }: MeasureRowProps) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const nameOf = usePersonName();
  const mayKeepUp = useViewerMay('addStandingMechanism');
  const format = useFormat();
  const signed = (by: { displayName: string } | null, at: string | null) =>
    by && at ? { name: by.displayName, at: format.dateTime(at) } : null;
  const submitted = signed(measure.submittedBy, measure.submittedAt);
  const accepted = signed(measure.acceptedBy, measure.acceptedAt);
  const [editing, setEditing] = useState(false);
  return (
    <li className="measure">
      <span className="measure-ordinal tz-number" aria-hidden="true">
        {measure.ordinal}
      </span>
      <div className="measure-body">
        <p className="measure-text">{measure.text}</p>
        <div className="measure-marks">
          <StatusTag kind="MeasureStatus" value={measure.status} />
          {measure.dueOn ? (
            <span className="tz-number">{format.shortDate(measure.dueOn)}</span>
          ) : null}
          <OverdueTag isOverdue={measure.isOverdue} />
          <span>
            {[nameOf(measure.owner), nameOf(measure.responsibleUnit)].filter(Boolean).join(' · ')}
          </span>
          <DemoTag provenance={measure.provenance} />
          {mayDo(measure, 'editMeasure') ? (
            <Button
              size="small"
              type="text"
              icon={<EditOutlined />}
              aria-label={label('editMeasure')}
              title={label('editMeasure')}
              onClick={() => setEditing(true)}
            />
          ) : null}
          {mayKeepUp ? (
            <Link to={`/mechanisms/new?measure=${measure.id}`}>{t('mechanisms.fromMeasure')}</Link>
          ) : null}
          <ActionList
            compact
            actions={measure.allowedActions}
            target={{ id: measure.id, version: measure.version, label: measure.text }}
            replacements={others.map(({ id, ordinal, text }) => ({
              value: id,
              label: `${ordinal}. ${text}`,
            }))}
            onReload={onReload}
          />
        </div>
        {measure.returnReason ? (
          <p className="measure-returned">
            {t('item.returned')}：{measure.returnReason}
          </p>
        ) : null}
        {measure.progress ? (
          <p className="measure-note">
            <span>{t('item.progress')}</span>
            {measure.progress}
          </p>
        ) : null}
        {submitted ? <p className="faint">{t('item.submittedBy', submitted)}</p> : null}
        {accepted ? <p className="faint">{t('item.acceptedBy', accepted)}</p> : null}
        {measure.source ? <SourceQuote source={measure.source} /> : null}
        {editing ? (
          <EditMeasureDialog
            record={measure}
            onClose={() => setEditing(false)}
            onReload={onReload}
          />
        ) : null}
      </div>
    </li>
  );
}
