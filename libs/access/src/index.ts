import './graphql/organization.type.ts';
import './graphql/person.type.ts';
import './graphql/person-rights.type.ts';
import './graphql/event.type.ts';
import './graphql/audit-chain.query.ts';
import './graphql/audit-events.query.ts';
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

export { resumeApiClient } from './api-clients.ts';
export { loadPersonCaller } from './load-caller.ts';
export {
  resumeSession,
  type LiveSession,
  type RequiredStep,
  type TotpRequirement,
} from './sessions.ts';
export {
  isLoopback,
  oidcClient,
  type OidcClient,
  type OidcFlow,
  type OidcSettings,
} from './sign-in/oidc-client.ts';
export { hashPassword } from './sign-in/password-hash.ts';
export { rateLimits } from './sign-in/rate-limits.ts';
export { sealFor, type Seal } from './sign-in/seal.ts';
export { signInByOidc } from './sign-in/sign-in-by-oidc.ts';
export type {
  SetUpToken,
  SignInContext,
  SignInMeans,
  SignInTransport,
} from './sign-in/sign-in-context.ts';
export { readableOrganizations } from './visibility.ts';
