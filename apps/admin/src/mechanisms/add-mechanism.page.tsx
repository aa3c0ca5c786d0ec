import { graphql, type ResultOf } from '@taizhang/client';
import { addMechanismInput } from '@taizhang/mechanisms/rules';
import { todayInShanghai } from '@taizhang/platform/rules';
import { LoadingState, PageHeading, Panel } from '@taizhang/ui';
import { App, Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useActionLabel } from '../actions/use-action-label.ts';
import { DateField } from '../form/date-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { CadenceFields, NEW_CADENCE } from './cadence-fields.tsx';
import { CadencePreview } from './cadence-preview.tsx';
import { MechanismFields } from './mechanism-fields.tsx';
import './mechanisms.css';

const addMechanism = graphql(
  `
    mutation AddStandingMechanism($input: AddStandingMechanismInput!) {
      result: addStandingMechanism(input: $input) {
        __typename
        ... on StandingMechanism {
          id
          item {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

const originQuery = graphql(`
  query AdminMechanismOrigin($id: ID!) {
    node(id: $id) {
      __typename
      ... on CorrectiveMeasure {
        id
        text
        responsibleUnit {
          id
        }
        owner {
          id
        }
        proposedCadence {
          times
          period
          words
        }
      }
    }
  }
`);

type Measure = Extract<
  NonNullable<ResultOf<typeof originQuery>['node']>,
  { __typename: 'CorrectiveMeasure' }
>;

/** 建立长效机制; `?measure=` names the measure that it keeps up, and fills the form by what that says. */
export function AddMechanismPage() {
  const [params] = useSearchParams();
  const id = params.get('measure') ?? '';
  const [{ data, fetching }] = useQuery({
    query: originQuery,
    variables: { id },
    pause: !id,
  });
  if (id && fetching) return <LoadingState rows={10} />;
  const measure = data?.node?.__typename === 'CorrectiveMeasure' ? data.node : null;
  return <AddMechanismForm measure={measure} itemId={params.get('item')} />;
}

const LONGEST_TITLE = 60;

function AddMechanismForm({ measure, itemId }: { measure: Measure | null; itemId: string | null }) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(addMechanism);
  const proposed = measure?.proposedCadence;
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(addMechanismInput),
    defaultValues: {
      title: measure?.text.slice(0, LONGEST_TITLE) ?? '',
      description: measure?.text ?? '',
      basis: '',
      responsibleUnitId: measure?.responsibleUnit?.id ?? null,
      ownerId: measure?.owner?.id ?? null,
      evidenceWanted: '',
      endsOn: null,
      measureId: measure?.id ?? null,
      itemId: measure ? null : itemId,
      doneByTraining: null,
      startsOn: todayInShanghai(new Date()),
      cadence: proposed
        ? { ...NEW_CADENCE, times: proposed.times, period: proposed.period }
        : NEW_CADENCE,
    },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (input) => {
    const mechanism = await submit(input);
    if (!mechanism) return;
    void message.success(t('common.saved'));
    void navigate(`/mechanisms/${mechanism.id}`, { replace: true });
  });

  return (
    <div className="form-page">
      <title>{`${label('addStandingMechanism')} · ${t('appName')}`}</title>
      <PageHeading title={label('addStandingMechanism')} />
      <Panel>
        <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
          <FailureAlert failure={failure} />
          {measure ? (
            <Alert
              type="info"
              showIcon
              title={
                proposed
                  ? t('mechanisms.proposed', { words: proposed.words })
                  : t('mechanisms.notProposed')
              }
            />
          ) : null}
          <MechanismFields control={control} />
          <CadenceFields control={control} />
          <DateField control={control} name="startsOn" label={t('mechanisms.startsOn')} />
          <CadencePreview control={control} fromName="startsOn" />
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
