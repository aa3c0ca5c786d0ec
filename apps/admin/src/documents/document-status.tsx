import { StatusTag, ToneTag } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';

export interface DocumentStatusProps {
  status: string | null;
  /** The notice says so, but no number and text are recorded. */
  isReported: boolean;
}

/** A document's status; one that is only reported says that too. */
export function DocumentStatus({ status, isReported }: DocumentStatusProps) {
  const { t } = useTranslation('admin');
  if (!status) return <span className="faint">—</span>;
  return (
    <span className="tag-row">
      <StatusTag kind="DocumentStatus" value={status} />
      {isReported ? (
        <ToneTag tone="muted" title={t('documents.reportedHint')}>
          {t('documents.reported')}
        </ToneTag>
      ) : null}
    </span>
  );
}
