import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import { Panel, ToneTag } from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedAction } from '../actions/allowed-action.fragment.ts';
import { ActionList } from '../actions/action-list.tsx';
import { useSession, useViewerMay } from '../session/use-session.ts';
import { AddEvaluationDialog, EditEvaluationDialog } from './evaluation-dialogs.tsx';
import { lookBackFragment } from './look-back-panel.fragment.ts';
import { ScorecardDialog } from './scorecard-dialog.tsx';
import './look-back.css';
import { useActionLabel } from '../actions/use-action-label.ts';

interface EvaluationsPanelProps {
  round: FragmentOf<typeof lookBackFragment>;
  onReload(): void;
}

const may = (actions: readonly AllowedAction[], action: string) =>
  actions.some((one) => one.action === action && one.allowed);

/** 成效评估: each by its scorecard, and making another. */
export function EvaluationsPanel(props: EvaluationsPanelProps) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { organization } = useSession().viewer;
  const mayAddScorecard = useViewerMay('addScorecard');
  const [open, setOpen] = useState<'evaluation' | 'scorecard' | null>(null);
  const round = readFragment(lookBackFragment, props.round);
  const close = () => setOpen(null);
  return (
    <Panel
      title={t('lookBack.evaluations')}
      extra={
        <>
          {mayAddScorecard && organization ? (
            <Button size="small" onClick={() => setOpen('scorecard')}>
              {label('addScorecard')}
            </Button>
          ) : null}
          {may(round.allowedActions, 'addEffectivenessEvaluation') ? (
            <Button size="small" onClick={() => setOpen('evaluation')}>
              {label('addEffectivenessEvaluation')}
            </Button>
          ) : null}
        </>
      }
    >
      {round.evaluations.length === 0 ? (
        <p className="faint">{t('lookBack.evaluationsEmpty')}</p>
      ) : null}
      <ul className="look-back-list">
        {round.evaluations.map((evaluation) => (
          <Evaluation key={evaluation.id} evaluation={evaluation} onReload={props.onReload} />
        ))}
      </ul>
      {open === 'scorecard' && organization ? (
        <ScorecardDialog organizationId={organization.id} onClose={close} onDone={props.onReload} />
      ) : null}
      {open === 'evaluation' ? (
        <AddEvaluationDialog round={round} onClose={close} onDone={props.onReload} />
      ) : null}
    </Panel>
  );
}

type EvaluationRow = ResultOf<typeof lookBackFragment>['evaluations'][number];

function Evaluation({ evaluation, onReload }: { evaluation: EvaluationRow; onReload(): void }) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const [isEditing, setEditing] = useState(false);
  const { id, version, status, scorecardVersion, conclusion, allowedActions } = evaluation;
  const title = `${scorecardVersion.title} · v${scorecardVersion.ordinal}`;
  return (
    <li>
      <div className="evaluation-head">
        <ToneTag tone={status === 'CONFIRMED' ? 'success' : 'waiting'}>
          {t(`lookBack.evaluationStatus.${status}`)}
        </ToneTag>
        <h3>{title}</h3>
        <strong className="tz-number">{t('lookBack.score', { total: evaluation.total })}</strong>
      </div>
      <ul className="look-back-scores">
        {evaluation.scores.map(({ score, comment, criterion }) => (
          <li key={criterion.id}>
            <span>
              {criterion.name}
              {comment ? <span className="faint"> {comment}</span> : null}
            </span>
            <span className="tz-number">
              {score} × {criterion.weight}%
            </span>
          </li>
        ))}
      </ul>
      {conclusion ? <p>{conclusion}</p> : null}
      <p className="faint">
        {[
          evaluation.evaluatedBy &&
            t('lookBack.evaluatedBy', { name: evaluation.evaluatedBy.displayName }),
          evaluation.confirmedBy &&
            t('lookBack.confirmedBy', { name: evaluation.confirmedBy.displayName }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {status === 'DRAFT' ? (
        <div className="evaluation-actions">
          {may(allowedActions, 'editEffectivenessEvaluation') ? (
            <Button size="small" onClick={() => setEditing(true)}>
              {label('editEffectivenessEvaluation')}
            </Button>
          ) : null}
          <ActionList
            compact
            actions={allowedActions}
            target={{ id, version, label: title }}
            onReload={onReload}
          />
        </div>
      ) : null}
      {isEditing ? (
        <EditEvaluationDialog
          evaluation={{
            id,
            version,
            title,
            conclusion,
            criteria: evaluation.scores.map(({ score, comment, criterion }) => ({
              ...criterion,
              score,
              comment,
            })),
          }}
          onClose={() => setEditing(false)}
          onDone={onReload}
        />
      ) : null}
    </li>
  );
}
