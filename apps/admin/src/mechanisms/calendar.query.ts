import { graphql } from '@taizhang/client';

/** What falls due in a month: what is open or done already, what will open yet, and the days off. */
export const calendarQuery = graphql(`
  query AdminMechanismCalendar($from: Date!, $to: Date!, $filter: MechanismOccurrenceFilter) {
    mechanismOccurrences(first: 100, filter: $filter) {
      totalCount
      nodes {
        id
        dueOn
        status
        isLate
        isProvisional
        mechanism {
          id
          title
        }
        responsibleUnit {
          name
          shortName
        }
      }
    }
    mechanismForecasts(from: $from, to: $to) {
      mechanism {
        id
        title
        responsibleUnit {
          name
          shortName
        }
      }
      slot {
        slot
        dueOn
        isProvisional
      }
    }
    workingCalendars {
      year
      source
      daysOff
      workedDays
    }
  }
`);
