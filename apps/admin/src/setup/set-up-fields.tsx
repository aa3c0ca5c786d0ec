import type { setUpHubInput } from '@taizhang/access/rules';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { TextField } from '../form/text-field.tsx';
import { TemporaryPasswordField } from '../people/temporary-password-field.tsx';

export const SET_UP_STEPS = ['district', 'system', 'security', 'audit'] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

type SetUpControl = Control<z.input<typeof setUpHubInput>, unknown, z.output<typeof setUpHubInput>>;

interface SetUpFieldsProps {
  control: SetUpControl;
  step: SetUpStep;
}

/** The fields of one step of the set-up. */
export function SetUpFields({ control, step }: SetUpFieldsProps) {
  const { t } = useTranslation('admin');
  if (step !== 'district') return <AdministratorFields key={step} control={control} step={step} />;
  return (
    <>
      <TextField
        control={control}
        name="districtCode"
        label={t('setUp.districtCode')}
        hint={t('setUp.districtCodeHint')}
        required
      />
      <TextField control={control} name="districtName" label={t('setUp.districtName')} required />
    </>
  );
}

function AdministratorFields({
  control,
  step,
}: {
  control: SetUpControl;
  step: Exclude<SetUpStep, 'district'>;
}) {
  const { t } = useTranslation('admin');
  const who = `${step}Administrator` as const;
  return (
    <>
      <p className="sign-in-hint">{t(`setUp.${step}Hint`)}</p>
      <TextField
        control={control}
        name={`${who}.displayName`}
        label={t('setUp.displayName')}
        required
      />
      <TextField
        control={control}
        name={`${who}.loginName`}
        label={t('setUp.loginName')}
        required
      />
      {step === 'system' ? (
        <TextField
          control={control}
          name="systemAdministrator.password"
          label={t('setUp.password')}
          hint={t('ownAccount.newPasswordHint')}
          type="password"
          autoComplete="new-password"
          required
        />
      ) : (
        <TemporaryPasswordField control={control} name={`${who}.password`} />
      )}
    </>
  );
}
