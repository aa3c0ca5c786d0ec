import { BellOutlined } from '@ant-design/icons';
import { EmptyState, useFormat, useLanguage } from '@taizhang/ui';
import { Badge, Button, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';
import {
  markAllReadMutation,
  markReadMutation,
  notificationsQuery,
} from './notifications.query.ts';
import { subjectAddress } from './subject-address.ts';
import './notifications.css';

/** How often the bell looks for something new while the page is looked at. */
const LOOK_MS = 60_000;

/** The bell of the frame: how much is unread, and what it says. */
export function NotificationBell() {
  const { t } = useTranslation('admin');
  const { dateTime } = useFormat();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [{ data }, lookAgain] = useQuery({
    query: notificationsQuery,
    requestPolicy: 'cache-and-network',
  });
  const [, markRead] = useMutation(markReadMutation);
  const [, markAllRead] = useMutation(markAllReadMutation);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') lookAgain({ requestPolicy: 'network-only' });
    };
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [lookAgain]);

  const unread = data?.unread?.totalCount ?? 0;
  const told = data?.notifications?.edges.map(({ node }) => node) ?? [];
  const reload = () => lookAgain({ requestPolicy: 'network-only' });

  async function open(id: string, subjectId: string, isRead: boolean) {
    setOpen(false);
    const address = subjectAddress(subjectId);
    if (address) void navigate(address);
    if (isRead) return;
    await markRead({ input: { id } });
    reload();
  }

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={
        <div className="notifications-head">
          <span>{t('notifications.title')}</span>
          {unread ? (
            <Button size="small" type="link" onClick={() => void markAllRead({}).then(reload)}>
              {t('notifications.markAllRead')}
            </Button>
          ) : null}
        </div>
      }
      content={
        told.length ? (
          <ul className="notifications">
            {told.map(({ id, text, subjectId, createdAt, readAt }) => (
              <li key={id}>
                <button
                  type="button"
                  className={readAt ? undefined : 'notification-unread'}
                  onClick={() => void open(id, subjectId, readAt !== null)}
                >
                  <span>{inLanguage(text, language)}</span>
                  <span className="faint">
                    {readAt ? null : `${t('notifications.unread')} · `}
                    {dateTime(createdAt)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState compact title={t('notifications.empty')} />
        )
      }
    >
      <Button
        type="text"
        aria-label={t('notifications.bell', { count: unread })}
        icon={
          <Badge count={unread} size="small">
            <BellOutlined className="notification-bell" />
          </Badge>
        }
      />
    </Popover>
  );
}

/** The half of a text "中文 / English" that the viewer reads; all of it where the halves cannot be told. */
function inLanguage(text: string, language: string): string {
  const [chinese = text, english, ...more] = text.split(' / ');
  if (english === undefined || more.length) return text;
  return language === 'zh' ? chinese : english;
}
