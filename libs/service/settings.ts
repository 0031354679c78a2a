import { z } from 'zod';
import { readServiceKeys, type AccessSource, type ServiceKeys } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { FORMATS, type Cipher } from '#libs/privacy';
import { readTls, refusePlain, type Tls } from '#libs/http';
import { withSecrets } from './secret-files.js';

const number = (fallback: number) => z.coerce.number().int().nonnegative().default(fallback);

const given = () =>
  z
    .string()
    .optional()
    .transform((given) => given || undefined);

/** Of `KAFKA_BROKERS`: `host:port`, separated by commas. */
export const BROKERS = /^([\w.-]+:\d{1,5}(,|$))*$/;

/** What may come in a file of its own. */
const IN_FILES = [
  ...['DATABASE_URL', 'DATABASE_ROLE_PASSWORD'],
  ...['LIREN_SERVICE_SECRET', 'LIREN_SERVICE_KEY', 'LIREN_SERVICE_KEYS'],
];

/** Every setting of a service, by the name of its environment variable. */
const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .describe(
      'Where PostgreSQL is; each service makes and uses its own database there. With the service’s own role (`liren_visits`), tables must have been made by `npm run tables`.',
    ),
  DATABASE_ROLE_PASSWORD: given().describe(
    'Password that the service’s own role is given when its tables are made; one that follows from the owner’s by scrypt when left out.',
  ),
  KAFKA_BROKERS: z
    .string()
    .regex(BROKERS, 'must be host:port, separated by commas')
    .optional()
    .describe(
      'Kafka brokers, `host:port`, separated by commas. Without them messages travel through PostgreSQL.',
    ),
  HOST: z.string().default('127.0.0.1').describe('The address to listen on; loopback unless told otherwise.'),
  PORT: number(0).pipe(z.number().max(65_535)).describe('The port to listen on; 0 for any that is free.'),
  LIREN_NODE: z
    .string()
    .default('chain')
    .describe(
      'Name of the installation in `ce_source`; a store with a node of its own has a name of its own.',
    ),
  STORES_URL: z
    .url()
    .default('http://127.0.0.1:3101')
    .describe('Where the stores service is, for a store that is not known here yet.'),
  LIREN_URL: z
    .url()
    .default('http://127.0.0.1:3000')
    .describe('Where the platform’s own HTTP interface is, for services that use it as anybody would.'),
  LIREN_SERVICE_SECRET: z
    .string()
    .optional()
    .transform((given) => given || undefined)
    .describe(
      '32 bytes in base64, the same for all services, by which they know each other; several, separated by commas, while it is rotated: the first signs, each is believed. Else the file `service-secret` in `LIREN_DATA`, made at the first start. Where services have keys of their own, `stores` alone needs it.',
    ),
  LIREN_SERVICE_KEY: given().describe(
    'The service’s own private key (Ed25519 or P-256, as JWK or in PEM), which nobody else has: by this and `LIREN_SERVICE_KEYS` services know each other, in place of the secret that they share.',
  ),
  LIREN_SERVICE_KEYS: given().describe(
    'The public keys of all services, a JWKS: `kid` is the service’s name; two of a service while its key is rotated.',
  ),
  LIREN_TLS_CERT: given().describe(
    'File (PEM) with the certificate that callers are shown, and those between it and its authority: it is served over HTTPS alone.',
  ),
  LIREN_TLS_KEY: given().describe('File (PEM) with the key of that certificate.'),
  LIREN_TLS_CA: given().describe(
    'File (PEM) with the authorities that other parts of Liren, PostgreSQL and Kafka are believed by, and no others: all of them are spoken to over TLS alone.',
  ),
  LIREN_CIPHER: z
    .enum(Object.values(FORMATS))
    .default(FORMATS[1])
    .describe(
      'What seals from now on; whatever was sealed before opens as it was sealed. Change it once every process knows the cipher.',
    ),
  LIREN_DATA: z.string().default('.liren').describe('Folder for files that are being worked on.'),
  LIREN_CLOCK_OFFSET_MS: z.coerce
    .number()
    .int()
    .default(0)
    .describe(
      'Milliseconds that this node’s clock is ahead of the machine’s; for tests and for trying out the future.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url()
    .optional()
    .describe('An OpenTelemetry collector (OTLP over HTTP) that traces go to; without it there are none.'),
  LIREN_LOGS_ENDPOINT: given()
    .refine((url) => url === undefined || URL.canParse(url), 'must be an address, as https://logs:4318')
    .describe(
      'An OpenTelemetry collector (OTLP over HTTP) that each line of the log is sent to besides being written; `OTEL_EXPORTER_OTLP_HEADERS` says by what it knows us.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged.'),
});

