import { builder } from '@taizhang/platform';

builder.prismaObject('FindingManifestation', {
  extensions: { readBy: 'its item' },
  description: '具体表现。One way in which a problem shows.',
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Place within the item, from 1.' }),
    text: t.exposeString('text', { description: '内容。What was seen.' }),
  }),
});
