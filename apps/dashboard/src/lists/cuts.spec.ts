import { describe, expect, it } from 'vitest';
import { readScope } from '../scope/metrics-scope.ts';
import { documentFilter, documentsAddress, readDocumentCut } from './document-cut.ts';
import { itemFilter, itemsAddress, readItemCut, type ItemCut } from './item-cut.ts';
import { UNDATED } from './month-range.ts';
import { readTrainingCut, trainingFilter, trainingsAddress } from './training-cut.ts';

const paramsOf = (address: string) => new URLSearchParams(address.split('?')[1]);
const scope = { roundId: 'r 1&=', organizationId: 'o1', year: 2025 };

describe('A cut', () => {
  const cuts: ItemCut[] = [
    {},
    { status: ['CLOSED', 'LONG_TERM'], areaId: ['a1'] },
    { hasResponsibleUnit: false, overdue: true },
    { leadLeaderId: ['p1'], hasAcceptedEvidence: true },
  ];
  it.each(cuts)('of items comes back out of its address: %o', (cut) => {
    const params = paramsOf(itemsAddress(itemFilter(scope, cut)));
    expect(readItemCut(params)).toEqual(cut);
    expect(readScope(params)).toEqual(scope);
  });

  it.each([{}, { action: 'REVISE', month: '2025-02' } as const, { month: UNDATED }])(
    'of documents comes back out of its address: %o',
    (cut) => expect(readDocumentCut(paramsOf(documentsAddress(scope, cut)))).toEqual(cut),
  );

  it.each([{}, { kind: 'VISIT', month: '2024-02' } as const, { month: UNDATED }])(
    'of trainings comes back out of its address: %o',
    (cut) => expect(readTrainingCut(paramsOf(trainingsAddress(scope, cut)))).toEqual(cut),
  );

  it('drops what an address makes up', () => {
    expect(readItemCut(new URLSearchParams('status=FOO,CLOSED&overdue=yes'))).toEqual({
      status: ['CLOSED'],
    });
    expect(readDocumentCut(new URLSearchParams('action=EAT&month=2025-13'))).toEqual({});
    expect(readScope(new URLSearchParams('year=99999'))).toEqual({});
  });

  it('of items takes no condition that its rows would not name', () => {
    expect(readItemCut(new URLSearchParams('text=x&dueFrom=2025-01-01'))).toEqual({});
  });

  it('narrows to a month before a year, and to no date at all before both', () => {
    expect(documentFilter({ year: 2025 }, { month: '2025-04' })).toMatchObject({
      actedFrom: '2025-04-01',
      actedTo: '2025-04-30',
    });
    expect(documentFilter({ year: 2025 }, {})).toMatchObject({ actedTo: '2025-12-31' });
    expect(documentFilter({ year: 2025 }, { month: UNDATED })).toEqual({ undated: true });
  });

  it('of trainings counts only what took place', () => {
    expect(trainingFilter({}, {})).toEqual({ status: ['HELD', 'RECORDED', 'VERIFIED'] });
  });
});
