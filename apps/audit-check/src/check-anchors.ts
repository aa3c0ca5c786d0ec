import { graphql, type ResultOf } from '@taizhang/client';
import type { AskHub } from './open-client.ts';

const CheckAuditAnchors = graphql(`
  query CheckAuditAnchors {
    auditAnchors {
      checked
      anchoredTo
      firstBad {
        fault
        line
        position
        message
      }
    }
  }
`);

/** What comparing the chain with the anchors of the hub has found. */
export type AnchorsCheck = NonNullable<ResultOf<typeof CheckAuditAnchors>['auditAnchors']>;

/** Compares the chain with the anchors that the hub left outside its database. @throws CommandError */
export const checkAnchors = async (ask: AskHub): Promise<AnchorsCheck> =>
  (await ask(CheckAuditAnchors, {})).auditAnchors!;
