import {
  contactsOfUnits,
  fromDay,
  note,
  notify,
  obey,
  runCommand,
  type CommandInput,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual, todayInShanghai, type BilingualText } from '@taizhang/platform/rules';
import {
  BIWEEKLY_UNIT_LIFE_CYCLE,
  refuseRemindUnits,
  remindUnitsInput,
  REPORTING_EVENTS,
  type Urgency,
} from '../rules/index.ts';
import { loadReport, reportState } from './load-biweekly.ts';

interface RemindedUnit {
  id: string;
  unitId: string;
}
interface RemindedReport {
  id: string;
  ordinal: number;
  endsOn: Date;
}

/** Reminds, by hand, the contacts of the units that have not handed in; each once a day. */
export function remindUnits(context: RequestContext, input: CommandInput): Promise<string> {
  const action = 'remindBiweeklyUnits';
  return runCommand(
    context,
    {
      name: action,
      idempotencyKey: input.idempotencyKey,
      schema: remindUnitsInput,
      input,
      subjectId: String(input['reportId']),
    },
    async (scope, { reportId }) => {
      const { tx, caller, now } = scope;
      const report = await loadReport(scope, reportId);
      const state = reportState(report, now, () => false);
      obey(refuseRemindUnits(state, caller));
      const missing = report.unitReports.filter(({ status }) =>
        BIWEEKLY_UNIT_LIFE_CYCLE.is('isOpen', status),
      );
      const today = todayInShanghai(now);
      const told = await tellContacts(tx, report, missing, now, {
        kind: 'BIWEEKLY_REPORT_REMINDED',
        text: handText(report),
        key: (unit) => `biweekly-hand:${unit.id}:${today}`,
      });
      await scope.record(
        note(REPORTING_EVENTS.BIWEEKLY_UNITS_REMINDED, {
          subjectId: report.id,
          organizationId: report.organizationId,
          after: { units: missing.length, told },
        }),
      );
    },
  );
}

/** Reminds, by the clock, the contacts of units: once before the end of the period, once after it. */
export const remindByClock = (
  tx: Prisma.TransactionClient,
  report: RemindedReport,
  missing: readonly RemindedUnit[],
  urgency: Exclude<Urgency, 'NONE'>,
  now: Date,
): Promise<number> =>
  tellContacts(tx, report, missing, now, {
    kind: `BIWEEKLY_REPORT_${urgency}`,
    text: urgency === 'DUE' ? dueText(report) : lateText(report),
    key: (unit) => `biweekly-${urgency.toLowerCase()}:${unit.id}`,
  });

/** Tells the contacts of each unit. */
async function tellContacts(
  tx: Prisma.TransactionClient,
  report: RemindedReport,
  units: readonly RemindedUnit[],
  now: Date,
  message: { kind: string; text: BilingualText; key: (unit: RemindedUnit) => string },
): Promise<number> {
  const contacts = await contactsOfUnits(
    tx,
    units.map(({ unitId }) => unitId),
  );
  let told = 0;
  for (const unit of units)
    told += await notify(
      tx,
      {
        personIds: contacts
          .filter(({ organizationId }) => organizationId === unit.unitId)
          .map(({ personId }) => personId),
        kind: message.kind,
        text: message.text,
        subject: { type: 'BiweeklyReport', id: report.id },
        dedupeKey: message.key(unit),
      },
      now,
    );
  return told;
}

const dueText = ({ ordinal, endsOn }: RemindedReport) =>
  bilingual(
    `第 ${ordinal} 期双周报 ${fromDay(endsOn)} 截止，请尽快报送`,
    `Biweekly report ${ordinal} ends on ${fromDay(endsOn)}: please hand in`,
  );
const lateText = ({ ordinal, endsOn }: RemindedReport) =>
  bilingual(
    `第 ${ordinal} 期双周报已于 ${fromDay(endsOn)} 截止，本科室尚未报送`,
    `Biweekly report ${ordinal} ended on ${fromDay(endsOn)}, and your unit has not handed in`,
  );
const handText = ({ ordinal, endsOn }: RemindedReport) =>
  bilingual(
    `党群科提醒报送第 ${ordinal} 期双周报（${fromDay(endsOn)} 截止）`,
    `Party affairs asks for biweekly report ${ordinal} (it ends on ${fromDay(endsOn)})`,
  );
