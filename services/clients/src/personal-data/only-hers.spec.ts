import { onlyHers } from './only-hers.js';

describe('a fact about several people, in the copy of one', () => {
  it('names nobody but her, under each of her files', () => {
    const incident = { incidentId: 'i', clientIds: ['another', 'hers', 'a third', 'hers too'] };
    expect(onlyHers(incident, ['hers', 'hers too'])).toEqual({
      incidentId: 'i',
      clientIds: ['hers', 'hers too'],
    });
  });

  it('is as it was recorded where it is about her alone', () => {
    const fact = { clientId: 'hers', storeId: 'sh-01' };
    expect(onlyHers(fact, ['hers'])).toBe(fact);
  });
});
