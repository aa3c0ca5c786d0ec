import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { ErrorState, LoadingState, PageHeading, Panel } from '@taizhang/ui';
import { todayInShanghai, addDays, addMonths } from '@taizhang/platform/rules';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { calendarQuery } from './calendar.query.ts';
import { DueCalendar } from './due-calendar.tsx';
import './mechanisms.css';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** 到期日历: what falls due in a month, `?month=2026-11`. */
export function MechanismCalendarPage() {
  const { t } = useTranslation('admin');
  const [params, setParams] = useSearchParams();
  const today = todayInShanghai(new Date());
  const asked = params.get('month') ?? '';
  const month = MONTH.test(asked) ? asked : today.slice(0, 7);
  const from = `${month}-01`;
  const to = addDays(addMonths(from, 1), -1);
  const [{ data, error }, reload] = useQuery({
    query: calendarQuery,
    variables: { from, to, filter: { dueFrom: from, dueTo: to } },
  });
  const go = (months: number) =>
    setParams({ month: addMonths(from, months).slice(0, 7) }, { replace: true });
  const [year, number] = month.split('-').map(Number);
  return (
    <>
      <title>{`${t('mechanisms.calendar')} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/mechanisms">{t('mechanisms.title')}</Link>
      </p>
      <PageHeading
        title={t('mechanisms.calendarTitle', { year, month: number })}
        actions={
          <span className="tag-row">
            <Button
              icon={<LeftOutlined />}
              aria-label={t('mechanisms.monthBefore')}
              onClick={() => go(-1)}
            />
            <Button onClick={() => setParams({}, { replace: true })}>
              {t('mechanisms.thisMonth')}
            </Button>
            <Button
              icon={<RightOutlined />}
              aria-label={t('mechanisms.monthAfter')}
              onClick={() => go(1)}
            />
          </span>
        }
      />
      <Panel flush>
        {error && !data ? (
          <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />
        ) : data ? (
          <DueCalendar data={data} from={from} to={to} today={today} />
        ) : (
          <LoadingState rows={10} />
        )}
      </Panel>
    </>
  );
}
