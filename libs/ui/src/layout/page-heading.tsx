import type { ReactNode } from 'react';
import './layout.css';

export interface PageHeadingProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Buttons at the right, under the title on a phone. */
  actions?: ReactNode;
}

export function PageHeading({ title, subtitle, actions }: PageHeadingProps) {
  return (
    <div className="tz-page-heading">
      <div>
        <h1>{title}</h1>
        {subtitle ? <p>{subtitle}</p> : null}
      </div>
      {actions ? <div className="tz-page-actions">{actions}</div> : null}
    </div>
  );
}
