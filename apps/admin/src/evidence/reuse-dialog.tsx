import { graphql } from '@taizhang/client';
import { reuseEvidenceInput } from '@taizhang/rectification/rules';
import { EmptyState, LoadingState, StatusTag, useFormat } from '@taizhang/ui';
import { App, Alert, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ChoiceField, type Choice } from '../form/choice-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';

const reuseEvidence = graphql(
  `
    mutation ReuseEvidence($input: ReuseEvidenceInput!) {
      result: reuseEvidence(input: $input) {
        __typename
        ... on Evidence {
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

const evidenceChoicesQuery = graphql(`
  query AdminEvidenceChoices($filter: EvidenceFilter) {
    evidence(first: 20, filter: $filter) {
      totalCount
      edges {
        node {
          id
          fileName
          byteSize
          status
          uploadedAt
          item {
            id
            code
          }
        }
      }
    }
  }
`);

export interface ReuseDialogProps {
  itemId: string;
  measures: readonly Choice[];
  onClose(): void;
}

/** Chooses a file that is evidence somewhere in the ledger already, and ties it to this item too. */
export function ReuseDialog({ itemId, measures, onClose }: ReuseDialogProps) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(reuseEvidence);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { control, handleSubmit } = useForm({
    resolver: ruleResolver(reuseEvidenceInput.omit({ evidenceId: true })),
    defaultValues: { itemId, measureId: null, description: '' },
  });

  const attach = handleSubmit(async (input) => {
    setMissing(!chosen);
    if (!chosen || !(await submit({ ...input, evidenceId: chosen }))) return;
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <Modal open title={t('evidence.reuse')} onCancel={onClose} footer={null} width={560}>
      <form className="form-stack" onSubmit={(event) => void attach(event)} noValidate>
        <FailureAlert failure={failure} />
        {isMissing && !chosen ? (
          <Alert type="error" showIcon role="alert" title={t('evidence.reuseChoose')} />
        ) : null}
        <EvidenceChoices chosen={chosen} onChoose={setChosen} />
        <ChoiceField
          control={control}
          name="measureId"
          label={t('evidence.forMeasure') + t('common.optional')}
          choices={measures}
          placeholder={t('evidence.wholeItem')}
        />
        <TextField
          control={control}
          name="description"
          label={t('evidence.description') + t('common.optional')}
          rows={2}
        />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('evidence.reuseAttach')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

interface EvidenceChoicesProps {
  chosen: string | null;
  onChoose(id: string): void;
}

/** The newest files that the viewer may see, or those whose name holds the words searched for. */
function EvidenceChoices({ chosen, onChoose }: EvidenceChoicesProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [text, setText] = useState('');
  const [{ data, fetching, error }] = useQuery({
    query: evidenceChoicesQuery,
    variables: text ? { filter: { text } } : {},
    requestPolicy: 'cache-and-network',
  });
  const edges = data?.evidence?.edges ?? [];
  return (
    <div className="evidence-choices">
      <Input.Search
        allowClear
        aria-label={t('evidence.reuseSearch')}
        placeholder={t('evidence.reuseSearch')}
        onSearch={(words) => setText(words.trim())}
      />
      {error ? (
        <Alert type="error" showIcon role="alert" title={t('evidence.reuseFailed')} />
      ) : null}
      {fetching && !data ? <LoadingState /> : null}
      {data && edges.length === 0 ? <EmptyState compact title={t('evidence.reuseEmpty')} /> : null}
      <Radio.Group
        className="evidence-choice-list"
        value={chosen}
        onChange={(event) => onChoose(String(event.target.value))}
      >
        {edges.map(({ node }) => (
          <Radio key={node.id} value={node.id}>
            <span className="evidence-choice">
              <span>{node.fileName}</span>
              <StatusTag kind="EvidenceStatus" value={node.status} />
              <span className="faint tz-number">
                {node.item.code} · {format.fileSize(node.byteSize)} ·{' '}
                {format.dateTime(node.uploadedAt)}
              </span>
            </span>
          </Radio>
        ))}
      </Radio.Group>
      {data?.evidence && data.evidence.totalCount > edges.length ? (
        <p className="faint">{t('evidence.reuseMore', { count: data.evidence.totalCount })}</p>
      ) : null}
    </div>
  );
}
