export const UPSTREAMS = Symbol('upstreams');
/** What asks them. */
export const FETCH = Symbol('fetch');
