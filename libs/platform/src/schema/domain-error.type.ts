import {
  ConflictError,
  DomainError,
  ForbiddenError,
  IdempotencyError,
  NotFoundError,
  TransitionError,
  ValidationError,
  type FieldConflict,
  type FieldError,
} from '../errors/domain-errors.ts';
import { builder } from './builder.ts';

const ErrorInterface = builder.interfaceRef<DomainError>('Error').implement({
  description:
    '可预期的错误。An expected refusal; every error member of a result union implements it.',
  fields: (t) => ({
    code: t.exposeString('code', { description: '错误代码。A stable code for programs.' }),
    message: t.exposeString('message', {
      description: '说明，中文在前。What is wrong and what to do, "中文 / English".',
    }),
  }),
});

const FieldErrorType = builder.objectRef<FieldError>('FieldError').implement({
  description: '某一字段的错误。What is wrong with one field of the input.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description:
        '字段路径，至多为输入的层数。Field names and list positions from the input down; at most as many as it is deep.',
    }),
    message: t.exposeString('message', { description: '说明。What to correct, "中文 / English".' }),
  }),
});

const FieldConflictType = builder.objectRef<FieldConflict>('FieldConflict').implement({
  description: '两人同时修改的字段。A field with two values: yours and the stored one.',
  fields: (t) => ({
    field: t.exposeString('field', { description: '字段名。The field of the input.' }),
    yours: t.exposeString('yours', { nullable: true, description: '您提交的值。What you sent.' }),
    current: t.exposeString('current', {
      nullable: true,
      description: '现存的值。What is stored now.',
    }),
  }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: '记录不存在或不可见。The record does not exist, or you may not see it.',
  interfaces: [ErrorInterface],
});

builder.objectType(ForbiddenError, {
  name: 'ForbiddenError',
  description: '无权操作。You may see the record but not do this.',
  interfaces: [ErrorInterface],
});

builder.objectType(ValidationError, {
  name: 'ValidationError',
  description: '填写有误。The input breaks a rule.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    fieldErrors: t.expose('fieldErrors', {
      type: [FieldErrorType],
      description: '逐项错误，至多每个字段一项。Every field that is wrong; at most one a field.',
    }),
  }),
});

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: '版本冲突。Somebody else changed the record since you read it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    currentVersion: t.exposeInt('currentVersion', {
      description: '现行版本号。The version stored now.',
    }),
    fields: t.expose('fields', {
      type: [FieldConflictType],
      description:
        '有差异的字段，至多为输入的字段。The fields in which your input and the stored record differ; at most those of the input.',
    }),
  }),
});

builder.objectType(TransitionError, {
  name: 'TransitionError',
  description: '流程规则不允许。A rule of the life cycle refuses the step.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    rule: t.exposeString('rule', { description: '规则名。The stable name of the rule.' }),
  }),
});

builder.objectType(IdempotencyError, {
  name: 'IdempotencyError',
  description: '幂等键冲突。The idempotency key was used for another input.',
  interfaces: [ErrorInterface],
});

/** The error members of every mutation's result union. */
export const domainErrors = [
  NotFoundError,
  ForbiddenError,
  ValidationError,
  ConflictError,
  TransitionError,
  IdempotencyError,
];
