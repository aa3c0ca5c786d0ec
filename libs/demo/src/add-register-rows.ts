import { valueRow } from '@taizhang/registers/entry-rows';
import {
  asFact,
  fieldOf,
  refuseByRules,
  refuseStep,
  REGISTER_EVENTS as EVENTS,
  REGISTER_TEMPLATES,
  stageOf,
  stepOf,
  titleField,
  withComputed,
  type PlainValue,
  type RegisterDefinition,
  type RegisterFile,
} from '@taizhang/registers/rules';
import { ROLES } from '@taizhang/access/rules';
import { dateOf, momentOf } from './china-time.ts';
import { CLOCK } from './clock.ts';
import { demoId } from './demo-ids.ts';
import type { DemoPast, Step } from './demo-past.ts';
import {
  organizations,
  people,
  type OrganizationKey,
  type PersonKey,
} from './organizations-and-people.ts';
import { demoRegisters, type DemoEntry, type DemoStep } from './registers.ts';

const BUREAU = 'WL';
const DEFINED: Step = { on: '2025-03-03', by: 'party-affairs', with: EVENTS.REGISTER_DEFINED };
const NOTE = '演示数据，全部为虚构。';

/** An entry as later ones may name it. */
interface Told {
  values: Record<string, PlainValue>;
  stage: string;
  title: string;
}

/** Adds the registers of the bureau with their entries, by the rules by which the hub would take them. */
export function addRegisterRows(past: DemoPast): void {
  const told = new Map<string, Told>();
  for (const template of REGISTER_TEMPLATES) {
    const entries = demoRegisters[template.key];
    if (!entries) continue;
    const definition = withUnits(template.definition);
    const registerId = addRegister(past, template, definition);
    entries.forEach((entry, index) =>
      addEntry(past, { registerId, definition, key: template.key, entry, number: index + 1, told }),
    );
  }
}

/** Units of a step by their names, as the hub finds them when a register is made. */
const withUnits = (definition: RegisterDefinition): RegisterDefinition => ({
  ...definition,
  steps: definition.steps.map((step) => {
    const unit = (Object.keys(organizations) as OrganizationKey[]).find(
      (key) => organizations[key].parent === BUREAU && organizations[key].name === step.unitName,
    );
    return { ...step, unitId: unit ? demoId('organization', unit) : null };
  }),
});

function addRegister(
  past: DemoPast,
  template: RegisterFile,
  definition: RegisterDefinition,
): string {
  const { key, title, description } = template;
  const id = demoId('register', key);
  past.make(
    EVENTS.REGISTER_DEFINED,
    {
      id,
      organizationId: demoId('organization', BUREAU),
      key,
      title,
      description: description ?? null,
      status: 'ACTIVE',
      currentNumber: 1,
      templateKey: key,
      provenance: 'DEMO',
    },
    DEFINED,
  );
  past.make(
    EVENTS.REGISTER_VERSION_ADDED,
    {
      id: demoId('register-version', `${key}/1`),
      registerId: id,
      number: 1,
      definition: JSON.parse(JSON.stringify(definition)) as object,
      note: NOTE,
      definedById: demoId('person', 'party-affairs'),
      units: [...new Set(definition.steps.flatMap(({ unitId }) => unitId ?? []))],
    },
    DEFINED,
  );
  return id;
}

interface Entering {
  registerId: string;
  definition: RegisterDefinition;
  key: string;
  entry: DemoEntry;
  number: number;
  told: Map<string, Told>;
}

