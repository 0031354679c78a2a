const SUB_HEALTH_FROM = 3;

/** Three facial problems or more are sub-health (CL-18); null where her skin was never looked at. */
export const isSubHealth = (
  diagnosis: { readonly problems?: readonly string[] | undefined } | undefined,
): boolean | null =>
  diagnosis?.problems === undefined ? null : new Set(diagnosis.problems).size >= SUB_HEALTH_FROM;
