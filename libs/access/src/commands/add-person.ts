import {
  type CommandInput,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { ACCESS_EVENTS, addPersonInput, may, refuseGrant } from '../rules/index.ts';
import { checkNamedOrganizations } from '../check-named.ts';
import { hashPassword } from '../sign-in/password-hash.ts';

/**
 * Adds a person with a local account; the password is kept as an argon2id hash. A role is another
 * matter: it needs the right to grant it as well, which no one administration role has.
 */
export async function addPerson(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addPerson',
      idempotencyKey: input.idempotencyKey,
      schema: addPersonInput,
      input,
      subjectId: id,
    },
    async ({ tx, caller, create }, fields) => {
      const { organizationId, displayName, role, loginName } = fields;
      const place = await tx.organization.findUnique({ where: { id: organizationId } });
      if (!place || !may(caller, 'organization:manage', place.id))
        throw new NotFoundError('Organization');
      await checkNamedOrganizations(tx, [organizationId]);
      if (role)
        obey(refuseGrant(caller, { id, disabledAt: null, roles: [] }, { role, organizationId }));
      if (await tx.account.count({ where: { loginName } }))
        throw new ValidationError([
          { path: ['loginName'], message: bilingual('用户名已被使用', 'This login name is taken') },
        ]);
      const position = fields.position ?? null;
      await create(ACCESS_EVENTS.PERSON_ADDED, { id, organizationId, displayName, position });
      await create(ACCESS_EVENTS.ACCOUNT_ADDED, {
        personId: id,
        loginName,
        passwordHash: await hashPassword(fields.password),
        // Whoever typed it here knows it: it opens the door once.
        mustChangePassword: true,
      });
      if (role) await create(ACCESS_EVENTS.ROLE_GRANTED, { personId: id, role, organizationId });
    },
  );
}
