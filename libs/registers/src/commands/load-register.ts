import { NotFoundError, type CommandScope, type Row } from '@taizhang/platform';
import { definitionOf } from '../stored-value.ts';
import { visibleEntries, visibleRegisters } from '../visible-registers.ts';

/** Loads a register that the caller may see, and keeps others from numbering its entries meanwhile. @throws NotFoundError */
export async function loadRegister({ tx, caller }: CommandScope, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Register" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const register = await tx.register.findFirst({ where: { id, AND: [visibleRegisters(caller)] } });
  if (!register) throw new NotFoundError('Register');
  return register;
}

/** The version by which new entries are made. */
export const loadCurrentVersion = ({ tx }: CommandScope, { id, currentNumber }: Row<'Register'>) =>
  tx.registerVersion.findUniqueOrThrow({
    where: { registerId_number: { registerId: id, number: currentNumber } },
  });

/** Loads an entry that the caller may see, with all that rules ask about. @throws NotFoundError */
export async function loadEntry({ tx, caller }: CommandScope, id: string) {
  // Of two who act at once, one has to see what the other did: steps and values are rows of their own.
  await tx.$queryRaw`SELECT 1 FROM "RegisterEntry" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const found = await tx.registerEntry.findFirst({
    where: { id, AND: [visibleEntries(caller)] },
    include: {
      values: true,
      stepsTaken: { orderBy: { ordinal: 'asc' } },
      registerVersion: true,
    },
  });
  if (!found) throw new NotFoundError('RegisterEntry');
  const { values, stepsTaken, registerVersion, ...row } = found;
  return { row, values, stepsTaken, definition: definitionOf(registerVersion) };
}
