import { builder, DocumentActionKind, statusEnum } from '@taizhang/platform';
import { DOCUMENT_LIFE_CYCLE, type VersionStatus } from '../rules/index.ts';

export const DocumentStatusType = statusEnum(
  'DocumentStatus',
  '制度文件状态。Where a document stands in its life cycle.',
  DOCUMENT_LIFE_CYCLE,
);

export const DocumentActionKindType = builder.enumType('DocumentActionKind', {
  description: '文件动作。What was done with a document.',
  values: {
    [DocumentActionKind.REVISE]: { description: '修订。Revise.' },
    [DocumentActionKind.ESTABLISH]: { description: '制定。Establish.' },
    [DocumentActionKind.ISSUE]: { description: '印发：含下发。Issue: or sent down.' },
    [DocumentActionKind.REPEAL]: { description: '废止。Repeal.' },
    [DocumentActionKind.DRAFT]: { description: '起草。Draft.' },
    [DocumentActionKind.BEGIN_REVISION]: { description: '启动修订。Begin revision: only begun.' },
    [DocumentActionKind.MENTION]: {
      description: '提及：学习、依据等。Mention: only named: studied, cited, filled in.',
    },
  } as const,
});

export const DocumentVersionStatusType = builder.enumType('DocumentVersionStatus', {
  description: '版本状态。Where one version of a document stands.',
  values: {
    DRAFT: { description: '草稿。Draft: not issued yet.' },
    ISSUED: { description: '已印发。Issued: not in force yet.' },
    IN_FORCE: { description: '施行中。In force: the version that binds.' },
    SUPERSEDED: {
      description: '已被替代。Superseded: replaced by a later version, or by another document.',
    },
    REPEALED: { description: '已废止。Repealed: with its document.' },
  } as const satisfies Record<VersionStatus, object>,
});
