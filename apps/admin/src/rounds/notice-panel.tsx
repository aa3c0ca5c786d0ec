import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import { EmptyState, Panel, useFormat } from '@taizhang/ui';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { citeText, type Citation } from './cite-text.ts';
import { noticeFragment } from './notice-panel.fragment.ts';

/** The published text with every cited span marked and linked to what it became. */
export function NoticePanel(props: { round: FragmentOf<typeof noticeFragment> }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const round = readFragment(noticeFragment, props.round);
  const [params] = useSearchParams();
  const at = params.get('at');
  const target = useRef<HTMLElement>(null);
  const { notice } = round;

  const pieces = useMemo(
    () => (notice ? citeText(notice.text, citationsOf(round)) : []),
    [notice, round],
  );
  const targetStart =
    at === null ? undefined : pieces.find(({ start }) => start >= Number(at))?.start;

  // Someone followed a citation here: the words they came for must be in view.
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' });
  }, [targetStart]);

  return (
    <Panel
      id="notice"
      title={t('rounds.notice')}
      extra={
        notice
          ? t('rounds.importedAt', {
              file: notice.fileName,
              at: format.dateTime(notice.importedAt),
            })
          : null
      }
    >
      {notice ? (
        <>
          <p className="notice-hint">{t('rounds.noticeHint')}</p>
          {/* Scrolls, so it must be reachable by keyboard. */}
          <div
            className="notice-text"
            tabIndex={0}
            role="group"
            aria-label={t('rounds.noticeHint')}
          >
            {pieces.map(({ start, text, citation }) => {
              if (!citation) return <span key={start}>{text}</span>;
              const isTarget = start === targetStart;
              return (
                <mark
                  key={start}
                  ref={isTarget ? target : undefined}
                  className={`cite cite-${citation.kind}${isTarget ? ' cite-target' : ''}`}
                >
                  {citation.itemId ? (
                    <Link to={`/items/${citation.itemId}`} title={citation.label}>
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </mark>
              );
            })}
          </div>
        </>
      ) : (
        <EmptyState compact title={t('rounds.noticeEmpty')} />
      )}
    </Panel>
  );
}

function citationsOf({ areas }: ResultOf<typeof noticeFragment>): Citation[] {
  return areas.flatMap((area) => [
    ...span(area.source, 'area', `${area.ordinal}. ${area.title}`, null),
    ...area.items.flatMap((item) => [
      ...span(item.source, 'item', `${item.code} ${item.title}`, item.id),
      ...item.measures.flatMap((measure) =>
        span(measure.source, 'measure', `${item.code} · ${measure.ordinal}`, item.id),
      ),
    ]),
  ]);
}

function span(
  source: { start: number; end: number } | null,
  kind: Citation['kind'],
  label: string,
  itemId: string | null,
): Citation[] {
  return source ? [{ start: source.start, end: source.end, kind, label, itemId }] : [];
}
