/** What stays after an erasure, of a client whom nothing tells any more, and why it must (PIPL 47). */
export const KEPT_BY_LAW: readonly { readonly what: string; readonly why: string }[] = [
  {
    what: 'appointments, visits, bills and returns, by client id',
    why: 'accounts are kept; nothing tells whose they are',
  },
  { what: 'points, by client id', why: 'a ledger is never changed afterwards' },
  {
    what: 'referrals, follow-ups and complaints, by client id',
    why: 'they are facts of a store and its staff',
  },
  {
    what: 'that she left, on which day, why in one word, and that she came back, by client id',
    why: 'totals of a store stay as they were; nothing tells whose they are',
  },
  { what: 'totals in reports', why: 'they hold no personal field' },
  {
    what: 'envelopes in the log, without a key',
    why: 'the log is append-only; without the key they are noise',
  },
  {
    what: 'that pictures were taken, of which area and on which day, by client id',
    why: 'facts of a care; the pictures themselves are deleted',
  },
  {
    what: 'who looked after her, whom she came with, and which files were one with hers, by client id',
    why: 'they are facts of a store and its staff; nothing tells whose they are',
  },
  {
    what: 'what she consented to, withdrew and asked for, when and by which text, by client id',
    why: 'the burden of proof is the processor’s (PIPL 69)',
  },
  { what: 'who read what, when and why', why: 'the burden of proof is the processor’s (PIPL 69)' },
];
