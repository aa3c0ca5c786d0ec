import {
  badInput,
  builder,
  filterKey,
  validate,
  ValidationError,
  type RequestContext,
} from '@taizhang/platform';
import { addDays, type BilingualText } from '@taizhang/platform/rules';
import { replacedBy } from '../commands/change-cadence.ts';
import { checkCadence } from '../commands/check-cadence.ts';
import { loadCalendar } from '../commands/load-calendar.ts';
import { cadenceColumns, storedReckoning, storedTimetable } from '../commands/mechanism-columns.ts';
import type { ReckonedDays, Slot } from '../rules/cadence/cadence.type.ts';
import { reckon } from '../rules/cadence/reckon.ts';
import { slotsBetween } from '../rules/cadence/slots.ts';
import { cadenceInput, cadenceOf } from '../rules/inputs.ts';
import { visibleMechanisms } from '../visible-mechanisms.ts';
import { CadenceInput } from './mechanism.mutations.ts';

const MOST_SHOWN = 200;
const SHOWN_DAYS = 366;
/** As many mechanisms as one forecast looks at. */
const MOST_MECHANISMS = 500;
const LONGEST_FORECAST = 100;

type ShownSlot = Slot & ReckonedDays;

const SlotFields = builder.objectRef<ShownSlot>('CadenceSlot').implement({
  description: '到期日预览。One time that a cadence falls due.',
  fields: (t) => ({
    slot: t.exposeString('slot', { description: '期次。Which time it is.' }),
    slotOn: t.expose('slotOn', {
      type: 'Date',
      description: '原定日期。The day on which it falls by the cadence.',
    }),
    opensOn: t.expose('opensOn', {
      type: 'Date',
      description: '起算日。From when what is done counts for it.',
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      description: '到期日。When it is due, moved off a day off.',
    }),
    graceEndsOn: t.expose('graceEndsOn', {
      type: 'Date',
      description: '宽限截止日。The last day on which it counts as kept.',
    }),
    isProvisional: t.exposeBoolean('isProvisional', {
      description: '日期暂定。Whether the days off of its year are not known yet.',
    }),
  }),
});

interface Preview {
  slots: ShownSlot[];
  unknownYears: number[];
  /** Keys of the occurrences that a change would take away. */
  replaced: string[];
}

const PreviewType = builder.objectRef<Preview>('CadencePreview').implement({
  description: '频次预览。What a cadence comes to, before anything changes.',
  fields: (t) => ({
    slots: t.field({
      type: [SlotFields],
      description: `到期日，至多 ${MOST_SHOWN} 个。When it falls due within a year; at most the first ${MOST_SHOWN}.`,
      resolve: ({ slots }) => slots,
    }),
    unknownYears: t.exposeIntList('unknownYears', {
      description:
        '没有工作日历的年份，至多两个。Years whose days off are not known yet, so that their days are provisional; at most two.',
    }),
    replacedCount: t.int({
      description:
        '将撤去的到期事项数。How many open occurrences of the mechanism another cadence takes the place of.',
      resolve: ({ replaced }) => replaced.length,
    }),
    replaced: t.field({
      type: ['String'],
      description: `将撤去的期次，至多 ${MOST_SHOWN} 个。Which ones, at most ${MOST_SHOWN}.`,
      resolve: ({ replaced }) => replaced.slice(0, MOST_SHOWN),
    }),
  }),
});

builder.queryField('previewMechanismCadence', (t) =>
  t.field({
    type: PreviewType,
    nullable: true,
    authScopes: { signedIn: true },
    complexity: 300,
    description:
      '预览频次。What a cadence comes to within a year, and what it would take the place of; errors as the mutation has them.',
    args: {
      cadence: t.arg({ type: CadenceInput, required: true, description: '频次。The cadence.' }),
      fromOn: t.arg({ type: 'Date', description: '起算日。From which day; today when unsaid.' }),
      endsOn: t.arg({ type: 'Date', description: '终止日期。The last day; none when unsaid.' }),
      mechanismId: t.arg.id({
        description: '长效机制。The mechanism whose cadence is to be changed.',
      }),
    },
    resolve: async (_root, args, context) => {
      const input = checked(() => validate(cadenceInput, args.cadence));
      const fromOn = args.fromOn ?? context.today();
      const calendar = await loadCalendar(context.db);
      const timetable = {
        cadence: cadenceOf(input),
        cadenceFrom: fromOn,
        slotsFrom: fromOn,
        endsOn: args.endsOn ?? null,
      };
      checked(() => checkCadence(timetable, calendar));
      const reckoning = storedReckoning(cadenceColumns(input));
      const slots = slotsBetween(timetable, fromOn, addDays(fromOn, SHOWN_DAYS))
        .slice(0, MOST_SHOWN)
        .map((slot) => ({ ...slot, ...reckon(slot.slotOn, reckoning, calendar) }));
      const unknown = slots.filter(({ isProvisional }) => isProvisional);
      return {
        slots,
        unknownYears: [...new Set(unknown.map(({ dueOn }) => Number(dueOn.slice(0, 4))))],
        replaced: args.mechanismId
          ? await replacedSlots(context, filterKey('StandingMechanism', args.mechanismId), fromOn)
          : [],
      };
    },
  }),
);

