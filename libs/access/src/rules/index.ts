export { ACCESS_ACTION_WORDS } from './action-words.ts';
export { changedFields, mayCheckChain, showsValues } from './audit-log.ts';
export { defineLifeCycle } from './define-life-cycle.ts';
export { ACCESS_EVENTS } from './events.ts';
export { heldAt } from './held-at.ts';
export { ORGANIZATION_LIFE_CYCLE, organizationState } from './organization-life-cycle.ts';
export { moveOrganizationInput, refuseLeaving, refuseMove } from './move-organization.ts';
export { recordExportInput } from './record-export-input.ts';
export {
  may,
  mayAnywhere,
  mayInRole,
  NO_PERMISSION,
  PERMISSIONS,
  permissionsOf,
  placesWith,
  ROLES,
  ROLE_WORDS,
  rolesWith,
  type Permission,
  type RoleName,
} from './permissions.ts';
export {
  changePasswordInput,
  checkNewPassword,
  newPassword,
  refusePassword,
  type PasswordOwner,
} from './password-rule.ts';
export { codeInput, completeSignInInput, disableTotpInput, signInInput } from './sign-in-input.ts';
export { setUpHubInput } from './set-up-input.ts';
export {
  ancestorCodes,
  isOrganizationReadable,
  reachedOrganizations,
} from './organization-visibility.ts';
export { couldSomebodyElse, holderAsCaller } from './who-can.ts';
export { addOrganizationInput, addPersonInput } from './people-inputs.ts';
export {
  addApiClientInput,
  apiClientRoles,
  disableApiClientInput,
  refuseApiClient,
  rotateApiClientTokenInput,
} from './api-client-rules.ts';
export {
  ADMINISTRATION_ROLES,
  editOrganizationInput,
  editPersonInput,
  isAdministration,
  PERSON_ACTIONS,
  refuseGrant,
  refusePersonAction,
  refuseRevoke,
  refuseRights,
  reasonInput,
  roleAtPlaceInput,
  type HeldRole,
  type PersonAction,
  type PersonState,
  type RightsRefusal,
} from './rights.ts';
