import { graphql } from '@taizhang/client';
import { OCCURRENCE_LIFE_CYCLE } from '@taizhang/mechanisms/rules';
import { todayInShanghai } from '@taizhang/platform/rules';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { z } from 'zod';
import { EditDialog, type EditedRecord } from '../actions/edit-dialog.tsx';
import { ChoiceField } from '../form/choice-field.tsx';
import { DateField } from '../form/date-field.tsx';
import { TextField } from '../form/text-field.tsx';

interface Completion {
  doneOn: string;
  note: string | null;
  trainingIds: string[] | null;
  documentIds: string[] | null;
  evidenceIds: string[] | null;
}

const RULE = OCCURRENCE_LIFE_CYCLE.steps.completeOccurrence.input as z.ZodType<
  Completion,
  Completion
>;

/** What the dialog needs to know of the mechanism. */
export interface CompletedMechanism {
  title: string;
  evidenceWanted: string | null;
  item: { id: string } | null;
  responsibleUnit: { id: string } | null;
}

const proofChoicesQuery = graphql(`
  query AdminProofChoices(
    $trainings: TrainingFilter
    $documents: InstitutionalDocumentFilter
    $evidence: EvidenceFilter
    $hasItem: Boolean!
  ) {
    trainings(first: 50, filter: $trainings) {
      nodes {
        id
        topic
        heldOn
      }
    }
    institutionalDocuments(first: 50, filter: $documents) {
      nodes {
        id
        title
      }
    }
    evidence(first: 50, filter: $evidence) @include(if: $hasItem) {
      nodes {
        id
        fileName
      }
    }
  }
`);

type Found = { dueOn: string; opensOn: string; graceEndsOn: string; note: string | null };

/** 完成: when it was done, what was done, and the records that show it. */
export function CompleteDialog({
  mechanism,
  record,
  ...dialog
}: EditedRecord<Found> & { mechanism: CompletedMechanism }) {
  const { t } = useTranslation('admin');
  const unit = mechanism.responsibleUnit && { responsibleUnitId: [mechanism.responsibleUnit.id] };
  const [{ data, fetching }] = useQuery({
    query: proofChoicesQuery,
    variables: {
      trainings: { ...unit, heldFrom: record.opensOn, heldTo: record.graceEndsOn },
      documents: unit ?? {},
      evidence: mechanism.item ? { itemId: [mechanism.item.id] } : {},
      hasItem: mechanism.item !== null,
    },
  });
  const today = todayInShanghai(new Date());
  return (
    <EditDialog
      {...dialog}
      action="completeOccurrence"
      rule={RULE}
      record={record}
      values={{
        doneOn: today <= record.graceEndsOn ? today : record.dueOn,
        note: record.note,
        trainingIds: null,
        documentIds: null,
        evidenceIds: null,
      }}
      intro={`${mechanism.title} · ${t('mechanisms.dueOn', { day: record.dueOn })}`}
      width={640}
    >
      {(control) => (
        <>
          <DateField control={control} name="doneOn" label={t('mechanisms.doneOnLabel')} required />
          <TextField
            control={control}
            name="note"
            label={t('mechanisms.note')}
            hint={t('mechanisms.noteHint')}
            rows={3}
            emptyIsNull
          />
          {mechanism.evidenceWanted ? (
            <p>{t('mechanisms.evidenceWanted', { wanted: mechanism.evidenceWanted })}</p>
          ) : null}
          <ChoiceField
            control={control}
            name="trainingIds"
            label={t('mechanisms.proofTrainings')}
            multiple
            loading={fetching}
            choices={(data?.trainings?.nodes ?? []).map(({ id, topic, heldOn }) => ({
              value: id,
              label: [heldOn, topic].filter(Boolean).join(' '),
            }))}
          />
          <ChoiceField
            control={control}
            name="documentIds"
            label={t('mechanisms.proofDocuments')}
            multiple
            loading={fetching}
            choices={(data?.institutionalDocuments?.nodes ?? []).map(({ id, title }) => ({
              value: id,
              label: `《${title}》`,
            }))}
          />
          {mechanism.item ? (
            <ChoiceField
              control={control}
              name="evidenceIds"
              label={t('mechanisms.proofEvidence')}
              hint={t('mechanisms.proofEvidenceHint')}
              multiple
              loading={fetching}
              choices={(data?.evidence?.nodes ?? []).map(({ id, fileName }) => ({
                value: id,
                label: fileName,
              }))}
            />
          ) : null}
        </>
      )}
    </EditDialog>
  );
}
