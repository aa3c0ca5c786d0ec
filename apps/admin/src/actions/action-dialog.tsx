import { useLanguage } from '@taizhang/ui';
import { App } from 'antd';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../form/choice-field.tsx';
import { DialogForm } from '../form/dialog-form.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { useEffect } from 'react';
import { specOf, type ActionInput } from './action-catalogue.ts';
import { ActionField } from './action-field.tsx';
import { StepField } from './step-field.tsx';
import { useActionLabel } from './use-action-label.ts';

export interface ActionTarget {
  id: string;
  version: number;
  /** Said under the dialog's title, so that one sees what is acted upon. */
  label: string;
  /** What the action's input names beside the target and what the dialog asks for. */
  input?: ActionInput;
}

export interface ActionDialogProps {
  action: string;
  target: ActionTarget;
  /** What a cancelled measure can be replaced by. */
  replacements?: readonly Choice[];
  onClose(): void;
  /** Reads the target again: after it was done, and after a conflict, when the dialog keeps what was typed. */
  onReload(): void;
}

/** Asks for what an action needs, sends it, and says why not when the hub refuses. */
export function ActionDialog({
  action,
  target,
  replacements = [],
  onClose,
  onReload,
}: ActionDialogProps) {
  const { t, i18n } = useTranslation('admin');
  const { message } = App.useApp();
  const { pick } = useLanguage();
  const label = useActionLabel();
  const spec = specOf(action);
  const { submit, submitting, failure, forgetFailure } = useSubmission(spec.document);
  const form = useForm<Record<string, unknown>>({
    resolver: ruleResolver(spec.rule),
    defaultValues: {
      // The rule says "required" of an empty text, and only of that.
      ...Object.fromEntries(spec.fields.map(({ name, required }) => [name, required ? '' : null])),
      ...(spec.under && { [spec.under]: target.id }),
      ...target.input,
    },
  });
  const actionLabel = label(action);

  useEffect(() => applyFieldErrors(failure, form.setError), [failure, form.setError]);

  const confirm = form.handleSubmit(async (fields) => {
    const done = await submit({
      ...(fields as ActionInput),
      ...(!spec.under && { id: target.id, expectedVersion: target.version }),
    });
    if (!done) return;
    // The cache drops only what held a record of the result's type, which a list that was empty did not.
    onReload();
    void message.success(t('common.done', { action: actionLabel }));
    onClose();
  });

  const reload = () => {
    onReload();
    forgetFailure();
    void message.info(t('failure.reloaded'));
  };

  const intro = i18n.exists(`actionForm.intro.${action}`, { ns: 'admin' })
    ? t(`actionForm.intro.${action as 'requestExtension'}`)
    : spec.advice && pick(spec.advice);

  return (
    <DialogForm
      title={actionLabel}
      intro={intro ? [target.label, intro] : [target.label]}
      confirmLabel={t('actionForm.confirm', { action: actionLabel })}
      isDangerous={spec.isDangerous}
      submitting={submitting}
      failure={failure}
      onSubmit={confirm}
      onReload={reload}
      onClose={onClose}
    >
      {spec.fields.map((field) =>
        field.described ? (
          <StepField
            key={field.name}
            control={form.control}
            replacements={replacements}
            {...field}
          />
        ) : (
          <ActionField key={field.name} control={form.control} {...field} />
        ),
      )}
    </DialogForm>
  );
}
