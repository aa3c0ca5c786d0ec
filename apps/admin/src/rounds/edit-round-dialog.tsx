import { editRoundInput } from '@taizhang/rectification/rules';
import { App, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useForm, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { RoundFields, type RoundFieldValues } from './round-fields.tsx';
import { editRound } from './round-form.mutations.ts';
import { useActionLabel } from '../actions/use-action-label.ts';

export interface EditRoundDialogProps {
  round: {
    id: string;
    version: number;
    code: string;
    title: string;
    kind: 'INSPECTION' | 'AUDIT';
    inspectionTeam: string | null;
    inspectedFrom: string | null;
    inspectedTo: string | null;
    feedbackOn: string | null;
    intensivePeriodEndsOn: string | null;
  };
  onClose(): void;
  /** Reads the round again; what was typed stays. */
  onReload(): void;
}

/** 编辑轮次: what it is called and when it was. */
export function EditRoundDialog({ round, onClose, onReload }: EditRoundDialogProps) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(editRound);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(editRoundInput),
    defaultValues: {
      title: round.title,
      kind: round.kind,
      inspectionTeam: round.inspectionTeam,
      inspectedFrom: round.inspectedFrom,
      inspectedTo: round.inspectedTo,
      feedbackOn: round.feedbackOn,
      intensivePeriodEndsOn: round.intensivePeriodEndsOn,
    },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (fields) => {
    if (!(await submit({ ...fields, id: round.id, expectedVersion: round.version }))) return;
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <Modal open title={label('editInspectionRound')} onCancel={onClose} footer={null} width={680}>
      <p className="tz-dialog-intro">{round.code}</p>
      <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
        <FailureAlert
          failure={failure}
          onReload={() => {
            onReload();
            forgetFailure();
          }}
        />
        {/* A control is typed by its whole form; these fields only touch what both forms have. */}
        <RoundFields control={control as unknown as Control<RoundFieldValues>} />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
