import './rate-bar.css';

export interface RateBarProps {
  closed: number;
  longTerm: number;
  counted: number;
}

/** Closed, then long-term in a lighter tone, of what is to be closed. The numbers stand beside it. */
export function RateBar({ closed, longTerm, counted }: RateBarProps) {
  const share = (part: number) => (counted === 0 ? 0 : Math.min(100, (part / counted) * 100));
  return (
    <span className="db-bar" aria-hidden="true">
      <span className="db-bar-closed" style={{ width: `${share(closed)}%` }} />
      <span className="db-bar-long-term" style={{ width: `${share(longTerm)}%` }} />
    </span>
  );
}
