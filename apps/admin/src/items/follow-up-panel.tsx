import { readFragment, type FragmentOf } from '@taizhang/client';
import { Panel, StatusTag, useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { itemFollowUpFragment } from './follow-up-panel.fragment.ts';

/** Extensions, supervision and the stages of a long-term item; nothing when there are none. */
export function FollowUpPanel(props: { item: FragmentOf<typeof itemFollowUpFragment> }) {
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
          <li key={extension.requestedAt}>
            <StatusTag kind="ExtensionStatus" value={extension.status} />
            <div>
              <p className="tz-number">
                {t('item.extensionLine', {
                  from: day(extension.previousDueOn),
                  to: day(extension.requestedDueOn),
                })}
              </p>
              <p>{extension.reason}</p>
              {extension.decisionReason ? <p>{extension.decisionReason}</p> : null}
              <p className="faint">
                {t('item.requestedBy', { name: extension.requestedBy.displayName })}
                {extension.decidedBy
                  ? ` · ${t('item.decidedBy', { name: extension.decidedBy.displayName })}`
                  : null}
              </p>
            </div>
          </li>
        ))}
        {supervisions.map((supervision) => (
          <li key={supervision.kind + supervision.supervisedOn + supervision.note}>
            <StatusTag kind="SupervisionKind" value={supervision.kind} />
            <div>
              <p>{supervision.note}</p>
              <p className="faint tz-number">
                {supervision.byPerson.displayName} · {format.shortDate(supervision.supervisedOn)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {milestones.length > 0 ? (
        <ol className="milestones" aria-label={t('item.milestones')}>
          {milestones.map(({ ordinal, title, dueOn, reachedOn }) => (
            <li key={ordinal}>
              <span>{title}</span>
              <span className="faint tz-number">
                {reachedOn ? t('item.reached', { date: format.shortDate(reachedOn) }) : day(dueOn)}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
    </Panel>
  );
}
