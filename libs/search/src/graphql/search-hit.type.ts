import { builder, type SearchKind } from '@taizhang/platform';
import { SEARCH_FIELDS, type SearchField } from '../entries/read-records.ts';
import { TYPE_OF } from '../entries/type-of.ts';
import type { TextRange } from '../text/mark-text.ts';
import type { LoadedRecord } from './load-records.ts';

export const SearchKindType = builder.enumType('SearchKind', {
  description: '检索对象的种类。What kinds of record the search finds.',
  values: {
    RECTIFICATION_ITEM: { description: '问题。Item: rectification items.' },
    CORRECTIVE_MEASURE: { description: '整改措施。Measure: corrective measures.' },
    INSTITUTIONAL_DOCUMENT: { description: '制度文件。Document: institutional documents.' },
    TRAINING: { description: '培训会议。Training: trainings and study sessions.' },
  } satisfies Record<SearchKind, { description: string }>,
});

const FIELD_DESCRIPTIONS: Record<SearchField, string> = {
  CODE: '编号。Code: of the item.',
  TITLE: '名称：或措施、主题。Title: the text of a measure or the topic.',
  DESCRIPTION: '问题描述。Description: of the item.',
  DETAIL: '问题要素。Details: basis, cause, goal and what else is said of the item.',
  MANIFESTATION: '具体表现。Manifestation: of the item.',
  PROGRESS: '完成情况。Progress: what was reported of a measure.',
  DOCUMENT_NUMBER: '文号。Document number: the number of a version.',
  SUMMARY: '摘要。Summary: of a version.',
  TEXT: '正文。Text: the words of a version.',
  LOCATION: '地点。Location: where a session was held.',
  DATE: '日期。Date: when it was issued or held.',
};

const SearchFieldType = builder.enumType('SearchField', {
  description: '命中的字段。In which field of a record something was found.',
  values: Object.fromEntries(
    SEARCH_FIELDS.map((field) => [field, { description: FIELD_DESCRIPTIONS[field] }]),
  ) as Record<SearchField, { description: string }>,
});

const TextRangeType = builder.objectRef<TextRange>('TextRange').implement({
  description: '一段文字的起止。Part of a text, in UTF-16 units as JavaScript counts.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: '起点，含。Where it begins, from 0.' }),
    end: t.exposeInt('end', { description: '终点，不含。Behind its last unit.' }),
  }),
});

/** Where in a record something was found. */
export interface Highlight {
  field: SearchField;
  text: string;
  ranges: TextRange[];
}

const HighlightType = builder.objectRef<Highlight>('SearchHighlight').implement({
  description: '命中之处。Where in a record something was found.',
  fields: (t) => ({
    field: t.expose('field', { type: SearchFieldType, description: '字段。Which field.' }),
    text: t.exposeString('text', {
      description: '文字；长文只取命中处附近。The text; of a long one the part around the match.',
    }),
    ranges: t.expose('ranges', {
      type: [TextRangeType],
      description:
        '命中的起止，至多每字一处。What matches in it, at most one a character. Plain offsets: the text is never HTML.',
    }),
  }),
});

const SearchRecordType = builder.unionType('SearchRecord', {
  description: '检索到的记录。A record that the search finds.',
  types: Object.values(TYPE_OF) as never,
  resolveType: (record) => (record as unknown as LoadedRecord).__typename,
});

/** A record found, as the API shows it. */
export interface ShownHit {
  kind: SearchKind;
  title: string;
  rank: number;
  highlights: Highlight[];
  record: LoadedRecord;
}

export const SearchHitType = builder.objectRef<ShownHit>('SearchHit').implement({
  description: '检索结果。A record that was found, and where.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SearchKindType, description: '种类。What it is.' }),
    title: t.exposeString('title', {
      description: '名称、措施或主题。Its title, the text of a measure or the topic.',
    }),
    rank: t.exposeFloat('rank', {
      description: '相关度，仅供同一次检索内比较。How well it fits, comparable within one search.',
    }),
    highlights: t.expose('highlights', {
      type: [HighlightType],
      description: '命中之处，至多每个字段一处。Where the words were found; at most one a field.',
    }),
    record: t.field({
      type: SearchRecordType,
      description: '记录本身。The record itself.',
      resolve: ({ record }) => record as never,
    }),
  }),
});
