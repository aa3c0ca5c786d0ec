import { type ResultOf } from '@taizhang/client';
import { StatusTag, useFormat, useTerm } from '@taizhang/ui';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { MarkedText } from './marked-text.tsx';
import type { searchPageQuery } from './search-page.query.ts';

export type SearchHitNode = NonNullable<
  ResultOf<typeof searchPageQuery>['search']
>['edges'][number]['node'];

/** One record found: its kind, title and where the words are. */
export function SearchHit({ hit }: { hit: SearchHitNode }) {
  const term = useTerm();
  const { href, code, status } = useRecordFacts(hit.record);
  const title = hit.highlights.find(({ field, text }) => field === 'TITLE' && text === hit.title);
  const others = hit.highlights.filter((one) => one !== title && one.field !== 'CODE');
  const markedCode = hit.highlights.find(({ field }) => field === 'CODE');
  return (
    <li className="search-hit">
      <div className="search-hit-head">
        <Tag>{term('SearchKind', hit.kind)}</Tag>
        {code ? (
          <span className="ledger-code tz-number">
            {markedCode ? <MarkedText {...markedCode} /> : code}
          </span>
        ) : null}
        {status}
      </div>
      <Link className="search-hit-title" to={href}>
        {title ? <MarkedText {...title} /> : hit.title}
      </Link>
      {others.map((one, index) => (
        <p className="search-hit-place" key={`${one.field}-${index}`}>
          <span className="faint">{term('SearchField', one.field)}</span>{' '}
          <MarkedText text={one.text} ranges={one.ranges} />
        </p>
      ))}
    </li>
  );
}

function useRecordFacts(record: SearchHitNode['record']): {
  href: string;
  code: string | null;
  status: ReactNode;
} {
  const format = useFormat();
  switch (record.__typename) {
    case 'RectificationItem':
      return {
        href: `/items/${record.id}`,
        code: record.code,
        status: <StatusTag kind="ItemStatus" value={record.itemStatus} />,
      };
    case 'CorrectiveMeasure':
      return {
        href: `/items/${record.item.id}`,
        code: record.item.code,
        status: <StatusTag kind="MeasureStatus" value={record.measureStatus} />,
      };
    case 'InstitutionalDocument':
      return {
        href: `/documents/${record.id}`,
        code: null,
        status: record.documentStatus ? (
          <StatusTag kind="DocumentStatus" value={record.documentStatus} />
        ) : null,
      };
    case 'Training':
      return {
        href: `/trainings/${record.id}`,
        code: record.heldOn ? format.shortDate(record.heldOn) : null,
        status: <StatusTag kind="TrainingStatus" value={record.trainingStatus} />,
      };
  }
}
