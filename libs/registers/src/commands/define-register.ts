import {
  newKey,
  NotFoundError,
  obey,
  runCommand,
  ValidationError,
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  type Prisma,
  type RequestContext,
  type Row,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { readableOrganizations } from '@taizhang/access/visibility';
import {
  defineRegisterInput,
  findProblems,
  naming,
  refuseDefine,
  refuseRevise,
  REGISTER_EVENTS,
  REGISTER_LIFE_CYCLE,
  reviseRegisterInput,
  sensitivityMoved,
  type RegisterDefinition,
} from '../rules/index.ts';
import { definitionOf } from '../stored-value.ts';
import { loadRegister } from './load-register.ts';

/** Makes a register of a bureau with the first version of its definition. */
export function defineRegister(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'defineRegister',
      idempotencyKey: input.idempotencyKey,
      schema: defineRegisterInput,
      input,
      subjectId: id,
    },
    async (scope, { definition: given, note, ...register }) => {
      const { organizationId, key } = register;
      await loadBureau(scope, organizationId);
      obey(refuseDefine(scope.caller, organizationId));
      // Two that make one key wait for each other at their bureau.
      if (await scope.tx.register.count({ where: { organizationId, key } })) throw keyTaken(key);
      const definition = await withUnits(scope, organizationId, given);
      await refuseProblems(scope, organizationId, definition, key);
      await scope.create(REGISTER_EVENTS.REGISTER_DEFINED, {
        id,
        ...register,
        ...REGISTER_LIFE_CYCLE.bornBy(REGISTER_EVENTS.REGISTER_DEFINED),
      });
      await addVersion(scope, { registerId: id, number: 1, definition, note });
    },
  );
}

/** Adds a version to a register's definition. New entries are made by it; those that there are keep theirs. */
export function reviseRegister(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'reviseRegister',
      idempotencyKey: input.idempotencyKey,
      schema: reviseRegisterInput,
      input,
      subjectId: input.id,
    },
    async (scope, { definition: given, note, title, description }) => {
      const register = await loadRegister(scope, input.id);
      obey(refuseRevise(register, scope.caller));
      const { organizationId } = register;
      const definition = await withUnits(scope, organizationId, given);
      await refuseProblems(scope, organizationId, definition, register.key);
      await refuseMovedSensitivity(scope, register.id, definition);
      const number = register.currentNumber + 1;
      await scope.change(
        REGISTER_EVENTS.REGISTER_REVISED,
        register,
        { title: title ?? undefined, description, currentNumber: number },
        { expectedVersion: input.expectedVersion, reason: note },
      );
      await addVersion(scope, { registerId: register.id, number, definition, note });
    },
  );
}

async function loadBureau({ tx, caller }: CommandScope, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const where = { id, AND: [readableOrganizations(caller)] };
  const bureau = await tx.organization.findFirst({ where });
  if (!bureau) throw new NotFoundError('Organization');
  if (bureau.kind === 'UNIT')
    throw new ValidationError([
      {
        path: ['organizationId'],
        message: bilingual(
          '登记簿属于一个单位，不属于其科室',
          'A register belongs to a bureau, not to one of its units',
        ),
      },
    ]);
}

/** The version's row; the units that its steps name see its entries. */
const addVersion = (
  { create, caller }: CommandScope,
  version: {
    registerId: string;
    number: number;
    definition: RegisterDefinition;
    note: string | null | undefined;
  },
): Promise<Row<'RegisterVersion'>> =>
  create(REGISTER_EVENTS.REGISTER_VERSION_ADDED, {
    registerId: version.registerId,
    number: version.number,
    definition: version.definition as unknown as Prisma.InputJsonValue,
    note: version.note ?? null,
    definedById: caller.personId,
    units: [...new Set(version.definition.steps.flatMap(({ unitId }) => unitId ?? []))],
  });

/**
 * Finds the units that steps name: by their id, or, where a template only says what they are called, by name
 * among those of the bureau. One that is not found is left to whoever has the role.
 *
 * @throws NotFoundError for an id of a unit elsewhere.
 */
async function withUnits(
  { tx }: CommandScope,
  organizationId: string,
  definition: RegisterDefinition,
): Promise<RegisterDefinition> {
  const units = await tx.organization.findMany({
    where: { parentId: organizationId, disabledAt: null },
    select: { id: true, name: true, shortName: true },
  });
  const steps = definition.steps.map((step) => {
    if (step.unitId && !units.some(({ id }) => id === step.unitId))
      throw new NotFoundError('Organization');
    if (step.unitId || !step.unitName) return step;
    const named = units.find(({ name, shortName }) => [name, shortName].includes(step.unitName!));
    return { ...step, unitId: named?.id ?? null };
  });
  return { ...definition, steps };
}

/** @throws ValidationError naming every part that is wrong. */
async function refuseProblems(
  { tx }: CommandScope,
  organizationId: string,
  definition: RegisterDefinition,
  ownKey: string,
) {
  const problems = findProblems(definition);
  for (const [index, { kind, register }] of definition.fields.entries()) {
    if (kind !== 'ENTRY' || !register || register === ownKey) continue;
    if (await tx.register.count({ where: { organizationId, key: register } })) continue;
    problems.push({
      path: ['fields', String(index), 'register'],
      message: bilingual(
        `本单位没有登记簿 ${register}，请先建立`,
        `The bureau has no register ${register}: make it first`,
      ),
    });
  }
  if (problems.length)
    throw new ValidationError(
      problems.map(({ path, message }) => ({ path: ['definition', ...path], message })),
    );
}

/** @throws ValidationError */
async function refuseMovedSensitivity(
  { tx }: CommandScope,
  registerId: string,
  definition: RegisterDefinition,
) {
  const earlier = await tx.registerVersion.findMany({ where: { registerId } });
  const moved = sensitivityMoved(earlier.map(definitionOf), definition);
  if (!moved.length) return;
  throw new ValidationError(
    moved.map(({ key, label }) => ({
      path: [
        'definition',
        'fields',
        String(definition.fields.findIndex((field) => field.key === key)),
        'isSensitive',
      ],
      message: naming(
        label,
        (name) => `“${name}”是否敏感在首次定义时已定，请另设一个字段`,
        (name) =>
          `Whether "${name}" is sensitive was decided when it was first defined: add another field`,
      ),
    })),
  );
}

const keyTaken = (key: string) =>
  new ValidationError([
    {
      path: ['key'],
      message: bilingual(
        `本单位已有登记簿 ${key}，请换一个键`,
        `The bureau has a register ${key} already: choose another key`,
      ),
    },
  ]);
