import { withoutSmall } from './value-sizes.js';

const sizesOf = ([a, b, c]: readonly [number, number, number], clientsFor80Percent: number) => {
  const clients = a + b + c;
  return {
    ...{ clients, paidMinor: 10_000, clientsFor80Percent },
    shareOfClientsFor80Percent: clientsFor80Percent / clients,
    classes: [
      { class: 'A', clients: a, paidMinor: 8_000 } as const,
      { class: 'B', clients: b, paidMinor: 1_500 } as const,
      { class: 'C', clients: c, paidMinor: 500 } as const,
    ],
  };
};
const untold = { clients: null, paidMinor: null };
const no80Percent = { clientsFor80Percent: null, shareOfClientsFor80Percent: null };

describe('how many clients are of A, B and C, to who sees no names (CL-47, CL-48)', () => {
  it('is told of classes of five and more', () => {
    const sizes = sizesOf([5, 9, 30], 5);
    expect(withoutSmall(sizes)).toEqual(sizes);
  });

  it('is not told of fewer, nor of the class they and what they paid could be had from', () => {
    const { classes, ...sizes } = sizesOf([2, 9, 30], 2);
    expect(withoutSmall({ ...sizes, classes })).toEqual({
      ...{ ...sizes, ...no80Percent },
      classes: [{ class: 'A', ...untold }, { class: 'B', ...untold }, classes[2]],
    });
  });

  it('does not tell who brings 80 % where few are between them and a class', () => {
    for (const few of [8, 15]) {
      const sizes = sizesOf([10, 9, 30], few);
      expect(withoutSmall(sizes)).toEqual({ ...sizes, ...no80Percent });
    }
  });

  it('is told of nobody where all are few', () => {
    expect(withoutSmall(sizesOf([1, 1, 2], 1))).toEqual({
      ...{ ...untold, ...no80Percent },
      classes: [
        { class: 'A', ...untold },
        { class: 'B', ...untold },
        { class: 'C', ...untold },
      ],
    });
  });
});
