import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const confirmEntry = graphql(
  `
    mutation ConfirmBiweeklyEntry($input: ConfirmBiweeklyEntryInput!) {
      result: confirmBiweeklyEntry(input: $input) {
        __typename
        ... on BiweeklyEntry {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const updateEntry = graphql(
  `
    mutation UpdateBiweeklyEntry($input: UpdateBiweeklyEntryInput!) {
      result: updateBiweeklyEntry(input: $input) {
        __typename
        ... on BiweeklyEntry {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const confirmAll = graphql(
  `
    mutation ConfirmAllBiweeklyEntries($input: ConfirmAllBiweeklyEntriesInput!) {
      result: confirmAllBiweeklyEntries(input: $input) {
        __typename
        ... on BiweeklyUnitReport {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const submitPart = graphql(
  `
    mutation SubmitBiweeklyUnitReport($input: SubmitBiweeklyUnitReportInput!) {
      result: submitBiweeklyUnitReport(input: $input) {
        __typename
        ... on BiweeklyUnitReport {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const returnPart = graphql(
  `
    mutation ReturnBiweeklyUnitReport($input: ReturnBiweeklyUnitReportInput!) {
      result: returnBiweeklyUnitReport(input: $input) {
        __typename
        ... on BiweeklyUnitReport {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const remindUnits = graphql(
  `
    mutation RemindBiweeklyUnits($input: RemindBiweeklyUnitsInput!) {
      result: remindBiweeklyUnits(input: $input) {
        __typename
        ... on BiweeklyReport {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const compileReport = graphql(
  `
    mutation CompileBiweeklyReport($input: CompileBiweeklyReportInput!) {
      result: compileBiweeklyReport(input: $input) {
        __typename
        ... on BiweeklyReport {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const editSummary = graphql(
  `
    mutation EditBiweeklySummary($input: EditBiweeklySummaryInput!) {
      result: editBiweeklySummary(input: $input) {
        __typename
        ... on BiweeklyReport {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const reopenReport = graphql(
  `
    mutation ReopenBiweeklyReport($input: ReopenBiweeklyReportInput!) {
      result: reopenBiweeklyReport(input: $input) {
        __typename
        ... on BiweeklyReport {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const freezeReport = graphql(
  `
    mutation FreezeBiweeklyReport($input: FreezeBiweeklyReportInput!) {
      result: freezeBiweeklyReport(input: $input) {
        __typename
        ... on BiweeklyReport {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
