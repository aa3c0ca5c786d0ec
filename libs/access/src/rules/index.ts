export {
  may,
  mayAnywhere,
  NO_PERMISSION,
  PERMISSIONS,
  placesWith,
  ROLES,
  type Permission,
  type RoleName,
} from './permissions.ts';
export { signInInput } from './sign-in-input.ts';
export {
  ancestorCodes,
  isOrganizationReadable,
  reachedOrganizations,
} from './organization-visibility.ts';
export { addOrganizationInput, addPersonInput } from './people-inputs.ts';
