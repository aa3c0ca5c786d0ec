import { FileAddOutlined, UploadOutlined } from '@ant-design/icons';
import { registerFile, type RegisterFile } from '@taizhang/registers/rules';
import { PageHeading, useLanguage } from '@taizhang/ui';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './registers.css';

const EMPTY: RegisterFile = {
  format: 'taizhang-register-1',
  key: '',
  title: '',
  description: null,
  definition: { fields: [], stages: [], steps: [], rules: [] },
};

export interface TemplateChoiceProps {
  templates: readonly RegisterFile[];
  onChoose(file: RegisterFile): void;
}

/** What a new register begins with. */
export function TemplateChoice({ templates, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [isUnreadable, setUnreadable] = useState(false);

  async function readFile(file: File) {
    try {
      onChoose(registerFile.parse(JSON.parse(await file.text())));
    } catch {
      setUnreadable(true);
    }
  }
  return (
    <>
      <title>{`${t('registers.define')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('registers.define')}
        subtitle={t('registers.chooseTemplate')}
        actions={
          <span className="tag-row">
            <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
              {t('registers.fromFile')}
            </Button>
            <Button icon={<FileAddOutlined />} onClick={() => onChoose(structuredClone(EMPTY))}>
              {t('registers.fromNothing')}
            </Button>
          </span>
        }
      />
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('registers.fromFile')}
        onChange={({ target }) => {
          if (target.files?.[0]) void readFile(target.files[0]);
        }}
      />
      {isUnreadable ? (
        <Alert type="error" showIcon role="alert" title={t('registers.fileUnreadable')} />
      ) : null}
      <ul className="register-templates">
        {templates.map((template) => (
          <li key={template.key}>
            <button type="button" onClick={() => onChoose(structuredClone(template))}>
              <strong>{pick(template.title)}</strong>
              <span>{template.description ? pick(template.description) : null}</span>
              <span className="faint">
                {template.definition.steps
                  .filter(({ isDangerous }) => !isDangerous)
                  .map(({ label }) => pick(label))
                  .join(' → ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
