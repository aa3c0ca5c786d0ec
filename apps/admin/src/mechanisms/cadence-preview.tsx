import { graphql, type VariablesOf } from '@taizhang/client';
import { cadenceInput } from '@taizhang/mechanisms/rules';
import { ToneTag, useLanguage } from '@taizhang/ui';
import { Alert } from 'antd';
import { useWatch, type Control, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';

const previewQuery = graphql(`
  query AdminCadencePreview(
    $cadence: MechanismCadenceInput!
    $fromOn: Date
    $endsOn: Date
    $mechanismId: ID
  ) {
    previewMechanismCadence(
      cadence: $cadence
      fromOn: $fromOn
      endsOn: $endsOn
      mechanismId: $mechanismId
    ) {
      replacedCount
      unknownYears
      slots {
        slot
        slotOn
        dueOn
        isProvisional
      }
    }
  }
`);

const SHOWN = 14;

/** What a cadence comes to within a year, while it is still being filled in. */
export function CadencePreview<Values extends FieldValues, Output>({
  control,
  fromName,
  mechanismId = null,
}: {
  control: Control<Values, unknown, Output>;
  /** The field that says from when it counts. */
  fromName: string;
  mechanismId?: string | null;
}) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const shared = control as unknown as Control<FieldValues, unknown, Output>;
  const [given, fromOn] = useWatch({ control: shared, name: ['cadence', fromName] }) as [
    unknown,
    string | null,
  ];
  const read = cadenceInput.safeParse(given);
  const cadence = (read.data ?? { kind: 'TIMES' }) as VariablesOf<typeof previewQuery>['cadence'];
  const [{ data, error }] = useQuery({
    query: previewQuery,
    variables: { cadence, fromOn: fromOn || null, mechanismId },
    pause: !read.success || cadence.kind === 'FACT',
  });
  if (!read.success || cadence.kind === 'FACT') return null;
  const [refusal] = error?.graphQLErrors ?? [];
  if (refusal) return <Alert type="warning" showIcon title={pick(refusal.message)} />;
  const preview = data?.previewMechanismCadence;
  if (!preview) return null;
  return (
    <section aria-label={t('mechanisms.preview')}>
      <p className="faint">{t('mechanisms.previewCount', { count: preview.slots.length })}</p>
      <ul className="cadence-preview">
        {preview.slots.slice(0, SHOWN).map(({ slot, slotOn, dueOn, isProvisional }) => (
          <li key={slot}>
            <ToneTag tone={isProvisional ? 'neutral' : slotOn === dueOn ? 'info' : 'waiting'}>
              {dueOn}
            </ToneTag>
          </li>
        ))}
        {preview.slots.length > SHOWN ? <li className="faint">…</li> : null}
      </ul>
      {preview.unknownYears.length > 0 ? (
        <p className="faint">
          {t('mechanisms.yearUnknown', { year: preview.unknownYears.join('、') })}
        </p>
      ) : null}
      {mechanismId ? <p>{t('mechanisms.replaced', { count: preview.replacedCount })}</p> : null}
    </section>
  );
}
