/** A browser in which somebody has signed in; her wrong passwords there are counted for it alone. */
export interface KnownBrowser {
  /** Hash of what it keeps in a cookie. */
  readonly browser: string;
  /** Whether it has come again with its cookie, as programs do not. */
  readonly hasReturned: boolean;
  readonly failures: number;
  readonly lockedUntil: string | null;
}

/** Of one account; then the oldest that never returned makes place, or else the oldest. */
const MOST = 20;

/** After a sign-in there. */
export const withSignInFrom = (known: readonly KnownBrowser[], browser: string): readonly KnownBrowser[] => {
  const others = known.filter((one) => one.browser !== browser);
  const hasReturned = others.length < known.length;
  const now = [...others, { browser, hasReturned, failures: 0, lockedUntil: null }];
  if (now.length <= MOST) return now;
  const passing = now.slice(0, -1).find((one) => !one.hasReturned) ?? now[0];
  return now.filter((one) => one !== passing);
};

export const withFailureFrom = (
  known: readonly KnownBrowser[],
  browser: string,
  tries: Pick<KnownBrowser, 'failures' | 'lockedUntil'>,
): readonly KnownBrowser[] => known.map((one) => (one.browser === browser ? { ...one, ...tries } : one));
