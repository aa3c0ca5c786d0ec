import { todayInShanghai } from '@taizhang/platform/rules';
import { stepOf, type RegisterDefinition } from '@taizhang/registers/rules';
import { useLanguage } from '@taizhang/ui';
import { App, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionMutation } from '../actions/action-mutation.ts';
import { DialogForm } from '../form/dialog-form.tsx';
import { FormField } from '../form/form-field.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { EntryForm, errorsByField, type FilledValues } from './entry-form.tsx';

/** What is done: an entry is made, a step taken, or what the last one said put right. */
export type EntryAction =
  | { action: 'registerEntry'; registerId: string }
  | { action: 'takeRegisterStep' | 'editRegisterEntry'; id: string; version: number };

export interface EntryDialogProps {
  definition: RegisterDefinition;
  step: string;
  title: string;
  done: EntryAction;
  /** What the fields hold already. */
  values?: FilledValues;
  onClose(): void;
  onDone(id: string): void;
}

/** Fills in what a step asks for, and takes it. */
export function EntryDialog({
  definition,
  step,
  title,
  done,
  values: held = {},
  onClose,
  onDone,
}: EntryDialogProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const { message } = App.useApp();
  const [values, setValues] = useState<FilledValues>(held);
  const [reason, setReason] = useState('');
  const { submit, submitting, failure, forgetFailure } = useSubmission(
    actionMutation(done.action as 'takeRegisterStep'),
  );
  const taken = stepOf(definition, step)!;
  const sent = taken.asks.flatMap((key) => values[key] ?? []);
  const refused =
    failure?.kind === 'refused' && failure.error.__typename === 'ValidationError'
      ? errorsByField(sent, failure.error)
      : {};

  const save = async () => {
    const target =
      done.action === 'registerEntry'
        ? { registerId: done.registerId }
        : {
            id: done.id,
            expectedVersion: done.version,
            ...(done.action === 'takeRegisterStep' && { step }),
            ...(reason && { reason }),
          };
    const result = await submit({ ...target, values: sent } as never);
    if (!result) return;
    void message.success(t('common.done', { action: title }));
    onDone(result.id);
  };

  return (
    <DialogForm
      title={title}
      width={720}
      confirmLabel={title}
      isDangerous={taken.isDangerous && done.action === 'takeRegisterStep'}
      submitting={submitting}
      failure={failure}
      onSubmit={save}
      onReload={() => forgetFailure()}
      onClose={onClose}
    >
      <EntryForm
        definition={definition}
        step={step}
        values={values}
        errors={refused}
        today={todayInShanghai(new Date())}
        onChange={setValues}
      />
      {done.action === 'registerEntry' ? null : (
        <FormField label={t('registers.reason')} required={taken.needsReason}>
          {(ties) => (
            <Input.TextArea
              {...ties}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={reason}
              placeholder={pick('会写入办理记录 / Goes into the history')}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </FormField>
      )}
    </DialogForm>
  );
}
