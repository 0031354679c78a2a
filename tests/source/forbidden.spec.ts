import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '#libs/privacy';
import { projectRoot } from '#libs/service';

const ROOT = projectRoot();
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const filesOf = (folder: string, end: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name) && !/\.spec\.ts$|(^|\/)test(ing)?\//.test(name))
    .map((name) => join(folder, name));

/** What runs in a service; `deploy` starts PostgreSQL and Kafka beside it. */
const SERVED = [...filesOf('libs', /\.ts$/), ...filesOf('services', /\.ts$/)];
const PAGE = filesOf('services/gateway/public', /\.(js|html|css)$/);

/** Places of a file that say this, as `file: what`. */
const placesOf = (files: readonly string[], what: RegExp): string[] =>
  files.flatMap((file) => [...read(file).matchAll(what)].map(([found]) => `${file}: ${found}`));

describe('no source of a service', () => {
  it('is looked at in vain', () => {
    expect(SERVED.length).toBeGreaterThan(500);
    expect(PAGE.map((file) => file.split('/').at(-1)).sort()).toEqual(['index.html', 'page.css', 'page.js']);
    expect(placesOf(SERVED, /createHmac\(/g).length).toBeGreaterThan(0);
  });

  it.each([
    ['starts another program', /child_process|worker_threads/g],
    ['runs text as code', /\beval\(|new Function\(|node:vm|runInContext/g],
    ['rolls dice that can be foretold', /Math\.random/g],
    ['compares without types', /[^=!<>]==[^=]|[^!]!=[^=]/g],
    ['makes a secret of less than 128 bits', /(?<!iv = )randomBytes\((?:\d|1[0-5])\)/g],
    ['sets itself above certificates', /rejectUnauthorized|NODE_TLS_REJECT/g],
    ['reads bytes past their end', /allocUnsafe|new Buffer\(/g],
    ['unpacks objects of a caller’s choice', /node:v8|deserialize\(|node-serialize|js-yaml/g],
  ])('%s', (_what, said) => {
    expect(placesOf(SERVED, said)).toEqual([]);
  });

  it('hashes in another way than SHA-256, but for finding passwords in a collection that has no other', () => {
    expect(placesOf(SERVED, /(?:createHash|createHmac|hkdfSync)\(\s*'(?!sha256')[^']*'/g)).toEqual([
      "services/stores/src/account/breached-passwords.query.ts: createHash('sha1'",
    ]);
  });

  it('writes anywhere but to the log, but for commands and the first password', () => {
    const places = placesOf(SERVED, /console\.\w+\(/g).map((place) => place.split(':')[0]);
    expect([...new Set(places)].sort()).toEqual([
      'libs/service/run.ts', // why a start failed
      'services/imports/src/cli/import.ts',
      'services/stores/src/account/first-admin.process.ts',
    ]);
  });

  it('sends to anybody but in these places, whose addresses are settings', () => {
    const sends =
      /\bfetch(?:By)?\(|new Kafka\(|new pg\.(?:Client|Pool)\(|new DataSource\(|OTLP\w+Exporter\(|createRemoteJWKSet\(|\(httpProxy,|(?:net|tls|http|https)\.(?:connect|get|request)\(/g;
    const places = placesOf(SERVED, sends).map((place) => place.split(':')[0]);
    expect([...new Set(places)].sort()).toEqual([
      'libs/http/tls.ts', // `fetch` of the gateway and of peers
      'libs/messaging/kafka/kafka-transport.ts', // KAFKA_BROKERS
      'libs/messaging/postgres/postgres-subscription.ts', // DATABASE_URL
      'libs/messaging/postgres/postgres-transport.ts',
      'libs/messaging/relay.ts',
      'libs/service/database.ts',
      'libs/service/log/sent-lines.ts', // LIREN_LOGS_ENDPOINT
      'libs/service/peers.ts', // STORES_URL, LIREN_URL
      'libs/tracing/open-traces.ts', // OTEL_EXPORTER_OTLP_ENDPOINT
      'services/gateway/src/start-gateway.ts', // …_URL
      'services/imports/src/cli/import.ts', // LIREN_URL, at a terminal
      'services/imports/src/cli/signed-in.ts',
      'services/stores/src/account/oidc.query.ts', // LIREN_OIDC_ISSUER
    ]);
  });

  it('knows the secret that services share where they have keys of their own, but that of `stores`', () => {
    expect(placesOf(SERVED, /serviceSecretsOf\(|\.serviceSecret\b/g).sort()).toEqual([
      'libs/service/service.module.ts: serviceSecretsOf(', // without keys of their own
      'services/stores/src/stores.module.ts: serviceSecretsOf(',
      'services/stores/src/stores.module.ts: serviceSecretsOf(',
    ]);
  });

  it('encrypts in another place or way than the envelope', () => {
    const places = placesOf(SERVED, /create(?:Dec|C)ipheriv\((\w+)/g);
    expect(new Set(places)).toEqual(
      new Set([
        'libs/privacy/envelope.ts: createCipheriv(cipherOf',
        'libs/privacy/envelope.ts: createDecipheriv(cipherOf',
      ]),
    );
    expect(FORMATS).toEqual({ 1: 'aes-256-gcm', 2: 'chacha20-poly1305' });
  });
});

describe('no page', () => {
  it.each([
    ['takes text for HTML', /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/g],
    ['keeps anything in the browser', /localStorage|sessionStorage|indexedDB|document\.cookie|caches\./g],
    ['listens to other windows', /postMessage|addEventListener\('message'|onmessage/g],
    ['asks anybody else', /https?:\/\/|\/\/[a-z]+\.[a-z]/g],
    ['has scripts within', /<script(?! type="module" src=)|\son\w+=/g],
    ['leads to an address that somebody typed', /location\.(?:href|assign|replace)|window\.open/g],
    ['minds how a password comes into its field', /'paste'|onpaste|autocomplete="off"/g],
  ])('%s', (_what, said) => {
    expect(placesOf(PAGE, said)).toEqual([]);
  });

  it('shows a password while it is typed', () => {
    expect(read('services/gateway/public/index.html')).toContain(
      '<input type="password" name="password" autocomplete="current-password" required />',
    );
  });

  it('is without a way to sign out', () => {
    expect(read('services/gateway/public/index.html')).toContain(
      '<button id="sign-out" hidden>Sign out</button>',
    );
  });
});

describe('no image', () => {
  const last = read('deploy/Dockerfile')
    .split(/^FROM /m)
    .at(-1)!;

  it('holds the history of the source, nor its tests', () => {
    expect(read('.dockerignore').split('\n')).toContain('.git');
    const copied = [...last.matchAll(/^COPY --from=build \/liren\/(\S+)/gm)].map(([, what]) => what);
    expect(copied).toEqual(['package.json', 'node_modules', 'dist', 'services/gateway/public']);
    for (const tests of ['**/*.spec.ts', '**/test/**', '**/testing/**'])
      expect(read('package.json')).toContain(`--ignore '${tests}'`);
  });

  it('runs as root, or as it does while it is made', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last).toContain('NODE_ENV=production');
  });

  it('holds a secret: they are settings that must be given', () => {
    const compose = read('docker-compose.yml');
    for (const name of ['POSTGRES_PASSWORD', 'LIREN_SERVICE_SECRET', 'LIREN_KEK', 'LIREN_COUNTING_KEY'])
      expect(compose).toContain(`\${${name}:?`);
    for (const ignored of ['.gitignore', '.dockerignore'])
      expect(read(ignored).split('\n')).toContain('.env');
    expect(last).not.toMatch(/SECRET|PASSWORD|KEK|COUNTING_KEY/);
  });
});

describe('no package', () => {
  interface Locked {
    readonly version?: string;
    readonly integrity?: string;
  }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const others = Object.entries(packages).filter(([name]) => name !== '');

  it('is used that the list of packages does not name, with its version and its hash', () => {
    expect(others.length).toBeGreaterThan(300);
    const without = others.filter(
      ([, { version, integrity }]) => version === undefined || !/^sha512-/.test(integrity ?? ''),
    );
    expect(without.map(([name]) => name)).toEqual([]);
    expect(read('deploy/Dockerfile')).toContain('npm ci --ignore-scripts');
  });
});
