import { filterOf, ids, listOf, moment, oneOf, text, type Prisma } from '@taizhang/platform';
import { visibleItems } from '../visible-items.ts';
import { EvidenceStatusType } from './enums.type.ts';

const evidenceFilter = filterOf<Prisma.EvidenceWhereInput>(
  'EvidenceFilter',
  '佐证材料筛选。Which evidence; every condition given must hold.',
  {
    itemId: ids('RectificationItem', '所属问题。Of one of these items.', (itemId) => ({ itemId })),
    measureId: ids('CorrectiveMeasure', '所属措施。Of one of these measures.', (measureId) => ({
      measureId,
    })),
    status: oneOf(EvidenceStatusType, '状态。In one of these statuses.', (status) => ({ status })),
    uploadedSince: moment('上传不早于。Attached at this moment or later.', (gte) => ({
      uploadedAt: { gte },
    })),
    text: text('文件名包含。What the name of the file contains.'),
  },
);

export const evidenceList = listOf({
  model: 'Evidence',
  node: { chinese: '佐证材料', english: 'pieces of evidence' },
  visible: ({ caller }) => ({ item: visibleItems(caller) }),
  filter: evidenceFilter,
  // Newest first: a page reads the index on (uploadedAt, id) backwards and stops when it is full.
  orders: {
    UPLOADED_AT: { description: '上传时间。By when it was attached.', columns: ['uploadedAt'] },
  },
  descends: true,
});

evidenceList.root('evidence', {
  description: '佐证材料，最新在前。The evidence of the items that you may see, newest first.',
});
evidenceList.relation('RectificationItem', 'evidence', {
  description: '佐证材料。Its evidence, oldest first.',
  order: ['uploadedAt'],
  isNarrowed: false,
});
evidenceList.relation('CorrectiveMeasure', 'evidence', {
  description: '佐证材料。Evidence for it, oldest first.',
  order: ['uploadedAt'],
  isNarrowed: false,
});
