/** A command refused by a rule. `code` names the state that forbids; the sentence is constant, what varies is context. */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly code: string,
    sentence: string,
    readonly context: Readonly<Record<string, unknown>> = {},
    readonly kind: 'conflict' | 'not-found' | 'forbidden' | 'not-signed-in' = 'conflict',
  ) {
    super(sentence);
  }
}
