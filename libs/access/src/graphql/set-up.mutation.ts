import { builder, ForbiddenError, ValidationError } from '@taizhang/platform';
import { setUpHub } from '../commands/set-up-hub.ts';
import { loadPersonCaller } from '../load-caller.ts';
import { enterHub } from '../sign-in/enter-hub.ts';
import { SIGN_IN_COST } from './sign-in-errors.type.ts';
import { ViewerType } from './viewer.type.ts';

const AdministratorInput = builder.inputType('SetUpAdministratorInput', {
  description: '管理员。One of the three administrators.',
  fields: (t) => ({
    displayName: t.string({ required: true, description: '姓名。The name shown.' }),
    loginName: t.string({ required: true, description: '用户名。Unique in the hub.' }),
    password: t.string({ required: true, description: '密码，至少 12 位。The password.' }),
  }),
});

const SetUpHubInput = builder.inputType('SetUpHubInput', {
  description: '初次设置。The input of `setUpHub`.',
  fields: (t) => ({
    token: t.string({
      description: '设置链接中的凭据。From the link that the hub prints; automation needs none.',
    }),
    districtCode: t.string({ required: true, description: '区代码。The district’s code.' }),
    districtName: t.string({ required: true, description: '区名称。The district’s full name.' }),
    systemAdministrator: t.field({
      type: AdministratorInput,
      required: true,
      description: '系统管理员。Whoever sets up, with the password to keep.',
    }),
    securityAdministrator: t.field({
      type: AdministratorInput,
      required: true,
      description: '安全管理员及临时密码。With a temporary password.',
    }),
    auditAdministrator: t.field({
      type: AdministratorInput,
      required: true,
      description: '审计管理员及临时密码。With a temporary password.',
    }),
  }),
});

builder.mutationField('setUpHub', (t) =>
  t.field({
    extensions: { readBy: 'whoever its command lets' },
    type: ViewerType,
    description:
      '初次设置空系统。Makes the district and the three administrators of an empty hub, once, and signs in the system administrator.',
    errors: {
      types: [ForbiddenError, ValidationError],
      directResult: true,
      union: { name: 'SetUpHubResult', description: 'The viewer, or why not.' },
    },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: SetUpHubInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const personId = await setUpHub(context, input);
      // Automation sets up for somebody else: nobody's browser is signed in.
      const caller = context.caller
        ? await loadPersonCaller(context.db, personId)
        : await enterHub(context, { personId, method: 'PASSWORD' });
      return caller!;
    },
  }),
);
