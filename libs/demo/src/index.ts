// The demonstration ledger, and the names by which tests find their way in it.
export { loadDemoLedger, type StoreFile } from './load-demo-ledger.ts';
export { EXAMPLES } from './example-queries.ts';
export { demoId } from './demo-ids.ts';
export type { OrganizationKey, PersonKey } from './organizations-and-people.ts';
