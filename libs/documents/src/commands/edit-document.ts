import { checkNamedOrganizations, checkPlaces } from '@taizhang/access/visibility';
import { obey, runCommand, type ChangeInput, type RequestContext } from '@taizhang/platform';
import { DOCUMENT_EVENTS, editDocumentInput, refuseEditDocument } from '../rules/index.ts';
import { refuseSameTitle } from './document-places.ts';
import { loadDocument } from './load-document.ts';

/** Puts a document's title right, or gives it to another unit; what is left out stays. */
export function editDocument(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editInstitutionalDocument',
      idempotencyKey: input.idempotencyKey,
      schema: editDocumentInput,
      input,
      subjectId: input.id,
    },
    async (scope, { title, responsibleUnitId, reason }) => {
      const { document, state } = await loadDocument(scope, input.id);
      const { id, organizationId } = document;
      const unitId =
        responsibleUnitId === undefined ? document.responsibleUnitId : responsibleUnitId;
      obey(refuseEditDocument(state, scope.caller, unitId));
      if (unitId !== document.responsibleUnitId)
        await checkPlaces(scope, { organizationId, responsibleUnitId: unitId }, null, [unitId]);
      await checkNamedOrganizations(scope.tx, [unitId], [document.responsibleUnitId]);
      if (title) await refuseSameTitle(scope, { id, organizationId, title });
      await scope.change(
        DOCUMENT_EVENTS.DOCUMENT_EDITED,
        document,
        { title: title ?? undefined, responsibleUnitId: unitId },
        { expectedVersion: input.expectedVersion, reason },
      );
    },
  );
}
