import { commandMutation, type CommandInput } from '@taizhang/platform';
import { drawLookBack } from '../commands/draw-look-back.ts';

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
