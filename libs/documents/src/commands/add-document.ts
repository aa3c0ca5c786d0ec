import { mayAnywhere, NO_PERMISSION } from '@taizhang/access/rules';
import {
  ForbiddenError,
  newKey,
  NotFoundError,
  runCommand,
  toDay,
  ValidationError,
  type CommandInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { loadServedItem } from '@taizhang/rectification/visibility';
import { addDocumentInput, mayEditDocument, type DocumentPlaces } from '../rules/index.ts';

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
      const { tx, caller } = scope;
      if (!mayAnywhere(caller, 'document:edit')) throw new ForbiddenError(NO_PERMISSION);
      const item = fields.itemId
        ? await loadServedItem(scope, fields.itemId, fields.measureId)
        : null;
      const places = {
        organizationId: fields.organizationId ?? item?.organizationId ?? (await bureauOf(scope)),
        responsibleUnitId: fields.responsibleUnitId ?? null,
      };
      await checkPlaces(scope, places, item);
      const serves = item ? [item.responsibleUnitId] : [];
      const mayEdit =
        mayEditDocument(caller, places) ||
        serves.some((unit) => mayEditDocument(caller, { ...places, responsibleUnitId: unit }));
      if (!mayEdit) throw new ForbiddenError(NO_PERMISSION);
      await refuseSameTitle(scope, places.organizationId, fields.title);
      await tx.institutionalDocument.create({
        data: {
          id,
          title: fields.title,
          ...places,
          status: fields.status ?? null,
          // That something is only proposed needs no papers to be believed.
          statusIsReported: Boolean(fields.status) && fields.status !== 'PROPOSED',
        },
      });
      if (fields.action)
        await tx.documentAction.create({
          data: {
            documentId: id,
            action: fields.action,
            actedOn: toDay(fields.actedOn) ?? null,
            itemId: item?.id ?? null,
            measureId: fields.measureId ?? null,
          },
        });
      await scope.record({
        type: 'DOCUMENT_ADDED',
        subjectType: 'InstitutionalDocument',
        subjectId: id,
        subjectVersion: 1,
        itemId: item?.id ?? null,
        organizationId: places.organizationId,
        after: { title: fields.title, status: fields.status ?? null },
      });
    },
  );
}

/** The bureau that the caller belongs to: a unit's documents are its bureau's. */
async function bureauOf({ tx, caller }: CommandScope): Promise<string> {
  const own = await tx.organization.findUnique({ where: { id: caller.organizationId } });
  return own?.kind === 'UNIT' && own.parentId ? own.parentId : caller.organizationId;
}

/** Makes sure that the unit is the bureau's, and the bureau the item's. @throws NotFoundError */
async function checkPlaces(
  { tx }: CommandScope,
  { organizationId, responsibleUnitId }: DocumentPlaces,
  item: { organizationId: string } | null,
) {
  const bureau = await tx.organization.findUnique({ where: { id: organizationId } });
  const unit = responsibleUnitId
    ? await tx.organization.findUnique({ where: { id: responsibleUnitId } })
    : bureau;
  const isOneBureau = bureau && unit?.path.startsWith(bureau.path);
  if (!isOneBureau || (item && item.organizationId !== organizationId))
    throw new NotFoundError('Organization');
}

async function refuseSameTitle({ tx }: CommandScope, organizationId: string, title: string) {
  // The bureau's row is locked: two documents must not take one title.
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId}::uuid FOR NO KEY UPDATE`;
  if (await tx.institutionalDocument.count({ where: { organizationId, title } }))
    throw new ValidationError([
      {
        path: ['title'],
        message: bilingual(
          '同名文件已存在，请为它新增版本',
          'A document of this title exists: add a version to it',
        ),
      },
    ]);
}
