import { nameActions } from '@taizhang/platform';
import './graphql/organization.type.ts';
import './graphql/organizations.query.ts';
import './graphql/person.type.ts';
import './graphql/people.query.ts';
import './graphql/person-rights.type.ts';
import './graphql/event.type.ts';
import './graphql/audit-chain.query.ts';
import './graphql/audit-events.query.ts';
import './graphql/audit-rows.query.ts';
import './graphql/audit-watch.query.ts';
import './graphql/record-export.mutation.ts';
import './graphql/viewer.type.ts';
import './graphql/people.mutations.ts';
import './graphql/rights.mutations.ts';
import './graphql/api-client.type.ts';
import './graphql/api-client.mutations.ts';
import './graphql/sign-in-options.query.ts';
import './graphql/sign-in.mutation.ts';
import './graphql/own-account.mutations.ts';
import './graphql/my-sessions.type.ts';
import './graphql/reset-sign-in.mutations.ts';
import './graphql/set-up.mutation.ts';
import './graphql/notification.type.ts';
import './graphql/who-can.field.ts';
import './graphql/act-starter.field.ts';
import { ACCESS_ACTION_WORDS } from './rules/index.ts';

nameActions(ACCESS_ACTION_WORDS);

export type { AuditContext } from './graphql/audit-watch.query.ts';
export { accessNumbers } from './access-numbers.ts';
export type { AdminToken } from './api-clients.ts';
export { upkeep } from './jobs/upkeep.ts';
export { loadPersonCaller } from './load-caller.ts';
export { recognize, type Known, type RequestMeans } from './requests/recognize-caller.ts';
export { graphqlEndpoint } from './requests/graphql-endpoint.ts';
export { refuseStep } from './requests/refuse-step.ts';
export { requestContext, type ServerRequest } from './requests/request-context.ts';
export {
  addressList,
  rangeOf,
  trustedTransport,
  type TransportSettings,
} from './requests/trusted-transport.ts';
export { readSignInSettings, type SignInSettings } from './sign-in-settings.ts';
export type { RequiredStep, TotpRequirement } from './sessions.ts';
export { isLoopback, type OidcSettings } from './sign-in/oidc-client.ts';
export { hashPassword } from './sign-in/password-hash.ts';
export { rateLimits } from './sign-in/rate-limits.ts';
export { sealFor } from './sign-in/seal.ts';
export { oidcEndpoint } from './sign-in/serve-oidc.ts';
export { openSetUp } from './sign-in/set-up-token.ts';
export type { SetUpToken, SignInContext, SignInMeans } from './sign-in/sign-in-context.ts';
export { readableOrganizations } from './visibility.ts';
