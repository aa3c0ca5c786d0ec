import { bilingual, type BilingualText } from '../rules/index.ts';

/** An expected refusal of a command. Each kind is a member of every mutation's result union. */
export abstract class DomainError extends Error {
  abstract readonly code: string;

  constructor(message: BilingualText) {
    super(message);
    this.name = new.target.name;
  }
}

/** The record does not exist, or the caller may not see it: both read the same. */
export class NotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  readonly type: string;

  constructor(type: string) {
    super(bilingual('记录不存在，或您无权查看', 'There is no such record, or you may not see it'));
    this.type = type;
  }
}

/** The caller sees the record but may not do this to it. */
export class ForbiddenError extends DomainError {
  readonly code = 'FORBIDDEN';
}

/** One thing wrong with an input; `path` leads to the field from the input's root. */
export interface FieldError {
  path: string[];
  message: string;
}

/** The input breaks a rule that its fields alone decide. */
export class ValidationError extends DomainError {
  readonly code = 'VALIDATION';
  readonly fieldErrors: FieldError[];

  constructor(fieldErrors: FieldError[]) {
    super(bilingual('填写内容有误，请按提示修改', 'Some fields need correction'));
    this.fieldErrors = fieldErrors;
  }
}

/** A field that two editors changed: what the caller sent and what is stored now. */
export interface FieldConflict {
  field: string;
  yours: string | null;
  current: string | null;
}

/** Somebody else changed the record since the caller read it. */
export class ConflictError extends DomainError {
  readonly code = 'CONFLICT';
  readonly currentVersion: number;
  readonly fields: FieldConflict[];

  constructor(currentVersion: number, fields: FieldConflict[] = []) {
    super(
      bilingual(
        '该记录已被他人修改，请核对后重试',
        'Somebody else changed this record: compare and try again',
      ),
    );
    this.currentVersion = currentVersion;
    this.fields = fields;
  }
}

/** A rule of the life cycle refuses the step; `rule` is its stable name. */
export class TransitionError extends DomainError {
  readonly code = 'TRANSITION';
  readonly rule: string;

  constructor(rule: string, message: BilingualText) {
    super(message);
    this.rule = rule;
  }
}

/** The idempotency key was used before, for another input. */
export class IdempotencyError extends DomainError {
  readonly code = 'IDEMPOTENCY';

  constructor() {
    super(
      bilingual(
        '该幂等键已用于另一请求，请换一个新键',
        'This idempotency key was used for another request: use a new one',
      ),
    );
  }
}
