import { graphql } from '@taizhang/client';
import { codeInput, signInInput } from '@taizhang/access/rules';
import { Button, QRCode } from 'antd';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { isFailure, useOwnSubmission } from './use-own-submission.ts';
import './account.css';

const offerTotp = graphql(
  `
    mutation OfferTotp($input: OfferTotpInput!) {
      result: offerTotp(input: $input) {
        __typename
        ... on TotpOffer {
          secret
          uri
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

const confirmTotp = graphql(
  `
    mutation ConfirmTotp($input: ConfirmTotpInput!) {
      result: confirmTotp(input: $input) {
        __typename
        ... on TotpEnrolled {
          recoveryCodes
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

interface Offer {
  secret: string;
  uri: string;
}

/** Password, then the QR code and a first code, then the recovery codes to keep. */
export function TotpEnrolment({ onEnrolled }: { onEnrolled: () => void }) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={onEnrolled} />;
  return offer ? (
    <ConfirmForm offer={offer} onConfirmed={setCodes} />
  ) : (
    <OfferForm onOffered={setOffer} />
  );
}

const passwordForm = signInInput.pick({ password: true });

function OfferForm({ onOffered }: { onOffered: (offer: Offer) => void }) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure } = useOwnSubmission(offerTotp);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(passwordForm),
    defaultValues: { password: '' },
  });
  const send = handleSubmit(async (input) => {
    const result = await submit(input);
    if (isFailure(result)) applyFieldErrors(result, setError);
    else onOffered(result);
  });
  return (
    <form className="form-stack" onSubmit={(event) => void send(event)} noValidate>
      <p>{t('ownAccount.totpOff')}</p>
      <FailureAlert failure={failure} />
      <TextField
        control={control}
        name="password"
        label={t('ownAccount.password')}
        type="password"
        autoComplete="current-password"
      />
      <div>
        <Button type="primary" htmlType="submit" loading={submitting}>
          {t('ownAccount.totpBegin')}
        </Button>
      </div>
    </form>
  );
}

function ConfirmForm({
  offer,
  onConfirmed,
}: {
  offer: Offer;
  onConfirmed: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure } = useOwnSubmission(confirmTotp);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(codeInput),
    defaultValues: { code: '' },
  });
  const send = handleSubmit(async (input) => {
    const result = await submit(input);
    if (isFailure(result)) applyFieldErrors(result, setError);
    else onConfirmed(result.recoveryCodes);
  });
  return (
    <form className="form-stack" onSubmit={(event) => void send(event)} noValidate>
      <p>{t('ownAccount.totpScan')}</p>
      <div className="totp-code" role="img" aria-label={t('ownAccount.totpQr')}>
        {/* Dark on light in every theme: many cameras read nothing else. */}
        <div aria-hidden="true">
          <QRCode value={offer.uri} type="svg" size={192} color="#000" bgColor="#fff" />
        </div>
      </div>
      <p>
        {t('ownAccount.totpSecret')} <code className="totp-secret">{grouped(offer.secret)}</code>
      </p>
      <FailureAlert failure={failure} />
      <TextField
        control={control}
        name="code"
        label={t('ownAccount.code')}
        autoComplete="one-time-code"
      />
      <div>
        <Button type="primary" htmlType="submit" loading={submitting}>
          {t('ownAccount.totpConfirm')}
        </Button>
      </div>
    </form>
  );
}

const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <div className="form-stack">
      <h3 className="recovery-title">{t('ownAccount.codesTitle')}</h3>
      <p>{t('ownAccount.codesIntro')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button type="primary" onClick={onKept}>
          {t('ownAccount.codesSaved')}
        </Button>
      </div>
    </div>
  );
}
