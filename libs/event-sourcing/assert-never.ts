/** Closes a switch over event types: a type without a case does not compile. */
export const assertNever = (unexpected: never): never => {
  throw new Error(`Unexpected ${JSON.stringify(unexpected)}.`);
};
