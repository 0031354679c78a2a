const ROUNDS = 5;

/** Operations per second of callers that each ask again as soon as they are answered. */
export const rateOf = async (callers, ms, operation) => {
  const end = performance.now() + ms;
  const start = performance.now();
  let done = 0;
  const one = async () => {
    while (performance.now() < end) {
      const count = (await operation()) ?? 1; // not in one line with the sum: others add to it meanwhile
      done += count;
    }
  };
  await Promise.all(Array.from({ length: callers }, one));
  return done / ((performance.now() - start) / 1_000);
};

export const median = (figures) =>
  [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)];

/**
 * Measures contenders in turn, round by round, so that a machine that slows down slows all of them; the first round
 * warms up. Resolves to the figures of each, by name.
 */
export const interleaved = async (contenders, rounds = ROUNDS) => {
  const figures = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, measure] of Object.entries(contenders)) {
      const figure = await measure();
      if (round > 0) figures[name].push(figure);
    }
  }
  return figures;
};

/** A row per peer: medians, and the median of the ratios taken round by round. */
export const rowsAgainst = (name, unit, figures, ours) =>
  Object.keys(figures)
    .filter((peerName) => peerName !== ours)
    .map((peerName) => ({
      name,
      unit,
      ours: median(figures[ours]),
      peer: median(figures[peerName]),
      peerName,
      ratio: median(figures[ours].map((figure, at) => figure / figures[peerName][at])),
    }));
