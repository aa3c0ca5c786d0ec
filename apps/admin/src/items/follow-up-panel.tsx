import { readFragment, type FragmentOf } from '@taizhang/client';
import { Panel, StatusTag, useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { AllowedAction } from '../actions/allowed-action.fragment.ts';
import { ActionList } from '../actions/action-list.tsx';
import { itemFollowUpFragment } from './follow-up-panel.fragment.ts';

interface FollowUpPanelProps {
  item: FragmentOf<typeof itemFollowUpFragment>;
  onReload(): void;
}

/** Extensions, supervision and the stages of a long-term item, each with what may be done to it. */
export function FollowUpPanel(props: FollowUpPanelProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { extensions, supervisions, milestones } = readFragment(itemFollowUpFragment, props.item);
  const day = (value: string | null) => (value ? format.shortDate(value) : t('items.notDated'));
  return (
    <Panel flush title={t('item.follow')}>
      {extensions.length + supervisions.length + milestones.length === 0 ? (
        <p className="panel-line faint">{t('item.followEmpty')}</p>
      ) : null}
      <ul className="follow">
        {extensions.map((extension) => (
          <li key={extension.id}>
            <StatusTag kind="ExtensionStatus" value={extension.status} />
            <div>
              <p className="tz-number">
                {t('item.extensionLine', {
                  from: day(extension.previousDueOn),
                  to: day(extension.requestedDueOn),
                })}
              </p>
              <p>{extension.reason}</p>
              <p className="faint tz-number">
                {t('item.requestedBy', { name: extension.requestedBy.displayName })} ·{' '}
                {format.shortDate(extension.requestedAt.slice(0, 10))}
              </p>
              {extension.decidedBy ? (
                <div className="follow-reply">
                  {extension.decisionReason ? <p>{extension.decisionReason}</p> : null}
                  <p className="faint">
                    {t('item.decidedBy', { name: extension.decidedBy.displayName })}
                  </p>
                </div>
              ) : null}
              <Actions {...extension} label={extension.reason} onReload={props.onReload} />
            </div>
          </li>
        ))}
        {supervisions.map((supervision) => (
          <li key={supervision.id}>
            <StatusTag kind="SupervisionKind" value={supervision.kind} />
            <div>
              <p>{supervision.note}</p>
              <p className="faint tz-number">
                {supervision.byPerson.displayName} · {format.shortDate(supervision.supervisedOn)}
              </p>
              {supervision.answer ? (
                <div className="follow-reply">
                  <p>{supervision.answer}</p>
                  <p className="faint tz-number">
                    {t('lookBack.answered', {
                      name: supervision.answeredBy?.displayName ?? '',
                      date: day(supervision.answeredOn),
                    })}
                  </p>
                </div>
              ) : null}
              <Actions {...supervision} label={supervision.note} onReload={props.onReload} />
            </div>
          </li>
        ))}
      </ul>
      {milestones.length > 0 ? (
        <ol className="milestones" aria-label={t('item.milestones')}>
          {milestones.map(({ id, title, dueOn, reachedOn, ...milestone }) => (
            <li key={id}>
              <span>{title}</span>
              <span className="faint tz-number">
                {reachedOn ? t('item.reached', { date: format.shortDate(reachedOn) }) : day(dueOn)}
              </span>
              <Actions id={id} {...milestone} label={title} onReload={props.onReload} />
            </li>
          ))}
        </ol>
      ) : null}
    </Panel>
  );
}

interface ActionsProps {
  id: string;
  version: number;
  label: string;
  allowedActions: readonly AllowedAction[];
  onReload(): void;
}

/** What may be done now by the viewer or by somebody; the rest is left out, since most of it is long decided. */
function Actions({ id, version, label, allowedActions, onReload }: ActionsProps) {
  const possible = allowedActions.filter((one) => one.allowed || one.whoCan);
  return possible.length === 0 ? null : (
    <ActionList compact actions={possible} target={{ id, version, label }} onReload={onReload} />
  );
}
