import { graphql, type ResultOf } from '@taizhang/client';

/** What an action list shows of each action: as the hub answered, with who can where the viewer cannot. */
export const allowedActionFragment = graphql(`
  fragment OfferedAction on AllowedAction @_unmask {
    action
    allowed
    reason
    whoCan {
      posts {
        label
      }
      people {
        displayName
      }
    }
  }
`);

export type AllowedAction = ResultOf<typeof allowedActionFragment>;
