import { commandMutation, type CommandInput } from '@taizhang/platform';
import { resetPassword } from '../commands/change-password.ts';
import { resetTotp } from '../commands/reset-totp.ts';

commandMutation<CommandInput>({
  name: 'resetPassword',
  description:
    '重置密码。Gives a person a temporary password, to be changed at the next sign-in; their sessions end.',
  model: 'Person',
  ids: { personId: 'Person' },
  fields: (t) => ({
    personId: t.id({ required: true, description: '人员。Whose password.' }),
    password: t.string({
      required: true,
      description: '临时密码，至少 12 位。The temporary password, at least 12 characters.',
    }),
  }),
  run: resetPassword,
});

commandMutation<CommandInput>({
  name: 'resetTotp',
  description:
    '取消动态口令。Takes away the second factor of a person who lost it; their sessions end.',
  model: 'Person',
  ids: { personId: 'Person' },
  fields: (t) => ({
    personId: t.id({ required: true, description: '人员。Whose second factor.' }),
  }),
  run: resetTotp,
});
