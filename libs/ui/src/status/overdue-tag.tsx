import { useTranslation } from 'react-i18next';
import { ToneTag } from './status-tag.tsx';

/** Lateness as the hub derived it; nothing when the record is not late. */
export function OverdueTag({
  isOverdue,
  daysLate,
}: {
  isOverdue: boolean;
  daysLate?: number | null;
}) {
  const { t } = useTranslation('ui');
  if (!isOverdue) return null;
  return (
    <ToneTag tone="danger">
      {daysLate == null ? t('overdue.tag') : t('overdue.days', { count: daysLate })}
    </ToneTag>
  );
}
