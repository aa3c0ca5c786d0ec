import {
  builder,
  ForbiddenError,
  TransitionError,
  validate,
  ValidationError,
} from '@taizhang/platform';
import { changePassword } from '../commands/change-password.ts';
import { confirmTotp, disableTotp, offerTotp } from '../commands/enrol-totp.ts';
import { changePasswordInput, codeInput, disableTotpInput } from '../rules/index.ts';
import { ownSession, refreshedViewer } from '../sign-in/sign-in-context.ts';
import { SIGN_IN_COST } from './sign-in-errors.type.ts';
import { ViewerType } from './viewer.type.ts';

const refusals = {
  types: [ForbiddenError, ValidationError, TransitionError],
  directResult: true,
};

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  description: '修改密码。The input of `changePassword`.',
  fields: (t) => ({
    oldPassword: t.string({ required: true, description: '原密码。The password until now.' }),
    newPassword: t.string({
      required: true,
      description:
        '新密码，至少 12 位。The password from now on: at least 12 characters, none of your names.',
    }),
  }),
});

const OfferTotpInput = builder.inputType('OfferTotpInput', {
  description: '启用动态口令第一步。The input of `offerTotp`.',
  fields: (t) => ({
    password: t.string({ required: true, description: '密码。Your password once more.' }),
  }),
});

const ConfirmTotpInput = builder.inputType('ConfirmTotpInput', {
  description: '启用动态口令第二步。The input of `confirmTotp`.',
  fields: (t) => ({
    code: t.string({ required: true, description: '动态码。Six digits of the authenticator.' }),
  }),
});

const DisableTotpInput = builder.inputType('DisableTotpInput', {
  description: '停用动态口令。The input of `disableTotp`.',
  fields: (t) => ({
    password: t.string({ required: true, description: '密码。Your password once more.' }),
    code: t.string({
      required: true,
      description: '动态码或恢复码。Six digits of the authenticator, or a recovery code.',
    }),
  }),
});

const TotpOfferType = builder.objectRef<{ secret: string; uri: string }>('TotpOffer').implement({
  description: '动态口令密钥。The secret for an authenticator; it counts after `confirmTotp`.',
  fields: (t) => ({
    secret: t.exposeString('secret', { description: '密钥，供手工输入。The secret, to type.' }),
    uri: t.exposeString('uri', { description: 'otpauth 地址，供二维码。For a QR code.' }),
  }),
});

const TotpEnrolledType = builder.objectRef<{ recoveryCodes: string[] }>('TotpEnrolled').implement({
  description: '动态口令已启用。The second factor is on.',
  fields: (t) => ({
    recoveryCodes: t.exposeStringList('recoveryCodes', {
      description:
        '恢复码，至多 10 个，仅显示一次。Each stands in for a code once; at most 10, shown this once.',
    }),
  }),
});

builder.mutationFields((t) => ({
  changePassword: t.field({
    extensions: { readBy: 'oneself' },
    type: ViewerType,
    description:
      '修改自己的密码，其他会话随即失效。Changes your password; your other sessions end.',
    errors: {
      ...refusals,
      union: { name: 'ChangePasswordResult', description: 'The viewer, or why not.' },
    },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: ChangePasswordInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const session = ownSession(context);
      await changePassword(context, session, validate(changePasswordInput, input));
      return refreshedViewer(context);
    },
  }),
  offerTotp: t.field({
    extensions: { readBy: 'oneself' },
    type: TotpOfferType,
    description: '启用动态口令第一步：取得密钥。Begins to turn a second factor on.',
    errors: { ...refusals, union: { name: 'OfferTotpResult', description: 'It, or why not.' } },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: OfferTotpInput, required: true }) },
    resolve: (_root, { input }, context) =>
      offerTotp(context, ownSession(context), input.password.slice(0, 200)),
  }),
  confirmTotp: t.field({
    extensions: { readBy: 'oneself' },
    type: TotpEnrolledType,
    description: '启用动态口令第二步：核对动态码。Turns the second factor on.',
    errors: { ...refusals, union: { name: 'ConfirmTotpResult', description: 'It, or why not.' } },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: ConfirmTotpInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const session = ownSession(context);
      const { code } = validate(codeInput, input);
      return { recoveryCodes: await confirmTotp(context, session, code) };
    },
  }),
  disableTotp: t.field({
    extensions: { readBy: 'oneself' },
    type: ViewerType,
    description: '停用动态口令。Turns your second factor off, by password and code.',
    errors: {
      ...refusals,
      union: { name: 'DisableTotpResult', description: 'The viewer, or why not.' },
    },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: DisableTotpInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const session = ownSession(context);
      await disableTotp(context, session, validate(disableTotpInput, input));
      return refreshedViewer(context);
    },
  }),
}));
