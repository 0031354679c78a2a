import { ROUTES, type Upstreams } from './routes.js';

export interface GatewaySettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly upstreams: Upstreams;
  /** How many sign-ins are taken from one address in a minute. */
  readonly signInsPerMinute?: number;
  /** Addresses and networks that are believed when they say where a request came from, and whether over TLS. */
  readonly trustedProxies?: readonly string[];
  /** Where traces go; nowhere when left out. */
  readonly tracesEndpoint?: string;
}

/** `LIREN_SIGN_INS_PER_MINUTE`, 120 when left out: each costs a hash of a password, and guessing is to take years. */
export const signInsPerMinute = (env: Readonly<Record<string, string | undefined>>): number => {
  const given = env['LIREN_SIGN_INS_PER_MINUTE'] ?? '120';
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given);
  throw new Error('LIREN_SIGN_INS_PER_MINUTE must be a whole number from 1.');
};

/** `LIREN_TRUSTED_PROXIES`: `loopback`, `uniquelocal`, addresses, networks, separated by commas; nobody when left out. */
export const trustedProxies = (env: Readonly<Record<string, string | undefined>>): string[] =>
  (env['LIREN_TRUSTED_PROXIES'] ?? '')
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '');

/** `FOLLOW_UPS_URL` and the like say where each service is; one without is said to be away. */
export const readGatewaySettings = (env: Readonly<Record<string, string | undefined>>): GatewaySettings => ({
  host: env['HOST'] ?? '127.0.0.1',
  port: Number(env['PORT'] ?? 3000),
  logLevel: env['LOG_LEVEL'] ?? 'info',
  tracesEndpoint: env['OTEL_EXPORTER_OTLP_ENDPOINT'],
  signInsPerMinute: signInsPerMinute(env),
  trustedProxies: trustedProxies(env),
  upstreams: Object.fromEntries(
    Object.keys(ROUTES).flatMap((service) => {
      const url = env[`${service.replaceAll('-', '_').toUpperCase()}_URL`];
      return url === undefined ? [] : [[service, url]];
    }),
  ),
});
