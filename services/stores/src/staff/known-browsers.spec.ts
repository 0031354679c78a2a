import { withFailureFrom, withSignInFrom, type KnownBrowser } from './known-browsers.js';

const signIns = (...browsers: string[]): readonly KnownBrowser[] =>
  browsers.reduce<readonly KnownBrowser[]>(withSignInFrom, []);
const many = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at}`);
const names = (known: readonly KnownBrowser[]): string[] => known.map(({ browser }) => browser);

describe('browsers in which somebody has signed in', () => {
  it('are known from the first time on, each once', () => {
    expect(signIns('desk', 'home', 'desk')).toEqual([
      { browser: 'home', hasReturned: false, failures: 0, lockedUntil: null },
      { browser: 'desk', hasReturned: true, failures: 0, lockedUntil: null },
    ]);
  });

  it('are twenty at most: the oldest is forgotten', () => {
    const known = signIns(...many('b', 25));
    expect(names(known)).toEqual(many('b', 25).slice(5));
  });

  it('are not forgotten for a program that signs in again and again and keeps no cookie', () => {
    const known = signIns('desk', 'home', 'home', 'desk', ...many('program', 500));
    expect(names(known)).toEqual(expect.arrayContaining(['desk', 'home']));
    expect(known).toHaveLength(20);
  });

  it('make place for a new one, also when all have returned', () => {
    const twice = many('b', 20).flatMap((name) => [name, name]);
    expect(names(signIns(...twice, 'new'))).toEqual([...many('b', 20).slice(1), 'new']);
    expect(names(signIns(...twice, 'new', 'newer'))).toEqual([...many('b', 20).slice(1), 'newer']);
  });

  it('count wrong passwords each for itself, until somebody signs in there', () => {
    const tries = { failures: 5, lockedUntil: '2026-03-01T01:01:00.000Z' };
    const known = withFailureFrom(signIns('desk', 'home'), 'desk', tries);
    expect(known).toMatchObject([
      { browser: 'desk', ...tries },
      { browser: 'home', failures: 0, lockedUntil: null },
    ]);
    expect(withSignInFrom(known, 'desk').at(-1)).toMatchObject({ browser: 'desk', failures: 0 });
    expect(withFailureFrom(known, 'of nobody', tries)).toEqual(known);
  });
});
