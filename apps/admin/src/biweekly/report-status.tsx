import { ToneTag, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import type { Entry, Part, Report } from './biweekly.queries.ts';

const TONES = {
  OPEN: 'progress',
  COMPILED: 'waiting',
  FROZEN: 'success',
  SUBMITTED: 'success',
  RETURNED: 'danger',
  UNANSWERED: 'waiting',
  CONFIRMED: 'success',
  UPDATED: 'success',
} as const;

export function ReportStatus({ status }: { status: Report['status'] }) {
  const term = useTerm();
  return (
    <ToneTag tone={TONES[status]} dot>
      {term('BiweeklyReportStatus', status)}
    </ToneTag>
  );
}

export function PartStatus({ part }: { part: Pick<Part, 'status' | 'isLate'> }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  return (
    <>
      <ToneTag tone={TONES[part.status]} dot>
        {term('BiweeklyUnitStatus', part.status)}
      </ToneTag>{' '}
      {part.isLate ? <ToneTag tone="danger">{t('biweekly.lateMark')}</ToneTag> : null}
    </>
  );
}

export function AnswerTag({ answer }: { answer: Entry['answer'] }) {
  const term = useTerm();
  return <ToneTag tone={TONES[answer]}>{term('BiweeklyAnswer', answer)}</ToneTag>;
}
