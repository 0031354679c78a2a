/** Why the program cannot start, in one sentence for the person who started it; shown without a stack. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
