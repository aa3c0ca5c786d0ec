import { useId, type ReactNode } from 'react';
import './layout.css';

export interface PanelProps {
  title?: ReactNode;
  /** Beside the title: a count, a button. */
  extra?: ReactNode;
  /** No inner padding, for tables and lists that reach the edge. */
  flush?: boolean;
  id?: string;
  children: ReactNode;
}

/** A titled sheet on the paper ground. */
export function Panel({ title, extra, flush = false, id, children }: PanelProps) {
  const headingId = useId();
  return (
    <section className="tz-panel" id={id} aria-labelledby={title ? headingId : undefined}>
      {title ? (
        <header className="tz-panel-head">
          <h2 id={headingId}>{title}</h2>
          {extra ? <div className="tz-panel-extra">{extra}</div> : null}
        </header>
      ) : null}
      <div className={flush ? 'tz-panel-body-flush' : 'tz-panel-body'}>{children}</div>
    </section>
  );
}
