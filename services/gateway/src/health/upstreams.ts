export const UPSTREAMS = Symbol('upstreams');
