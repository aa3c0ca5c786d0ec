/**
 * Mutations that random input would hardly ever do, each with the spec that tells its story: there, as here, folding
 * the events gives the rows, and the log shows that the mutation wrote some.
 */
export const STORIES = {
  'domains-fold': [
    'addOrganization',
    'bringDocumentIntoForce',
    'changePassword',
    'compileBiweeklyReport',
    'confirmAllBiweeklyEntries',
    'confirmBiweeklyEntry',
    'confirmTotp',
    'consultOnDocument',
    'disableTotp',
    'editBiweeklySummary',
    'editOrganization',
    'editPerson',
    'freezeBiweeklyReport',
    'moveOrganization',
    'offerTotp',
    'reopenBiweeklyReport',
    'rescheduleTraining',
    'resetTotp',
    'returnBiweeklyUnitReport',
    'rotateApiClientToken',
    'submitBiweeklyUnitReport',
    'updateBiweeklyEntry',
  ],
  registers: [
    'closeRegister',
    'defineRegister',
    'editRegisterEntry',
    'registerEntry',
    'reopenRegister',
    'reviseRegister',
    'takeRegisterStep',
  ],
  'set-up': ['setUpHub'],
} as const;

/** Mutations that write no row of the ledger: sessions, notifications, what is noted of reading, and acts themselves. */
export const WRITE_NO_ROW = [
  'cancelAct',
  'completeSignIn',
  'markAllNotificationsRead',
  'markNotificationRead',
  'recordExport',
  'remindBiweeklyUnits',
  'revokeMySession',
  'revokeSessions',
  'signIn',
  'signInAsDemoPerson',
  'signOut',
  'unlockAccount',
] as const;
