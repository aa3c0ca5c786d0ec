import { EditOutlined } from '@ant-design/icons';
import { Facts, Panel } from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDo } from '../actions/may-do.ts';
import { useActionLabel } from '../actions/use-action-label.ts';
import { usePersonName } from '../people/use-person-name.ts';
import { EditDocumentDialog } from './edit-document-dialog.tsx';

export interface DocumentFactsProps {
  document: {
    id: string;
    version: number;
    title: string;
    statusIsReported: boolean;
    organization: { name: string };
    responsibleUnit: { id: string; name: string; isDisabled: boolean } | null;
    versions: readonly { documentNumber: string | null }[];
    allowedActions: readonly { action: string; allowed: boolean }[];
  };
  onReload(): void;
}

/** Whose document it is and its number, put right from here. */
export function DocumentFacts({ document, onReload }: DocumentFactsProps) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const nameOf = usePersonName();
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title={t('documents.facts')}
      extra={
        mayDo(document, 'editInstitutionalDocument') ? (
          <Button size="small" icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {label('editInstitutionalDocument')}
          </Button>
        ) : null
      }
    >
      <Facts
        facts={[
          { label: t('documents.organization'), value: document.organization.name },
          { label: t('documents.unit'), value: nameOf(document.responsibleUnit) },
          { label: t('documents.number'), value: document.versions[0]?.documentNumber },
        ]}
      />
      {document.statusIsReported ? (
        <p className="item-note">{t('documents.reportedHint')}</p>
      ) : null}
      {editing ? (
        <EditDocumentDialog
          record={document}
          onClose={() => setEditing(false)}
          onReload={onReload}
        />
      ) : null}
    </Panel>
  );
}
