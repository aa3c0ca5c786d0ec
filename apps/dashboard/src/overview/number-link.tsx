import { useFormat } from '@taizhang/ui';
import { Link } from 'react-router';

export interface NumberLinkProps {
  value: number;
  to: string;
  /** Says what the number counts, the number included: 逾期：2，查看明细. */
  label: string;
  className?: string;
}

/** A number that opens its rows. Zero has no rows, so it opens nothing and stops no keyboard. */
export function NumberLink({ value, to, label, className = '' }: NumberLinkProps) {
  const format = useFormat();
  const text = format.number(value);
  if (value === 0) return <span className={`db-number db-zero ${className}`}>{text}</span>;
  return (
    <Link className={`db-number ${className}`} to={to} aria-label={label}>
      {text}
    </Link>
  );
}
