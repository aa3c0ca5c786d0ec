import { App } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useForm, type Control, type DefaultValues, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ZodType } from 'zod';
import { DialogForm } from '../form/dialog-form.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { actionMutation, type InputOf } from './action-mutation.ts';
import { useActionLabel } from './use-action-label.ts';

type Sent = 'id' | 'expectedVersion' | 'idempotencyKey';

/** What every dialog that edits a record is given. */
export interface EditedRecord<Facts> {
  record: Facts & { id: string; version: number };
  onClose(): void;
  /** Reads the record again: after it was changed, and after a conflict, when what was typed stays. */
  onReload(): void;
}

export interface EditDialogProps<
  Action extends string,
  Values extends FieldValues,
> extends EditedRecord<unknown> {
  /** The mutation, which takes the record's id and version beside what the rule makes of the form. */
  action: Action;
  /** The hub's own rule. */
  rule: ZodType<Omit<InputOf<Action>, Sent>, Values>;
  values: DefaultValues<Values>;
  intro?: string;
  width?: number;
  children(control: Control<Values, unknown, Omit<InputOf<Action>, Sent>>): ReactNode;
}

/** Changes a record by a form in a dialog: the frame that all of them share. */
export function EditDialog<Action extends string, Values extends FieldValues>({
  action,
  rule,
  record,
  values,
  intro,
  width,
  children,
  onClose,
  onReload,
}: EditDialogProps<Action, Values>) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(actionMutation(action));
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(rule),
    defaultValues: values,
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (fields) => {
    const input = { ...fields, id: record.id, expectedVersion: record.version };
    // TypeScript cannot see that the omitted keys plus the rest are the input again.
    if (!(await submit(input as unknown as Parameters<typeof submit>[0]))) return;
    onReload();
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <DialogForm
      title={label(action)}
      {...(intro !== undefined && { intro: [intro] })}
      {...(width !== undefined && { width })}
      confirmLabel={t('common.save')}
      submitting={submitting}
      failure={failure}
      onSubmit={save}
      onReload={() => {
        onReload();
        forgetFailure();
      }}
      onClose={onClose}
    >
      {children(control)}
    </DialogForm>
  );
}
