import { graphql, type ResultOf } from '@taizhang/client';
import { editItemInput, ITEM_FIELDS } from '@taizhang/rectification/rules';
import { ErrorState, LoadingState, NotFoundState, PageHeading, Panel } from '@taizhang/ui';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { formValues } from '../form/described-values.ts';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { ItemFormFields } from './item-form.tsx';

const editItemQuery = graphql(`
  query AdminEditItem($id: ID!) {
    node(id: $id) {
      __typename
      ... on RectificationItem {
        id
        code
        version
        describedValues {
          key
          value
        }
        leadLeader {
          id
        }
        primaryResponsiblePerson {
          id
        }
        responsibleUnit {
          id
        }
        supportingUnits {
          id
        }
        manifestations {
          text
        }
      }
    }
  }
`);

const editItem = graphql(
  `
    mutation EditRectificationItem($input: EditRectificationItemInput!) {
      result: editRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

type Item = Extract<
  NonNullable<ResultOf<typeof editItemQuery>['node']>,
  { __typename: 'RectificationItem' }
>;

/** 编辑问题 */
export function EditItemPage() {
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({ query: editItemQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={10} />;
  if (data.node?.__typename !== 'RectificationItem') return <NotFoundState />;
  return <EditItemForm item={data.node} onReload={refresh} />;
}

function EditItemForm({ item, onReload }: { item: Item; onReload: () => void }) {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(editItem);
  const { control, handleSubmit, setError, formState } = useForm({
    resolver: ruleResolver(editItemInput),
    defaultValues: fieldsOf(item),
  });

  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  // Only what was touched is sent: the rest stays as others have left it in the meantime.
  const { dirtyFields } = formState;
  const save = handleSubmit(async (fields) => {
    const changed = Object.fromEntries(
      Object.entries(fields).filter(
        ([name]) => name in dirtyFields && dirtyFields[name as 'title'],
      ),
    );
    if (!(await submit({ ...changed, id: item.id, expectedVersion: item.version }))) return;
    void message.success(t('common.saved'));
    void navigate(`/items/${item.id}`, { replace: true });
  });

  return (
    <div className="form-page">
      <title>{`${t('itemForm.editTitle', { code: item.code })} · ${t('appName')}`}</title>
      <PageHeading title={t('itemForm.editTitle', { code: item.code })} />
      <Panel>
        <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
          <FailureAlert
            failure={failure}
            onReload={() => {
              onReload();
              forgetFailure();
              void message.info(t('failure.reloaded'));
            }}
          />
          <ItemFormFields control={control} />
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

function fieldsOf(item: Item) {
  return {
    ...formValues(ITEM_FIELDS, item.describedValues),
    leadLeaderId: item.leadLeader?.id ?? null,
    primaryResponsiblePersonId: item.primaryResponsiblePerson?.id ?? null,
    responsibleUnitId: item.responsibleUnit?.id ?? null,
    supportingUnitIds: item.supportingUnits.map(({ id }) => id),
    manifestations: item.manifestations.map(({ text }) => text),
  };
}
