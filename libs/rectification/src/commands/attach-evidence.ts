import {
  type CommandInput,
  newKey,
  NotFoundError,
  type RequestContext,
  runCommand,
  ValidationError,
} from '@taizhang/platform';
import { refuseFileName } from '@taizhang/platform/rules';
import { attachEvidenceInput } from '../rules/index.ts';
import { loadEvidencePlace, saveEvidence } from './save-evidence.ts';

/** Attaches an uploaded file to an item, and to one of its measures where it is named, as evidence. */
export function attachEvidence(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'attachEvidence',
      idempotencyKey: input.idempotencyKey,
      schema: attachEvidenceInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const place = await loadEvidencePlace(scope, fields);
      const { fileName } = fields;
      const file = await scope.tx.storedFile.findUnique({ where: { id: fields.fileId } });
      if (!file) throw new NotFoundError('StoredFile');
      const mismatch = refuseFileName(fileName, file.mediaType);
      if (mismatch) throw new ValidationError([{ path: ['fileName'], message: mismatch }]);
      await saveEvidence(scope, id, place, fields, { ...file, fileName });
    },
  );
}
