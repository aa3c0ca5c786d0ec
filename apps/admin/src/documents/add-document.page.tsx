import { graphql } from '@taizhang/client';
import { addDocumentInput } from '@taizhang/documents/rules';
import { termValues } from '@taizhang/client/terms';
import { PageHeading, Panel, useTerm } from '@taizhang/ui';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { ChoiceField } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { ItemField } from '../form/item-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { TextField } from '../form/text-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';

const addDocument = graphql(
  `
    mutation AddInstitutionalDocument($input: AddInstitutionalDocumentInput!) {
      result: addInstitutionalDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          actions {
            item {
              id
            }
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

/** 登记制度文件; `?item=` names the item that it serves. */
export function AddDocumentPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const term = useTerm();
  const [params] = useSearchParams();
  const { units, fetching } = useRecordChoices();
  const { submit, submitting, failure } = useSubmission(addDocument);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(addDocumentInput),
    defaultValues: {
      title: '',
      itemId: params.get('item'),
      status: null,
      action: null,
      actedOn: null,
      responsibleUnitId: null,
    },
  });
  const choices = (kind: 'DocumentStatus' | 'DocumentActionKind') =>
    termValues(kind).map((value) => ({ value, label: term(kind, value) }));

  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (input) => {
    const document = await submit(input);
    if (!document) return;
    void message.success(t('common.saved'));
    void navigate(`/documents/${document.id}`, { replace: true });
  });

  return (
    <div className="form-page">
      <title>{`${t('documents.form.title')} · ${t('appName')}`}</title>
      <PageHeading title={t('documents.form.title')} />
      <Panel>
        <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
          <FailureAlert failure={failure} />
          <TextField
            control={control}
            name="title"
            label={t('documents.form.name')}
            hint={t('documents.form.nameHint')}
            required
          />
          <ItemField
            control={control}
            name="itemId"
            label={t('documents.form.item')}
            hint={t('documents.form.itemHint')}
          />
          <div className="form-grid">
            <ChoiceField
              control={control}
              name="action"
              label={t('documents.form.action')}
              choices={choices('DocumentActionKind')}
            />
            <DateField control={control} name="actedOn" label={t('documents.form.actedOn')} />
            <ChoiceField
              control={control}
              name="status"
              label={t('documents.form.status')}
              choices={choices('DocumentStatus')}
            />
            <ChoiceField
              control={control}
              name="responsibleUnitId"
              label={t('documents.unit')}
              choices={units}
              loading={fetching}
            />
          </div>
          <div className="form-actions">
            <Button type="primary" htmlType="submit" loading={submitting}>
              {t('common.save')}
            </Button>
            <Button onClick={() => void navigate(-1)}>{t('common.cancel')}</Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}
