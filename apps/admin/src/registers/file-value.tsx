import { UploadOutlined } from '@ant-design/icons';
import type { ValueInput } from '@taizhang/registers/rules';
import { useLanguage } from '@taizhang/ui';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UploadError, uploadFile } from '../evidence/upload-file.ts';
import type { InputTies } from '../form/form-field.tsx';

interface FileValueProps {
  field: { key: string };
  value: ValueInput | undefined;
  ties: InputTies;
  onChange(value: ValueInput): void;
}

/** Sends a file as soon as it is chosen; the value names it. */
export function FileValue({ field, value, ties, onChange }: FileValueProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<{ isSending: boolean; failure: string | null }>({
    isSending: false,
    failure: null,
  });

  async function send(file: File) {
    setState({ isSending: true, failure: null });
    try {
      const options = { onProgress: () => undefined, signal: new AbortController().signal };
      const { fileId } = await uploadFile(file, options);
      onChange({ key: field.key, recordId: fileId, text: file.name });
      setState({ isSending: false, failure: null });
    } catch (error) {
      const said = error instanceof UploadError ? error.message : '';
      setState({ isSending: false, failure: said ? pick(said) : t('failure.network') });
    }
  }

  return (
    <span className="register-file">
      <Button
        {...ties}
        icon={<UploadOutlined />}
        loading={state.isSending}
        onClick={() => input.current?.click()}
      >
        {t('registers.chooseFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ target }) => {
          if (target.files?.[0]) void send(target.files[0]);
        }}
      />
      {typeof value?.text === 'string' ? <span className="faint">{value.text}</span> : null}
      {state.failure ? <span className="form-error">{state.failure}</span> : null}
    </span>
  );
}
