import { InboxOutlined } from '@ant-design/icons';
import { useFormat } from '@taizhang/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadLimits } from './check-file.ts';

export interface FileInputProps {
  file: File | null;
  /** Null until the hub told them. */
  limits: UploadLimits | null;
  onChoose(file: File): void;
  disabled: boolean;
}

/** A file by drop or by the browser's own dialog. */
export function FileInput({ file, limits, onChoose, disabled }: FileInputProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'file-input file-input-over' : 'file-input'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.files[0];
        if (dropped && !disabled) onChoose(dropped);
      }}
    >
      <input
        id={id}
        type="file"
        disabled={disabled}
        accept={limits?.fileEndings.map((ending) => `.${ending}`).join(',')}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onChoose(chosen);
          // Choosing the same file again after a refusal must count as a choice.
          event.target.value = '';
        }}
      />
      <label htmlFor={id}>
        <InboxOutlined aria-hidden />
        <strong>{file ? file.name : t('evidence.choose')}</strong>
      </label>
      <span className="faint">
        {file ? format.fileSize(file.size) : null}
        {!file && limits
          ? t('evidence.dropHint', { size: format.fileSize(limits.maxBytes) })
          : null}
      </span>
    </div>
  );
}
