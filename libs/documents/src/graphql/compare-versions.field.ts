import { builder, heavyWork } from '@taizhang/platform';
import { compareTexts, type ComparedRow, type TextSegment } from '../rules/index.ts';

const TextSegmentType = builder.objectRef<TextSegment>('ComparedSegment').implement({
  description: '文字片段。A piece of a paragraph, the same in both versions or only in this one.',
  fields: (t) => ({
    text: t.exposeString('text', { description: '文字。Its words.' }),
    isChanged: t.exposeBoolean('isChanged', {
      description: '是否改动。True for what the other version does not have here.',
    }),
  }),
});

const RowKindType = builder.enumType('ComparedRowKind', {
  description: '段落差异。How two paragraphs side by side differ.',
  values: {
    SAME: { description: '相同。Same.' },
    CHANGED: { description: '改动。Changed: other words.' },
    DELETED: { description: '删除。Deleted: only in the earlier one.' },
    INSERTED: { description: '新增。Added: only in the later one.' },
  } as const satisfies Record<ComparedRow['kind'], object>,
});

const ComparedRowType = builder.objectRef<ComparedRow>('ComparedRow').implement({
  description: '对照行。Two paragraphs side by side; an empty side has none.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RowKindType, description: '差异。How they differ.' }),
    before: t.expose('before', {
      type: [TextSegmentType],
      description:
        '前一版，至多每字一段。The paragraph of the one version; at most a segment a character.',
    }),
    after: t.expose('after', {
      type: [TextSegmentType],
      description:
        '后一版，至多每字一段。The paragraph of the other; at most a segment a character.',
    }),
  }),
});

/** Long versions that differ throughout take a while: nobody else waits for them. */
const compare = heavyWork('compareTexts', compareTexts);

builder.prismaObjectField('InstitutionalDocument', 'compareVersions', (t) =>
  t.field({
    type: [ComparedRowType],
    nullable: true,
    complexity: 50,
    description:
      '版本对照，至多每段一行。Two versions side by side, differences marked, at most a row a paragraph; null where one is not there or has no text.',
    args: {
      before: t.arg.int({ required: true, description: '前一版版次。The one version’s ordinal.' }),
      after: t.arg.int({ required: true, description: '后一版版次。The other’s ordinal.' }),
    },
    select: { id: true },
    resolve: async ({ id }, { before, after }, { db }) => {
      const versions = await db.documentVersion.findMany({
        where: { documentId: id, ordinal: { in: [before, after] } },
        select: { ordinal: true, text: true },
      });
      const textOf = (ordinal: number) =>
        versions.find((version) => version.ordinal === ordinal)?.text ?? null;
      const [one, other] = [textOf(before), textOf(after)];
      return one === null || other === null ? null : compare(one, other);
    },
  }),
);
