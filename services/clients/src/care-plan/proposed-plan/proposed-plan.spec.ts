import { policies } from '#contracts/stores/policies';
import type { Purchase } from '../../noted-visit/purchases.js';
import { proposePlan, type Known } from './proposed-plan.js';

const on = '2026-06-15';
const item = (name: string, ...contraindications: string[]) => ({
  ...{ name, kind: 'regular', contraindications },
});
const had = (itemId: string, times: number, lastOn: string, everyDays: number | null = null): Purchase => ({
  ...{ itemId, times, quantity: times, returnedQuantity: 0, amounts: [], firstOn: lastOn, lastOn, everyDays },
});
const nobody: Known = {
  file: {},
  purchases: [],
  contraindications: [],
  menu: new Map([
    ['moist', item('Moisture')],
    ['peel', item('Peeling', 'pregnancy', 'sunburn')],
    ['facial', item('Facial')],
  ] as const) as Known['menu'],
};
const dry: Known = { ...nobody, file: { 'skin-diagnosis': { skinType: 'dry', problems: ['dullness'] } } };
const itemsOf = (...asked: Parameters<typeof proposePlan>) =>
  proposePlan(...asked).map(({ itemId }) => itemId);

describe('a plan that is proposed (CL-42, CL-43)', () => {
  const rules = [
    { itemId: 'moist', skinTypes: ['dry', 'sensitive'], everyDays: 14 },
    { itemId: 'peel', skinProblems: ['dullness'] },
  ] as const;
  const policy = policies['care-plans'].parse({ rules });

  it('says what of hers speaks for each item', () => {
    expect(proposePlan(policy, dry, on)).toEqual([
      {
        ...{ itemId: 'moist', name: 'Moisture', kind: 'regular', lastOn: null, dueOn: on },
        because: [{ what: 'skin-type', value: 'dry' }],
      },
      {
        ...{ itemId: 'peel', name: 'Peeling', kind: 'regular', lastOn: null, dueOn: null },
        because: [{ what: 'skin-problem', value: 'dullness' }],
      },
    ]);
    expect(proposePlan(policy, nobody, on)).toEqual([]);
  });

  it('never has what something that is noted of her speaks against, whatever speaks for it', () => {
    const pregnant = { ...dry, contraindications: ['pregnancy'], purchases: [had('peel', 9, '2026-05-01')] };
    expect(itemsOf({ ...policy, againFromTimes: 1 }, pregnant, on)).toEqual(['moist']);
  });

  it('has nothing that is not on the menu that day', () => {
    const menu = new Map([...nobody.menu].filter(([itemId]) => itemId !== 'moist'));
    expect(itemsOf(policy, { ...dry, menu }, on)).toEqual(['peel']);
  });

  it('asks for one value of each condition that a rule names', () => {
    const both = { itemId: 'moist', skinTypes: ['dry'], careTendencies: ['leisure', 'eco-minded'] };
    const rule = policies['care-plans'].parse({ rules: [both] });
    expect(itemsOf(rule, dry, on)).toEqual([]);
    const leisurely = { ...dry, file: { ...dry.file, preferences: { careTendency: 'leisure' } } } as const;
    expect(proposePlan(rule, leisurely, on)[0]?.because).toEqual([
      { what: 'skin-type', value: 'dry' },
      { what: 'care-tendency', value: 'leisure' },
    ]);
  });

  it.each([
    [{ skinColours: ['fair'] }, { 'skin-diagnosis': { skinColour: 'fair' } }],
    [{ likes: ['lavender'] }, { preferences: { likes: ['tea', 'lavender'] } }],
  ])('goes by %j', (condition, file) => {
    const rule = policies['care-plans'].parse({ rules: [{ itemId: 'moist', ...condition }] });
    expect(itemsOf(rule, { ...nobody, file }, on)).toEqual(['moist']);
    expect(itemsOf(rule, nobody, on)).toEqual([]);
  });

  it('goes by what she had, and proposes again what she had so many times', () => {
    const purchases = [had('facial', 3, '2026-06-10', 30), had('peel', 1, '2026-01-01')];
    const after = policies['care-plans'].parse({
      rules: [{ itemId: 'moist', hadItems: ['peel'] }],
      againFromTimes: 2,
    });
    expect(proposePlan(after, { ...nobody, purchases }, on)).toMatchObject([
      { itemId: 'moist', because: [{ what: 'had-item', value: 'peel' }], lastOn: null },
      {
        itemId: 'facial',
        because: [{ what: 'had-before', value: '3' }],
        lastOn: '2026-06-10',
        dueOn: '2026-07-10',
      },
    ]);
    const long = [had('facial', 3, '2026-01-10', 30)];
    expect(proposePlan(after, { ...nobody, purchases: long }, on)).toMatchObject([{ dueOn: on }]);
  });

  it('proposes an item once, with all that speaks for it', () => {
    const twice = policies['care-plans'].parse({
      rules: [...rules, { itemId: 'moist', skinProblems: ['dullness'], skinTypes: ['dry'] }],
      againFromTimes: 1,
    });
    const [moist, ...others] = proposePlan(twice, { ...dry, purchases: [had('moist', 1, '2026-06-10')] }, on);
    expect(moist).toMatchObject({ itemId: 'moist', dueOn: '2026-06-24' });
    expect(moist?.because).toEqual([
      { what: 'skin-type', value: 'dry' },
      { what: 'skin-problem', value: 'dullness' },
      { what: 'had-before', value: '1' },
    ]);
    expect(others.map(({ itemId }) => itemId)).toEqual(['peel']);
  });

  it('takes no rule without a condition', () => {
    expect(policies['care-plans'].safeParse({ rules: [{ itemId: 'moist', everyDays: 3 }] }).success).toBe(
      false,
    );
    expect(policies['care-plans'].safeParse({ rules: [{ itemId: 'moist', skinTypes: [] }] }).success).toBe(
      false,
    );
  });
});