/** A query has no typed errors: what is wrong with an input is said as with any other argument. */
function checked<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const [first] = error.fieldErrors;
    throw badInput(first!.message as BilingualText, ['cadence', ...first!.path].join('.'));
  }
}

/** What would go, of a mechanism that the caller may see; index on mechanism and slotOn. */
async function replacedSlots({ db, caller }: RequestContext, id: string, fromOn: string) {
  const found = await db.mechanismOccurrence.findMany({
    where: { ...replacedBy(id, fromOn), mechanism: visibleMechanisms(caller) },
    select: { slot: true },
    orderBy: [{ slotOn: 'asc' }, { id: 'asc' }],
  });
  return found.map(({ slot }) => slot);
}

type Forecast = ShownSlot & { mechanismId: string };

const ForecastType = builder.objectRef<Forecast>('MechanismForecast').implement({
  description: '将到期。One time that a mechanism will fall due, which has not opened yet.',
  fields: (t) => ({
    mechanism: t.prismaField({
      type: 'StandingMechanism',
      description: '长效机制。The mechanism.',
      resolve: (query, { mechanismId }, _args, { db }) =>
        db.standingMechanism.findUniqueOrThrow({ ...query, where: { id: mechanismId } }),
    }),
    slot: t.field({
      type: SlotFields,
      description: '到期日。When it falls due.',
      resolve: (forecast) => forecast,
    }),
  }),
});

builder.queryField('mechanismForecasts', (t) =>
  t.field({
    type: [ForecastType],
    nullable: true,
    authScopes: { signedIn: true },
    complexity: 500,
    description: `将到期事项，至多 ${MOST_SHOWN} 个。What will fall due and has not opened yet, of at most ${MOST_MECHANISMS} mechanisms that you may see, within ${LONGEST_FORECAST} days; at most ${MOST_SHOWN}.`,
    args: {
      from: t.arg({ type: 'Date', required: true, description: '自。From this day.' }),
      to: t.arg({ type: 'Date', required: true, description: '至。To this day.' }),
    },
    resolve: async (_root, { from, to }, context) => {
      const last = addDays(from, LONGEST_FORECAST);
      const calendar = await loadCalendar(context.db);
      const mechanisms = await context.db.standingMechanism.findMany({
        where: { status: 'ACTIVE', AND: [visibleMechanisms(context.caller)] },
        orderBy: { id: 'asc' },
        take: MOST_MECHANISMS,
      });
      const today = context.today();
      return mechanisms
        .flatMap((mechanism) =>
          slotsBetween(
            storedTimetable(mechanism),
            addDays(from, -31),
            addDays(to < last ? to : last, 31),
          )
            .filter(({ opensOn }) => opensOn > today)
            .map((slot) => ({
              ...slot,
              ...reckon(slot.slotOn, storedReckoning(mechanism), calendar),
              mechanismId: mechanism.id,
            })),
        )
        .filter(({ dueOn }) => dueOn >= from && dueOn <= to)
        .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
        .slice(0, MOST_SHOWN);
    },
  }),
);

const CalendarYear = builder
  .objectRef<{
    year: number;
    source: string;
    daysOff: readonly string[];
    workedDays: readonly string[];
  }>('CalendarYear')
  .implement({
    description: '一年的工作日历。The working days of a year, by what the hub reckons.',
    fields: (t) => ({
      year: t.exposeInt('year', { description: '年份。The year.' }),
      source: t.exposeString('source', { description: '依据。Who published it, and where.' }),
      daysOff: t.field({
        type: ['Date'],
        description:
          '放假日，至多 366 天。Days off beside Saturdays and Sundays, or on them; at most 366.',
        resolve: ({ daysOff }) => [...daysOff],
      }),
      workedDays: t.field({
        type: ['Date'],
        description: '调休上班日，至多 104 天。Saturdays and Sundays that are worked; at most 104.',
        resolve: ({ workedDays }) => [...workedDays],
      }),
    }),
  });

builder.queryField('workingCalendars', (t) =>
  t.field({
    type: [CalendarYear],
    nullable: true,
    authScopes: { signedIn: true },
    complexity: 50,
    description:
      '已知的工作日历，至多每年一份。The years whose working days are known, at most one each: what the program comes with, and what was published in the hub.',
    resolve: async (_root, _args, { db }) => [...(await loadCalendar(db)).years],
  }),
);
