import {
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  ForbiddenError,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  toDay,
  ValidationError,
} from '@taizhang/platform';
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';
import { issueToken, makeToken } from '../api-clients.ts';
import { checkNamedOrganizations } from '../check-named.ts';
import {
  ACCESS_EVENTS,
  addApiClientInput,
  disableApiClientInput,
  may,
  NO_PERMISSION,
  refuseApiClient,
  rotateApiClientTokenInput,
} from '../rules/index.ts';
import { visibleApiClients } from '../visibility.ts';
import { checkPlace } from './load-person.ts';

/** A token lasts two years at most: a forgotten one must end by itself. */
const LONGEST_DAYS = 731;
const DAY_MS = 86_400_000;

/** Adds another system, with a token that only the answer to this request shows. */
export function addApiClient(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addApiClient',
      idempotencyKey: input.idempotencyKey,
      schema: addApiClientInput,
      input,
      subjectId: id,
    },
    async (scope, { name, organizationId, role, scopes, expiresOn }) => {
      const { caller, now } = scope;
      await checkPlace(scope, organizationId);
      await checkNamedOrganizations(scope.tx, [organizationId]);
      if (!may(caller, 'access:manage', organizationId)) throw new ForbiddenError(NO_PERMISSION);
      checkExpiry(expiresOn, now);
      await checkName(scope, name);
      const { token, tokenHash } = makeToken();
      await scope.create(ACCESS_EVENTS.API_CLIENT_ADDED, {
        id,
        name,
        organizationId,
        role,
        scopes: [...new Set(scopes)],
        expiresOn: toDay(expiresOn)!,
        tokenHash,
      });
      issueToken(context, id, token);
    },
  );
}

/** Gives a client a new token; the old one opens nothing from now on. */
export function rotateApiClientToken(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'rotateApiClientToken',
      idempotencyKey: input.idempotencyKey,
      schema: rotateApiClientTokenInput,
      input,
      subjectId: input.id,
    },
    async (scope, { expiresOn }) => {
      const client = await loadApiClient(scope, input.id);
      obey(refuseApiClient(scope.caller, client));
      checkExpiry(expiresOn, scope.now);
      const { token, tokenHash } = makeToken();
      await scope.change(
        ACCESS_EVENTS.API_CLIENT_TOKEN_ROTATED,
        client,
        { tokenHash, expiresOn: toDay(expiresOn)! },
        { expectedVersion: input.expectedVersion },
      );
      issueToken(context, client.id, token);
    },
  );
}

/** Ends a client for good, at once. */
export function disableApiClient(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'disableApiClient',
      idempotencyKey: input.idempotencyKey,
      schema: disableApiClientInput,
      input,
      subjectId: input.id,
    },
    async (scope) => {
      const client = await loadApiClient(scope, input.id);
      obey(refuseApiClient(scope.caller, client));
      await scope.change(
        ACCESS_EVENTS.API_CLIENT_DISABLED,
        client,
        { disabledAt: scope.now },
        { expectedVersion: input.expectedVersion },
      );
    },
  );
}

async function loadApiClient({ tx, caller }: CommandScope, id: string) {
  const client = await tx.apiClient.findFirst({
    where: { id, AND: [visibleApiClients(caller)] },
  });
  if (!client) throw new NotFoundError('ApiClient');
  return client;
}

async function checkName({ tx }: CommandScope, name: string) {
  if (await tx.apiClient.count({ where: { name } }))
    throw new ValidationError([
      { path: ['name'], message: bilingual('名称已被使用', 'This name is taken') },
    ]);
}

function checkExpiry(expiresOn: string, now: Date) {
  const last = todayInShanghai(new Date(now.getTime() + LONGEST_DAYS * DAY_MS));
  if (expiresOn >= todayInShanghai(now) && expiresOn <= last) return;
  throw new ValidationError([
    {
      path: ['expiresOn'],
      message: bilingual(
        '有效期须在今天至两年之内',
        'A token ends between today and two years from now',
      ),
    },
  ]);
}
