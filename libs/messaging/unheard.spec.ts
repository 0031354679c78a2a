import { notHeardOf } from './unheard.js';

const at = (...offsets: number[]) =>
  offsets.map((nextOffset, partition) => ({ topic: 'liren.visits.v1', partition, nextOffset }));

describe('what was not heard of a topic', () => {
  it.each([
    ['nothing, when every partition was heard to its end', at(5, 0, 7), at(5, 0, 7), at(5, 0, 7), false],
    ['nothing, when more came and was heard meanwhile', at(5, 7), at(6, 7), at(8, 7), false],
    ['nothing, when more came and was not heard yet', at(5, 7), at(5, 7), at(9, 9), false],
    ['something, when one partition stands still and all others go on', at(5, 7), at(4, 99), at(5, 99), true],
    ['something, when a partition was never heard', at(5, 7), at(5), at(5, 7), true],
    ['something, when the topic is shorter than what was heard of one before it', at(2), at(5), at(2), true],
    ['nothing, when nothing was ever told', [], [], [], false],
  ])('is %s', (_what, before, heard, after, unheard) => {
    expect(notHeardOf({ before, heard, after })).toEqual(unheard ? ['liren.visits.v1'] : []);
  });
});
