import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useScope } from './use-scope.ts';
import { useScopeChoices } from './use-scope-choices.ts';
import { yearChoices } from './year-choices.ts';
import './scope.css';

type ScopeParameter = 'round' | 'organization' | 'year';

/** Round, organization and year; what is chosen goes into the address and nowhere else. */
export function ScopeFilters() {
  const { t } = useTranslation('dashboard');
  const scope = useScope();
  const { rounds, organizations } = useScopeChoices();
  const [, setParams] = useSearchParams();
  const years = yearChoices(
    rounds.map(({ inspectedFrom, feedbackOn }) => inspectedFrom ?? feedbackOn),
    new Date().getFullYear(),
    scope.year,
  );

  const choose = (name: ScopeParameter, value: string) =>
    setParams((params) => {
      const next = new URLSearchParams(params);
      if (value) next.set(name, value);
      else next.delete(name);
      // A page of the old rows is no page of the new ones.
      next.delete('after');
      return next;
    });

  return (
    <div className="db-filters" role="group" aria-label={t('filters.label')}>
      <Choice
        label={t('filters.round')}
        all={t('filters.allRounds')}
        value={scope.roundId ?? ''}
        options={rounds.map(({ id, title }) => [id, title])}
        onChoose={(value) => choose('round', value)}
      />
      <Choice
        label={t('filters.organization')}
        all={t('filters.allOrganizations')}
        value={scope.organizationId ?? ''}
        options={organizations.map((one) => [one.id, one.name])}
        onChoose={(value) => choose('organization', value)}
      />
      <Choice
        label={t('filters.year')}
        all={t('filters.allYears')}
        value={scope.year === undefined ? '' : String(scope.year)}
        options={years.map((year) => [String(year), t('filters.yearName', { year })])}
        onChoose={(value) => choose('year', value)}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string;
  options: (readonly [string, string])[];
  onChoose(value: string): void;
}

// The browser's own select: it opens as the phone's wheel and as the desk's list, and needs no script.
function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <span className={value ? 'db-choice db-choice-set' : 'db-choice'}>
      <label htmlFor={id} className="tz-visually-hidden">
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{all}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
