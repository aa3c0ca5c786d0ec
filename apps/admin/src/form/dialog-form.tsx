import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../submission/failure-alert.tsx';
import type { SubmissionFailure } from '../submission/mutation-failure.ts';

export interface DialogFormProps {
  title: string;
  /** Said under the title, a paragraph each, so that one sees what is acted upon. */
  intro?: readonly string[];
  width?: number;
  confirmLabel: string;
  isDangerous?: boolean;
  submitting: boolean;
  failure: SubmissionFailure | null;
  children: ReactNode;
  onSubmit(): Promise<void>;
  onReload(): void;
  onClose(): void;
}

/** A form in a dialog: why it was refused, its fields, what sends it and what leaves it. */
export function DialogForm({
  title,
  intro = [],
  width = 560,
  confirmLabel,
  isDangerous = false,
  submitting,
  failure,
  children,
  onSubmit,
  onReload,
  onClose,
}: DialogFormProps) {
  const { t } = useTranslation('admin');
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={width}>
      {intro.map((text) => (
        <p key={text} className="tz-dialog-intro">
          {text}
        </p>
      ))}
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
        noValidate
      >
        <FailureAlert failure={failure} onReload={onReload} />
        {children}
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting} danger={isDangerous}>
            {confirmLabel}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
