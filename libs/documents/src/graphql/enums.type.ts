import { builder, DocumentActionKind, DocumentStatus } from '@taizhang/platform';
import type { VersionStatus } from '../rules/index.ts';

export const DocumentStatusType = builder.enumType('DocumentStatus', {
  description: '制度文件状态。Where a document stands in its life cycle.',
  values: {
    [DocumentStatus.PROPOSED]: { description: '拟立项。Proposed.' },
    [DocumentStatus.DRAFTING]: { description: '起草中。Being drafted.' },
    [DocumentStatus.CONSULTING]: { description: '征求意见。Out for consultation.' },
    [DocumentStatus.LEGAL_REVIEW]: { description: '合法性审核。Under legal review.' },
    [DocumentStatus.APPROVED]: { description: '已审议通过。Approved.' },
    [DocumentStatus.ISSUED]: { description: '已印发。Issued.' },
    [DocumentStatus.IN_FORCE]: { description: '施行中。In force.' },
    [DocumentStatus.UNDER_REVISION]: { description: '修订中。Being revised.' },
    [DocumentStatus.SUPERSEDED]: { description: '已被替代。Superseded by another.' },
    [DocumentStatus.REPEALED]: { description: '已废止。Repealed.' },
  } as const,
});

export const DocumentActionKindType = builder.enumType('DocumentActionKind', {
  description: '文件动作。What was done with a document.',
  values: {
    [DocumentActionKind.REVISE]: { description: '修订。Revised.' },
    [DocumentActionKind.ESTABLISH]: { description: '制定。Established.' },
    [DocumentActionKind.DRAFT]: { description: '起草。Drafted.' },
    [DocumentActionKind.ISSUE]: { description: '印发、下发。Issued or sent down.' },
    [DocumentActionKind.REPEAL]: { description: '废止。Repealed.' },
    [DocumentActionKind.BEGIN_REVISION]: { description: '启动修订。Revision only begun.' },
    [DocumentActionKind.MENTION]: {
      description: '提及（学习、依据等）。Only named: studied, cited, filled in.',
    },
  } as const,
});

export const DocumentVersionStatusType = builder.enumType('DocumentVersionStatus', {
  description: '版本状态。Where one version of a document stands.',
  values: {
    DRAFT: { description: '草稿。Not issued yet.' },
    ISSUED: { description: '已印发。Issued, not in force yet.' },
    IN_FORCE: { description: '施行中。The version that binds.' },
    SUPERSEDED: { description: '已被替代。Replaced by a later version, or by another document.' },
    REPEALED: { description: '已废止。Repealed with its document.' },
  } as const satisfies Record<VersionStatus, object>,
});
