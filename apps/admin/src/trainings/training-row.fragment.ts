import { graphql } from '@taizhang/client';

export const trainingRowFragment = graphql(`
  fragment TrainingRow on Training {
    id
    kind
    direction
    topic
    status
    heldOn
    sessionCount
    attendanceCount
    hours
    provenance
    responsibleUnit {
      name
      shortName
      isDisabled
    }
  }
`);
