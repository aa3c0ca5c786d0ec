export { MECHANISM_ACTION_WORDS } from './action-words.ts';
export {
  CADENCE_KINDS,
  CADENCE_PERIODS,
  DAY_OFF_RULES,
  DELAY_UNITS,
  type Cadence,
  type CadencePeriod,
  type Reckoning,
  type Slot,
} from './cadence/cadence.type.ts';
export { periodSlots } from './cadence/period-slots.ts';
export { reckon } from './cadence/reckon.ts';
export { workingDays } from './calendar/working-days.ts';
export { proposeCadence, type ProposedCadence } from './cadence/propose-cadence.ts';
export { PUBLISHED_CALENDARS, type YearCalendar } from './calendar/published-calendars.ts';
export { MECHANISM_EVENTS } from './events.ts';
export {
  addMechanismInput,
  cadenceInput,
  changeCadenceInput,
  editMechanismInput,
  publishCalendarInput,
  registerFactInput,
} from './inputs.ts';
export { MECHANISM_LIFE_CYCLES } from './life-cycles.ts';
export { MECHANISM_FIELDS } from './mechanism-fields.ts';
export { MECHANISM_LIFE_CYCLE } from './mechanism-life-cycle.ts';
export { mayEditMechanisms, refuseEditMechanism } from './mechanism-rights.ts';
export { OCCURRENCE_LIFE_CYCLE } from './occurrence-life-cycle.ts';
export { punctualityOf, type PunctualityCounts } from './punctuality.ts';
