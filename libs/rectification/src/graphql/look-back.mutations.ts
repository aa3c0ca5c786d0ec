import { commandMutation, type CommandInput } from '@taizhang/platform';
import { drawLookBack } from '../commands/draw-look-back.ts';
import { stepSample } from '../commands/step-sample.ts';

commandMutation<CommandInput>({
  name: 'drawLookBackReview',
  description: '抽取回头看样本。Draws a random sample of the round’s closed items.',
  model: 'LookBackReview',
  ids: { roundId: 'InspectionRound' },
  fields: (t) => ({
    roundId: t.id({ required: true, description: '巡察轮次。The round.' }),
    title: t.string({ required: true, description: '名称。What it is called.' }),
    sampleSize: t.int({ description: '件数。How many to draw; or give `percent`.' }),
    percent: t.float({ description: '比例。Percent of the closed items, rounded up.' }),
  }),
  run: drawLookBack,
});

commandMutation({
  name: 'passLookBackSample',
  description: '抽查合格。By somebody else than who closed the item: PENDING → PASSED.',
  model: 'LookBackSample',
  changes: 'LookBackSample',
  fields: (t) => ({ reason: t.string({ description: '说明。What was found.' }) }),
  run: stepSample('passLookBackSample'),
});

commandMutation({
  name: 'failLookBackSample',
  description: '抽查不合格。With a reason; reopens the item: PENDING → FAILED.',
  model: 'LookBackSample',
  changes: 'LookBackSample',
  fields: (t) => ({
    reason: t.string({ required: true, description: '理由。What was found wanting.' }),
  }),
  run: stepSample('failLookBackSample'),
});
