import type { ResultOf } from '@taizhang/client';
import { Panel, StatusTag, useFormat, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionList } from '../actions/action-list.tsx';
import type { roundPageQuery } from './round-page.query.ts';

type Round = Extract<
  NonNullable<ResultOf<typeof roundPageQuery>['node']>,
  { __typename: 'InspectionRound' }
>;

export interface PublicNoticesPanelProps {
  notices: Round['publicNotices'];
  onReload(): void;
}

/** The notices of a round: two people release each, and what one leaves out has a ground. */
export function PublicNoticesPanel({ notices, onReload }: PublicNoticesPanelProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const format = useFormat();
  return (
    <Panel title={t('publicNotices.title')}>
      {notices.length === 0 ? <p className="faint">{t('publicNotices.empty')}</p> : null}
      <ul className="group">
        {notices.map((notice) => (
          <li key={notice.id}>
            <StatusTag kind="PublicNoticeStatus" value={notice.status} />
            <span>{notice.title}</span>
            {notice.releasedOn ? (
              <span className="faint tz-number">{format.shortDate(notice.releasedOn)}</span>
            ) : null}
            {[notice.withdrawReason ?? notice.returnReason].filter(Boolean).map((why) => (
              <p className="faint" key={why}>
                {t('publicNotices.reason', { why })}
              </p>
            ))}
            {notice.omissions.map(({ item, ground, note }) => (
              <p className="faint" key={item.id}>
                {t('publicNotices.omitted')}{' '}
                <Link to={`/items/${item.id}`}>
                  <span className="tz-number">{item.code}</span>
                </Link>{' '}
                {term('OmissionGround', ground)} · {note}
              </p>
            ))}
            <ActionList
              compact
              actions={notice.allowedActions}
              target={{ id: notice.id, version: notice.version, label: notice.title }}
              onReload={onReload}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
