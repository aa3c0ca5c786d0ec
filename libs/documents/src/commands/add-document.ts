import { mayAnywhere, NO_PERMISSION } from '@taizhang/access/rules';
import { checkNamedOrganizations, checkPlaces } from '@taizhang/access/visibility';
import {
  ForbiddenError,
  newKey,
  runCommand,
  toDay,
  type CommandInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { loadServedItem } from '@taizhang/rectification/visibility';
import {
  addDocumentInput,
  DOCUMENT_EVENTS,
  DOCUMENT_LIFE_CYCLE,
  mayEditDocument,
} from '../rules/index.ts';
import { refuseSameTitle } from './document-places.ts';

/** Adds an institutional document to a bureau's register, with what was done with it where that is said. */
export function addDocument(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addInstitutionalDocument',
      idempotencyKey: input.idempotencyKey,
      schema: addDocumentInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const { caller, create } = scope;
      if (!mayAnywhere(caller, 'document:edit')) throw new ForbiddenError(NO_PERMISSION);
      const item = fields.itemId
        ? await loadServedItem(scope, fields.itemId, fields.measureId)
        : null;
      const places = {
        organizationId: fields.organizationId ?? item?.organizationId ?? (await bureauOf(scope)),
        responsibleUnitId: fields.responsibleUnitId ?? null,
      };
      const named = [fields.organizationId, fields.responsibleUnitId];
      await checkPlaces(scope, places, item, named);
      await checkNamedOrganizations(
        scope.tx,
        [fields.responsibleUnitId],
        [item?.responsibleUnitId],
      );
      const serves = item ? [item.responsibleUnitId] : [];
      const mayEdit =
        mayEditDocument(caller, places) ||
        serves.some((unit) => mayEditDocument(caller, { ...places, responsibleUnitId: unit }));
      if (!mayEdit) throw new ForbiddenError(NO_PERMISSION);
      const { title } = fields;
      await refuseSameTitle(scope, { id, organizationId: places.organizationId, title });
      await create(DOCUMENT_EVENTS.DOCUMENT_ADDED, {
        id,
        title,
        ...places,
        ...DOCUMENT_LIFE_CYCLE.bornBy(DOCUMENT_EVENTS.DOCUMENT_ADDED, fields.status ?? null),
        // That something is only proposed needs no papers to be believed.
        statusIsReported: Boolean(fields.status) && fields.status !== 'PROPOSED',
      });
      if (fields.action)
        await create(DOCUMENT_EVENTS.DOCUMENT_ACTION_RECORDED, {
          documentId: id,
          action: fields.action,
          actedOn: toDay(fields.actedOn) ?? null,
          itemId: item?.id ?? null,
          measureId: fields.measureId ?? null,
        });
    },
  );
}

/** The bureau that the caller belongs to: a unit's documents are its bureau's. */
async function bureauOf({ tx, caller }: CommandScope): Promise<string> {
  const own = await tx.organization.findUnique({ where: { id: caller.organizationId } });
  return own?.kind === 'UNIT' && own.parentId ? own.parentId : caller.organizationId;
}
