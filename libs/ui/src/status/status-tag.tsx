import type { TermKind } from '@taizhang/client/terms';
import type { ReactNode } from 'react';
import { useTerm } from '../language/use-term.ts';
import { toneOf, type Tone } from './status-tone.ts';
import './status.css';

/** An enum value of the schema as a small coloured label: `<StatusTag kind="ItemStatus" value="CLOSED" />`. */
export function StatusTag({ kind, value }: { kind: TermKind; value: string }) {
  const term = useTerm();
  return (
    <ToneTag tone={toneOf(kind, value)} dot>
      {term(kind, value)}
    </ToneTag>
  );
}

export interface ToneTagProps {
  tone: Tone;
  dot?: boolean;
  title?: string;
  children: ReactNode;
}

/** A label in one of the product's tones, for what is not an enum value. */
export function ToneTag({ tone, dot = false, title, children }: ToneTagProps) {
  return (
    <span className={`tz-tag tz-tag-${tone}`} title={title}>
      {dot ? <span className="tz-tag-dot" aria-hidden="true" /> : null}
      {children}
    </span>
  );
}
