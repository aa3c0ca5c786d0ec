import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './item-page.css';

export interface SourceQuoteProps {
  source: { start: number; end: number; excerpt: string };
  /** Where the whole notice can be read; without it only the excerpt shows. */
  roundId?: string;
}

/** The notice's own words that a record comes from. */
export function SourceQuote({ source, roundId }: SourceQuoteProps) {
  const { t } = useTranslation('admin');
  return (
    <details className="source-quote">
      <summary>{t('common.source')}</summary>
      <blockquote>{source.excerpt}</blockquote>
      <p className="faint tz-number">
        {t('item.sourceFrom', { start: source.start + 1, end: source.end })}
        {roundId ? (
          <>
            {'　'}
            <Link to={`/rounds/${roundId}?at=${source.start}#notice`}>
              {t('common.openSource')}
            </Link>
          </>
        ) : null}
      </p>
    </details>
  );
}
