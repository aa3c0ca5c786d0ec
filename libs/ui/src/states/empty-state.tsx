import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './states.css';

export interface EmptyStateProps {
  title?: string;
  /** What the viewer can do about it. */
  children?: ReactNode;
  action?: ReactNode;
  compact?: boolean;
}

export function EmptyState({ title, children, action, compact = false }: EmptyStateProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={compact ? 'tz-state tz-state-compact' : 'tz-state'}>
      <LedgerDrawing />
      <p className="tz-state-title">{title ?? t('empty.title')}</p>
      {children ? <p className="tz-state-body">{children}</p> : null}
      {action ? <div className="tz-state-action">{action}</div> : null}
    </div>
  );
}

function LedgerDrawing() {
  return (
    <svg width="64" height="56" viewBox="0 0 64 56" fill="none" aria-hidden="true">
      <rect x="10" y="4" width="44" height="48" rx="4" stroke="currentColor" strokeWidth="1.5" />
      <path d="M18 4v48" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M25 16h22M25 26h22M25 36h14"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="3 3"
      />
    </svg>
  );
}
