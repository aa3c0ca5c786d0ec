import { lifeCycles } from '@taizhang/platform/rules';
import { may, NO_PERMISSION, type Permission } from './permissions.ts';

/** Writes a life cycle as a table, its steps guarded by the permissions that roles have. */
export const defineLifeCycle = lifeCycles<Permission>({ may, noPermission: NO_PERMISSION });
