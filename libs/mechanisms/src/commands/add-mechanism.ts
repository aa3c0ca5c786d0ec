import { NO_PERMISSION } from '@taizhang/access/rules';
import {
  checkNamedOrganizations,
  checkNamedPeople,
  checkPlaces,
  readablePeople,
} from '@taizhang/access/visibility';
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
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';
import { loadServedItem, visibleItems } from '@taizhang/rectification/visibility';
import type { z } from 'zod';
import { cadenceOf, type CadenceInput } from '../rules/inputs.ts';
import {
  addMechanismInput,
  mayEditMechanisms,
  MECHANISM_EVENTS,
  MECHANISM_LIFE_CYCLE,
  proposeCadence,
} from '../rules/index.ts';
import { checkCadence } from './check-cadence.ts';
import { checkDocument } from './check-document.ts';
import { loadCalendar } from './load-calendar.ts';
import { cadenceColumns } from './mechanism-columns.ts';
import { openOccurrences } from './open-occurrences.ts';

type Fields = z.output<typeof addMechanismInput>;

/** Sets up a standing mechanism, and opens what it has open by today. Of a measure it takes what is not said. */
export function addMechanism(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addStandingMechanism',
      idempotencyKey: input.idempotencyKey,
      schema: addMechanismInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const origin = await loadOrigin(scope, fields);
      const places = await placesOf(scope, fields, origin.item);
      if (!mayEditMechanisms(scope.caller, places.organizationId))
        throw new ForbiddenError(NO_PERMISSION);
      await checkDocument(scope, fields.documentId);
      const said = promiseOf(fields, origin.measure);
      const today = todayInShanghai(scope.now);
      const startsOn = fields.startsOn ?? today;
      refuseLongAgo(startsOn, today);
      const calendar = await loadCalendar(scope.tx);
      const endsOn = fields.endsOn ?? null;
      const cadence = cadenceOf(said.cadence);
      checkCadence({ cadence, cadenceFrom: startsOn, slotsFrom: startsOn, endsOn }, calendar);
      const mechanism = await scope.create(MECHANISM_EVENTS.MECHANISM_ADDED, {
        id,
        title: said.title,
        description: fields.description ?? said.description,
        basis: fields.basis ?? null,
        ...places,
        ownerId: fields.ownerId ?? null,
        itemId: origin.item?.id ?? null,
        measureId: fields.measureId ?? null,
        documentId: fields.documentId ?? null,
        evidenceWanted: fields.evidenceWanted ?? null,
        doneByTraining: fields.doneByTraining ?? null,
        ...cadenceColumns(said.cadence),
        startsOn: toDay(startsOn)!,
        cadenceFrom: toDay(startsOn)!,
        slotsFrom: toDay(startsOn)!,
        endsOn: toDay(endsOn) ?? null,
        ...MECHANISM_LIFE_CYCLE.bornBy(MECHANISM_EVENTS.MECHANISM_ADDED),
      });
      await openOccurrences(scope, mechanism, calendar, today);
    },
  );
}

/** The item and measure that it comes from, as the caller may see them. @throws NotFoundError */
async function loadOrigin(scope: CommandScope, { itemId, measureId }: Fields) {
  const measure = measureId
    ? await scope.tx.correctiveMeasure.findFirst({
        where: { id: measureId, item: visibleItems(scope.caller) },
        select: { itemId: true, text: true, responsibleUnitId: true },
      })
    : null;
  if (measureId && !measure) throw new NotFoundError('CorrectiveMeasure');
  const served = itemId ?? measure?.itemId;
  const item = served ? await loadServedItem(scope, served, measureId) : null;
  return { measure, item };
}

type Origin = Awaited<ReturnType<typeof loadOrigin>>;

async function placesOf(scope: CommandScope, fields: Fields, item: Origin['item']) {
  const { tx, caller } = scope;
  const own = await tx.organization.findUnique({ where: { id: caller.organizationId } });
  const places = {
    organizationId:
      fields.organizationId ??
      item?.organizationId ??
      (own?.kind === 'UNIT' ? own.parentId! : caller.organizationId),
    responsibleUnitId: fields.responsibleUnitId ?? item?.responsibleUnitId ?? null,
  };
  await checkPlaces(scope, places, item, [fields.organizationId, fields.responsibleUnitId]);
  await checkNamedOrganizations(tx, [places.responsibleUnitId], [item?.responsibleUnitId]);
  await checkOwner(scope, fields.ownerId);
  return places;
}

/** Makes sure that the caller may see the owner, who can be named. @throws NotFoundError, TransitionError */
export async function checkOwner({ tx, caller }: CommandScope, ownerId: string | null | undefined) {
  if (!ownerId) return;
  const where = { id: ownerId, AND: [readablePeople(caller)] };
  if (!(await tx.person.count({ where }))) throw new NotFoundError('Person');
  await checkNamedPeople(tx, [ownerId]);
}

const LONGEST_TITLE = 60;

/** What is promised: as it was said, or as the measure has it. @throws ValidationError when it says no recurrence. */
function promiseOf(fields: Fields, measure: Origin['measure']) {
  const cadence = fields.cadence ?? proposedOf(measure);
  if (!cadence) throw new ValidationError([{ path: ['cadence'], message: SAYS_NO_CADENCE }]);
  const text = measure?.text ?? '';
  const short = text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1)}…` : text;
  return {
    cadence,
    title: fields.title ?? short.replaceAll('\n', ' '),
    description: measure && text !== fields.title ? text : null,
  };
}

function proposedOf(measure: Origin['measure']): CadenceInput | null {
  const proposed = measure && proposeCadence(measure.text);
  return proposed && { kind: 'TIMES', times: proposed.times, period: proposed.period };
}

const SAYS_NO_CADENCE = bilingual(
  '措施没有写明多久一次，请填写频次',
  'The measure does not say how often: say when it falls due',
);

/** More than so many years back nobody could tell what was kept. */
const MOST_YEARS_BACK = 3;

function refuseLongAgo(startsOn: string, today: string) {
  if (Number(startsOn.slice(0, 4)) >= Number(today.slice(0, 4)) - MOST_YEARS_BACK) return;
  const message = bilingual(
    `起始日期最早为 ${MOST_YEARS_BACK} 年前`,
    `It can begin at most ${MOST_YEARS_BACK} years back`,
  );
  throw new ValidationError([{ path: ['startsOn'], message }]);
}
