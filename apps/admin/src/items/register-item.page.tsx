import { graphql } from '@taizhang/client';
import { ITEM_FIELDS, registerItemInput } from '@taizhang/rectification/rules';
import { ErrorState, LoadingState, PageHeading, Panel } from '@taizhang/ui';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { ChoiceField } from '../form/choice-field.tsx';
import { formValues } from '../form/described-values.ts';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { ItemFormFields } from './item-form.tsx';
import { ledgerChoicesQuery } from './items-page.query.ts';

const registerItem = graphql(
  `
    mutation RegisterRectificationItem($input: RegisterRectificationItemInput!) {
      result: registerRectificationItem(input: $input) {
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

/** 登记问题 */
export function RegisterItemPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [{ data, error }, reload] = useQuery({ query: ledgerChoicesQuery });
  const { submit, submitting, failure } = useSubmission(registerItem);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(registerItemInput),
    defaultValues: {
      areaId: '',
      ...formValues(ITEM_FIELDS, []),
      manifestations: [],
      supportingUnitIds: [],
    },
  });

  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  if (error && !data?.inspectionRounds) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data?.inspectionRounds) return <LoadingState rows={8} />;

  const areas = data.inspectionRounds.edges.flatMap(({ node: round }) =>
    round.areas.map(({ id, ordinal, title }) => ({
      value: id,
      label: `${round.title} · ${ordinal}. ${title}`,
    })),
  );
  const register = handleSubmit(async (input) => {
    const item = await submit(input);
    if (!item) return;
    void message.success(t('common.saved'));
    void navigate(`/items/${item.id}`, { replace: true });
  });

  return (
    <div className="form-page">
      <title>{`${t('itemForm.registerTitle')} · ${t('appName')}`}</title>
      <PageHeading title={t('itemForm.registerTitle')} />
      <Panel>
        <form className="form-stack" onSubmit={(event) => void register(event)} noValidate>
          <FailureAlert failure={failure} />
          <ChoiceField
            control={control}
            name="areaId"
            label={t('itemForm.area')}
            hint={t('itemForm.areaHint')}
            choices={areas}
            required
          />
          <ItemFormFields control={control} />
          <div className="form-actions">
            <Button type="primary" htmlType="submit" loading={submitting}>
              {t('itemForm.register')}
            </Button>
            <Button onClick={() => void navigate(-1)}>{t('common.cancel')}</Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}
