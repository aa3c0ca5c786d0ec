import './graphql/organization.type.ts';
import './graphql/person.type.ts';
import './graphql/event.type.ts';
import './graphql/viewer.type.ts';
import './graphql/people.mutations.ts';
import './graphql/sign-in.mutation.ts';

export { resumeApiClient } from './api-clients.ts';
export { hashPassword } from './commands/sign-in.ts';
export { loadPersonCaller } from './load-caller.ts';
export { resumeSession } from './sessions.ts';
export type { SignInContext, SignInTransport } from './graphql/sign-in.mutation.ts';
export { readableOrganizations } from './visibility.ts';