export type Environment = z.input<typeof environment>;

export interface Settings {
  readonly databaseUrl: string;
  /** Of the service's own role, in place of one that follows from the owner's. */
  readonly rolePassword?: string;
  readonly kafkaBrokers: readonly string[];
  readonly host: string;
  readonly port: number;
  readonly node: string;
  readonly storesUrl: string;
  readonly lirenUrl: string;
  /** Shared by all services, in base64; from the data folder when left out. */
  readonly serviceSecret?: string;
  /** The service's own key and all services' public ones; they share the secret when left out. */
  readonly serviceKeys?: ServiceKeys;
  /** How it speaks TLS; plain HTTP when left out. */
  readonly tls?: Tls;
  /** Where good keys and ended sessions are asked for, in place of the service `stores`; tests give their own. */
  readonly accessSource?: AccessSource;
  /** What seals from now on; the first of all when left out. */
  readonly cipher?: Cipher;
  readonly dataFolder: string;
  readonly clockOffsetMs: number;
  /** A clock to use in place of the machine's; tests move it. */
  readonly clock?: Clock;
  /** Where traces go; nowhere when left out. */
  readonly tracesEndpoint?: string;
  /** Where lines of the log go besides; nowhere when left out. */
  readonly logsEndpoint?: string;
  readonly logLevel: string;
}

/** Settings from the environment, secrets also from files; names every one that is missing or wrong. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const parsed = environment.safeParse(withSecrets(env, IN_FILES));
  if (!parsed.success) throw new Error(`Settings are wrong.\n${z.prettifyError(parsed.error)}`);
  const given = parsed.data;
  const tls = readTls(given);
  const { STORES_URL, LIREN_URL, OTEL_EXPORTER_OTLP_ENDPOINT, LIREN_LOGS_ENDPOINT } = given;
  const { LIREN_OIDC_ISSUER } = env;
  refusePlain(tls, { STORES_URL, LIREN_URL, LIREN_OIDC_ISSUER });
  refusePlain(tls, { OTEL_EXPORTER_OTLP_ENDPOINT, LIREN_LOGS_ENDPOINT });
  return {
    databaseUrl: databaseOver(tls, given.DATABASE_URL),
    rolePassword: given.DATABASE_ROLE_PASSWORD,
    tls,
    kafkaBrokers: (given.KAFKA_BROKERS ?? '').split(',').filter((broker) => broker !== ''),
    host: given.HOST,
    port: given.PORT,
    node: given.LIREN_NODE,
    storesUrl: given.STORES_URL,
    lirenUrl: given.LIREN_URL,
    serviceSecret: given.LIREN_SERVICE_SECRET,
    serviceKeys: readServiceKeys(given),
    cipher: given.LIREN_CIPHER,
    dataFolder: given.LIREN_DATA,
    clockOffsetMs: given.LIREN_CLOCK_OFFSET_MS,
    tracesEndpoint: given.OTEL_EXPORTER_OTLP_ENDPOINT,
    logsEndpoint: given.LIREN_LOGS_ENDPOINT,
    logLevel: given.LOG_LEVEL,
  };
};

/** PostgreSQL is believed by the same authorities, unless its address says by which (`sslrootcert`), and may know us by our certificate. */
const databaseOver = (tls: Tls | undefined, databaseUrl: string): string => {
  if (tls?.caFile === undefined) return databaseUrl;
  const url = new URL(databaseUrl);
  if (url.searchParams.get('sslmode') !== 'verify-full')
    throw new Error('DATABASE_URL must end with ?sslmode=verify-full where LIREN_TLS_CA is given.');
  const ours = { sslrootcert: tls.caFile, sslcert: tls.certFile, sslkey: tls.keyFile };
  for (const [name, file] of Object.entries(ours))
    if (!url.searchParams.has(name)) url.searchParams.set(name, file);
  return url.href;
};

export interface SettingReference {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

/** Every setting, for the reference. */
export const settingsReference = (): SettingReference[] =>
  Object.entries(environment.shape).map(([name, schema]) => {
    const absent = schema.safeParse(undefined);
    const fallback = absent.success
      ? absent.data === undefined
        ? 'nothing'
        : `\`${absent.data}\``
      : 'must be given';
    const file = IN_FILES.includes(name) ? ` Else \`${name}_FILE\`, a file with it.` : '';
    return { name, fallback, meaning: `${schema.description ?? ''}${file}` };
  });
