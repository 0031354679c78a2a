/** The stream has moved on: somebody else appended first, or the caller expected what is not there. */
export class WrongVersion extends Error {
  override readonly name = 'WrongVersion';

  constructor(
    readonly stream: string,
    readonly expected: string,
    /** The version the stream has now; 0 when it does not exist. */
    readonly actual: number,
  ) {
    super(`Stream ${stream} is at version ${actual}, not ${expected}.`);
  }
}

/** A key or a time range that another stream holds. */
export class ClaimTaken extends Error {
  override readonly name = 'ClaimTaken';

  constructor(
    readonly key: string,
    /** The stream that holds it. */
    readonly holder: string,
  ) {
    super('What this needs is already taken.');
  }
}

/** The same command id came with another request: an idempotency key was used for two different things. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';

  constructor(readonly commandId: string) {
    super('This idempotency key was already used for another request. Use a new key for a new request.');
  }
}

/** It belongs to a store that is none of the actor's. */
export class OtherStore extends Error {
  override readonly name = 'OtherStore';

  constructor(readonly storeId: string) {
    super('This belongs to a store that is not one of yours.');
  }
}

/** The caller wanted to change one version of a thing, and it has another by now. */
export class VersionLost extends Error {
  override readonly name = 'VersionLost';

  constructor(readonly actual: number) {
    super('This was changed by somebody else meanwhile. Read it again, then decide.');
  }
}
