import { useFormat } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { Entry } from './biweekly.queries.ts';

interface SaidOfItemProps {
  said: Pick<Entry, 'progress' | 'difficulties' | 'nextStep' | 'expectedOn'>;
  /** The words are those of the period before. */
  isOld: boolean;
}

/** What a unit says of an item, with what stands in the way and what comes next. */
export function SaidOfItem({ said, isOld }: SaidOfItemProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  if (!said.progress) return <p className="faint">{t('biweekly.nothingSaid')}</p>;
  const rest = [
    { label: t('biweekly.said.difficulties'), text: said.difficulties },
    { label: t('biweekly.said.nextStep'), text: said.nextStep },
    {
      label: t('biweekly.said.expectedOn'),
      text: said.expectedOn ? format.date(said.expectedOn) : null,
    },
  ].filter(({ text }) => text);
  return (
    <div className={isOld ? 'biweekly-said faint' : 'biweekly-said'}>
      <p>
        {isOld ? <span>{t('biweekly.lastPeriod')}：</span> : null}
        {said.progress}
      </p>
      {rest.map(({ label, text }) => (
        <p key={label} className="faint">
          {label}：{text}
        </p>
      ))}
    </div>
  );
}
