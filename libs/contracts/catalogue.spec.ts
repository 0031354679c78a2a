import { catalogue } from './catalogue.js';

describe('what services promise each other', () => {
  it('is understood with what a later Liren adds to it, however deep', () => {
    const closed = catalogue.filter(({ data }) =>
      JSON.stringify(data.toJSONSchema({ io: 'input' })).includes('"additionalProperties":false'),
    );
    expect(closed.map(({ type }) => type)).toEqual([]);
  });
});
