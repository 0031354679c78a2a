import { ROUTES, type Upstreams } from './routes.js';

export interface GatewaySettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly upstreams: Upstreams;
  /** Where traces go; nowhere when left out. */
  readonly tracesEndpoint?: string;
}

/** `FOLLOW_UPS_URL` and the like say where each service is; one without is said to be away. */
export const readGatewaySettings = (env: Readonly<Record<string, string | undefined>>): GatewaySettings => ({
  host: env['HOST'] ?? '127.0.0.1',
  port: Number(env['PORT'] ?? 3000),
  logLevel: env['LOG_LEVEL'] ?? 'info',
  tracesEndpoint: env['OTEL_EXPORTER_OTLP_ENDPOINT'],
  upstreams: Object.fromEntries(
    Object.keys(ROUTES).flatMap((service) => {
      const url = env[`${service.replaceAll('-', '_').toUpperCase()}_URL`];
      return url === undefined ? [] : [[service, url]];
    }),
  ),
});
