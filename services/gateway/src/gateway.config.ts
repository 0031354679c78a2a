import { ROUTES, type Upstreams } from './routes.js';

export interface GatewaySettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly upstreams: Upstreams;
  /** How many sign-ins are taken from one address in a minute; a proxy in front is one address for all. */
  readonly signInsPerMinute?: number;
  /** Where traces go; nowhere when left out. */
  readonly tracesEndpoint?: string;
}

/** `LIREN_SIGN_INS_PER_MINUTE`, 120 when left out: each costs a hash of a password, and guessing is to take years. */
export const signInsPerMinute = (env: Readonly<Record<string, string | undefined>>): number => {
  const given = env['LIREN_SIGN_INS_PER_MINUTE'] ?? '120';
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given);
  throw new Error('LIREN_SIGN_INS_PER_MINUTE must be a whole number from 1.');
};

/** `FOLLOW_UPS_URL` and the like say where each service is; one without is said to be away. */
export const readGatewaySettings = (env: Readonly<Record<string, string | undefined>>): GatewaySettings => ({
  host: env['HOST'] ?? '127.0.0.1',
  port: Number(env['PORT'] ?? 3000),
  logLevel: env['LOG_LEVEL'] ?? 'info',
  tracesEndpoint: env['OTEL_EXPORTER_OTLP_ENDPOINT'],
  signInsPerMinute: signInsPerMinute(env),
  upstreams: Object.fromEntries(
    Object.keys(ROUTES).flatMap((service) => {
      const url = env[`${service.replaceAll('-', '_').toUpperCase()}_URL`];
      return url === undefined ? [] : [[service, url]];
    }),
  ),
});
