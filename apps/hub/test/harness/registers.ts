import type { PersonKey } from '@taizhang/demo';
import { REGISTER_TEMPLATES, type RegisterFile } from '@taizhang/registers/rules';
import type { Client } from './client.ts';
import { unit } from './ledger.ts';
import { at, numberAt, textAt } from './read.ts';
import { runMutation } from './run-mutation.ts';
import type { TestHub } from './test-hub.ts';

/** A value as an input takes it: `fen`, `text` and so on under its key. */
export type Values = Record<string, Record<string, unknown>>;

export const REGISTER = 'Register { id key version currentNumber status }';
export const ENTRY =
  'RegisterEntry { id number title stage isOpen version values { key isMasked text number fen day flag recordId shown } stepsTaken { step takenByName } }';

const inputOf = (values: Values) =>
  Object.entries(values).map(([key, value]) => ({ key, ...value }));

/** A ready definition by its key, free to be changed. */
export function templateOf(key: string): RegisterFile {
  const found = REGISTER_TEMPLATES.find((template) => template.key === key);
  if (!found) throw new Error(`There is no template ${key}`);
  return structuredClone(found);
}

/** What is said of a definition as an input: what it leaves out stays out. */
export const definitionInput = ({ definition }: Pick<RegisterFile, 'definition'>) =>
  JSON.parse(JSON.stringify(definition)) as Record<string, unknown>;

/** Makes a register of the bureau of the demonstration; answers with the mutation's result. */
export const define = async (
  client: Client,
  template: RegisterFile,
  more: Record<string, unknown> = {},
): Promise<unknown> =>
  runMutation(
    client,
    'defineRegister',
    {
      organizationId: `Organization_${unit('WL')}`,
      key: template.key,
      title: template.title,
      description: template.description,
      templateKey: template.key,
      definition: definitionInput(template),
      ...more,
    },
    REGISTER,
  );

export const enter = async (
  client: Client,
  registerId: string,
  values: Values,
  more: Record<string, unknown> = {},
): Promise<unknown> =>
  runMutation(client, 'registerEntry', { registerId, values: inputOf(values), ...more }, ENTRY);

/** Takes a step with an entry as it was last answered. */
export const take = async (
  client: Client,
  entry: unknown,
  step: string,
  values: Values = {},
  more: Record<string, unknown> = {},
): Promise<unknown> =>
  runMutation(
    client,
    'takeRegisterStep',
    {
      id: textAt(entry, 'id'),
      expectedVersion: numberAt(entry, 'version'),
      step,
      values: inputOf(values),
      ...more,
    },
    ENTRY,
  );

export const editEntry = async (client: Client, entry: unknown, values: Values): Promise<unknown> =>
  runMutation(
    client,
    'editRegisterEntry',
    {
      id: textAt(entry, 'id'),
      expectedVersion: numberAt(entry, 'version'),
      values: inputOf(values),
    },
    ENTRY,
  );

/** What an entry says in a field, as an answer has it. */
export const valueIn = (entry: unknown, key: string): unknown =>
  (at(entry, 'values') as { key: string }[]).find((value) => value.key === key);

/** A ready definition in use: made by party affairs, entered and carried on by whoever a flow says. */
export async function playedBy(hub: TestHub, key: string, registers: Map<string, string>) {
  const affairs = await hub.signInAs('party-affairs');
  const template = templateOf(key);
  // The demonstration has registers by the plain keys.
  const ownKey = (plain: string) => `played-${plain}`;
  const others = template.definition.fields.flatMap(({ register }) => register ?? []);
  for (const other of others) if (!registers.has(other)) await playedBy(hub, other, registers);
  if (!registers.has(key)) {
    for (const field of template.definition.fields)
      if (field.register) field.register = ownKey(field.register);
    const made = await define(affairs, template, { key: ownKey(key) });
    registers.set(key, textAt(made, 'id'));
  }
  const registerId = registers.get(key)!;
  return {
    enter: async (by: PersonKey, values: Values) =>
      enter(await hub.signInAs(by), registerId, values),
    take: async (by: PersonKey, entry: unknown, step: string, values?: Values, more?: object) =>
      take(await hub.signInAs(by), entry, step, values, { ...more }),
  };
}

/** The entries of a register that a list gives, with what is asked of them. */
export async function entriesOf(
  client: Client,
  registerId: string,
  args: string,
  fields = 'nodes { id title number }',
) {
  const { data, text } = await client.query(
    `query ($id: ID!) { node(id: $id) { ... on Register { entries${args} { totalCount ${fields} } } } }`,
    { id: registerId },
  );
  const found = at(data, 'node.entries');
  if (!found) throw new Error(text);
  return found;
}

/** The one error that a list of entries answers with. */
export async function entriesError(client: Client, registerId: string, args: string) {
  const { text } = await client.query(
    `query ($id: ID!) { node(id: $id) { ... on Register { entries${args} { totalCount } } } }`,
    { id: registerId },
  );
  return at(JSON.parse(text) as unknown, 'errors.0.extensions.code');
}

/** What an entry in the register of gifts says, but who got it. */
export const GIFT = {
  gift: { text: '茶叶两盒' },
  giftType: { text: 'goods' },
  amount: { fen: 88_800 },
  receivedOn: { day: '2026-01-20' },
  giver: { text: '某公司' },
};
