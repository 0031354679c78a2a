import { readTls, refusePlain, type Tls } from '#libs/http';
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
  /** How it speaks TLS with callers, and with services; plain HTTP when left out. */
  readonly tls?: Tls;
  /** Where traces go; nowhere when left out. */
  readonly tracesEndpoint?: string;
  /** Where lines of the log go besides; nowhere when left out. */
  readonly logsEndpoint?: string;
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
export const readGatewaySettings = (env: Readonly<Record<string, string | undefined>>): GatewaySettings => {
  const tls = readTls(env);
  const given = Object.fromEntries(
    Object.keys(ROUTES).flatMap((service) => {
      const url = env[urlSetting(service)];
      return url === undefined ? [] : [[service, url]];
    }),
  ) as Upstreams;
  const tracesEndpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  const logsEndpoint = env['LIREN_LOGS_ENDPOINT'] || undefined;
  if (logsEndpoint !== undefined && !URL.canParse(logsEndpoint))
    throw new Error('LIREN_LOGS_ENDPOINT must be an address, as https://logs:4318.');
  for (const [service, url] of Object.entries(given)) refusePlain(tls, { [urlSetting(service)]: url });
  refusePlain(tls, { OTEL_EXPORTER_OTLP_ENDPOINT: tracesEndpoint, LIREN_LOGS_ENDPOINT: logsEndpoint });
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port: Number(env['PORT'] ?? 3000),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    ...{ tls, tracesEndpoint, logsEndpoint, upstreams: given },
    signInsPerMinute: signInsPerMinute(env),
    trustedProxies: trustedProxies(env),
  };
};

const urlSetting = (service: string): string => `${service.replaceAll('-', '_').toUpperCase()}_URL`;
