import { graphql, readFragment, type FragmentOf } from '@taizhang/client';
import { DemoTag, useFormat, useTerm } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { AdminItemLink } from './admin-link.tsx';

export const trainingRowFragment = graphql(`
  fragment TrainingRow on Training {
    id
    kind
    direction
    topic
    heldOn
    sessionCount
    attendanceCount
    hours
    provenance
    responsibleUnit {
      name
    }
    item {
      id
      title
    }
  }
`);

export function TrainingRow(props: { training: FragmentOf<typeof trainingRowFragment> }) {
  const training = readFragment(trainingRowFragment, props.training);
  const { t } = useTranslation('dashboard');
  const unknown = useTranslation('ui').t('unknown');
  const term = useTerm();
  const format = useFormat();
  const numberOr = (value: number | null) => (value === null ? unknown : format.number(value));
  return (
    <tr role="row">
      <td role="cell" className="tz-number db-nowrap">
        {training.heldOn ? format.shortDate(training.heldOn) : t('months.undated')}
      </td>
      <td role="cell" className="db-main">
        {training.topic} <DemoTag provenance={training.provenance} />
      </td>
      <td role="cell" className="db-nowrap">
        {term('TrainingKind', training.kind)}
        <span className="db-faint"> {term('TrainingDirection', training.direction)}</span>
      </td>
      <td role="cell" className="db-items">
        {training.item ? <AdminItemLink id={training.item.id} title={training.item.title} /> : null}
      </td>
      <td role="cell">{training.responsibleUnit?.name ?? unknown}</td>
      <td role="cell" className="tz-number" data-label={t('trainingList.sessions')}>
        {format.number(training.sessionCount)}
      </td>
      <td role="cell" className="tz-number" data-label={t('trainingList.attendances')}>
        {numberOr(training.attendanceCount)}
      </td>
      <td role="cell" className="tz-number" data-label={t('trainingList.hours')}>
        {numberOr(training.hours)}
      </td>
    </tr>
  );
}
