import {
  type CommandInput,
  newKey,
  NotFoundError,
  type RequestContext,
  runCommand,
  TransitionError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { EVIDENCE_LIFE_CYCLE, reuseEvidenceInput } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { loadEvidencePlace, saveEvidence } from './save-evidence.ts';

/**
 * Attaches a file that proves something already to another item or measure. The caller names the evidence, which
 * they must see: knowing a file's hash opens nothing.
 */
export function reuseEvidence(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'reuseEvidence',
      idempotencyKey: input.idempotencyKey,
      schema: reuseEvidenceInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const { tx, caller } = scope;
      const source = await tx.evidence.findFirst({
        where: { id: fields.evidenceId, item: visibleItems(caller) },
        select: { fileName: true, fileId: true },
      });
      if (!source) throw new NotFoundError('Evidence');
      const place = await loadEvidencePlace(scope, fields);
      const isThere = await tx.evidence.count({
        where: {
          fileId: source.fileId,
          itemId: place.item.id,
          measureId: fields.measureId ?? null,
          status: { in: EVIDENCE_LIFE_CYCLE.statusesThatAre('isStanding') },
        },
      });
      if (isThere)
        throw new TransitionError(
          'evidence-attached-already',
          bilingual('该文件已是此处的佐证材料', 'This file is evidence here already'),
        );
      await saveEvidence(scope, id, place, fields, {
        id: source.fileId,
        fileName: source.fileName,
      });
    },
  );
}