function addEntry(
  past: DemoPast,
  { registerId, definition, key, entry, number, told }: Entering,
): void {
  const id = demoId('register-entry', `${key}/${entry.name}`);
  const places = {
    organizationId: demoId('organization', BUREAU),
    unitId: demoId('organization', entry.unit),
  };
  const values: Record<string, PlainValue> = {};
  const called: Record<string, string> = {};
  const stepsTaken: ReturnType<typeof takenStep>[] = [];
  let stage = '';
  for (const [index, taken] of entry.steps.entries()) {
    const [on, by, stepKey, said = {}, reason] = taken;
    const step = stepOf(definition, stepKey)!;
    for (const [name, value] of Object.entries(said)) {
      const named = nameOf(definition, name, value, told);
      values[name] = named.value;
      if (named.called) called[name] = named.called;
    }
    const facts = { values: factsOf(definition, values, told), today: on, stage: stage || step.to };
    const whole = withComputed(definition, facts);
    const state = { ...places, stage, stepsTaken };
    const refusal =
      (index ? refuseStep(definition, step, state, everywhere(by)) : null) ??
      refuseByRules(definition, step, { ...facts, values: whole }, () => true);
    if (refusal) throw new Error(`The demo entry ${key}/${entry.name}: ${refusal.message}`);
    for (const { key: name, value } of definition.fields) {
      const computed = value ? whole[name] : undefined;
      if (computed !== undefined && computed !== null) values[name] = computed as PlainValue;
    }
    const from = index ? stage : null;
    stage = step.to;
    stepsTaken.push(takenStep(taken, step.to, from, index));
    const title = titleField(definition);
    const columns = {
      title: String((title && values[title.key]) ?? `No. ${number}`),
      stage,
      isOpen: !stageOf(definition, stage)!.isEnd,
      values: definition.fields.map((field) =>
        valueRow(field, values[field.key] ?? null, called[field.key] ?? null, registerId),
      ),
      stepsTaken: [...stepsTaken],
    };
    told.set(`${key}/${entry.name}`, { values: { ...values }, stage, title: columns.title });
    if (index)
      past.change(EVENTS.ENTRY_STEP_TAKEN, id, columns, { on, by, reason, minutes: index });
    else
      past.make(
        EVENTS.ENTRY_REGISTERED,
        {
          id,
          registerId,
          registerVersionId: demoId('register-version', `${key}/1`),
          number,
          ...places,
          ...columns,
          enteredById: demoId('person', by),
          enteredOn: dateOf(on),
          provenance: 'DEMO',
        },
        { on, by },
      );
  }
}

const takenStep = (
  [on, by, step, , reason]: DemoStep,
  to: string,
  from: string | null,
  index: number,
) => ({
  ordinal: index + 1,
  step,
  from,
  to,
  takenById: demoId('person', by),
  takenByName: people[by].name,
  takenAt: momentOf(on, CLOCK[index ? 'ENTRY_STEP_TAKEN' : 'ENTRY_REGISTERED']!, index),
  reason: reason ?? null,
});

/** A value as it is stored, and what a record that it names is called. */
function nameOf(
  definition: RegisterDefinition,
  name: string,
  value: string | number | boolean,
  told: ReadonlyMap<string, Told>,
): { value: PlainValue; called?: string } {
  switch (fieldOf(definition, name)?.kind) {
    case 'PERSON':
      return { value: demoId('person', String(value)), called: people[value as PersonKey].name };
    case 'ORGANIZATION':
      return {
        value: demoId('organization', String(value)),
        called: organizations[value as OrganizationKey].name,
      };
    case 'ENTRY':
      return {
        value: demoId('register-entry', String(value)),
        called: told.get(String(value))!.title,
      };
    default:
      return { value };
  }
}

function factsOf(
  definition: RegisterDefinition,
  values: Readonly<Record<string, PlainValue>>,
  told: ReadonlyMap<string, Told>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const kind = fieldOf(definition, name)!.kind;
      if (kind !== 'ENTRY') return [name, asFact(kind, value)];
      const [, other] = [...told].find(([key]) => demoId('register-entry', key) === value)!;
      const said = Object.entries(other.values).map(([key, one]) => [
        key,
        typeof one === 'number' ? BigInt(one) : one,
      ]);
      return [name, { ...Object.fromEntries(said), stage: other.stage }];
    }),
  );
}

/** Who acts, with their own roles where they hold them. */
const everywhere = (by: PersonKey) => ({
  key: by,
  name: people[by].name,
  personId: demoId('person', by),
  isDemo: true,
  organizationId: '',
  grants: ROLES.filter((role) => people[by].roles.some(([held]) => held === role)).map((role) => {
    const [, at] = people[by].roles.find(([held]) => held === role)!;
    const below = (Object.keys(organizations) as OrganizationKey[]).filter((key) =>
      organizations[key].code.startsWith(organizations[at].code),
    );
    return {
      role,
      organizationId: demoId('organization', at),
      path: '',
      organizationIds: below.map((key) => demoId('organization', key)),
    };
  }),
});
