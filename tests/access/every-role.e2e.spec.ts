import 'reflect-metadata';
import { EVERY_STORE, ROLES, type Role } from '#libs/access';
import { asking, freshBaseUrl, startForTest, tokenOf, type Asking, type TestedService } from '#libs/testing';
import { MODULES, type ServiceName } from '../../deploy/all-in-one/modules.js';
import { routesOf, type Route } from '../../deploy/docs/routes-of.js';

const NOBODY = '0190a000-0000-7000-8000-0000000000ff';
const NAMES = Object.keys(MODULES) as ServiceName[];
const ROUTES = routesOf();

/** Of one store here, and not of the other. */
const OWN = 'sh-01';
const OTHER = 'bj-01';

describe('every route, asked as every role', () => {
  const databaseUrl = freshBaseUrl();
  const services = new Map<ServiceName, TestedService>();
  /** What can stand in a path, of the own store. */
  const known = new Map<string, string>([['storeId', OWN]]);
  beforeAll(async () => {
    const options = { databaseUrl, logLevel: 'silent' };
    const stores = await startForTest(MODULES.stores, options);
    services.set('stores', stores);
    await Promise.all(
      NAMES.filter((name) => name !== 'stores').map(async (name) => {
        services.set(name, await startForTest(MODULES[name], { ...options, storesUrl: stores.url }));
      }),
    );
    await liveALittle();
  }, 120_000);
  afterAll(() => Promise.all([...services.values()].map((service) => service.stop())));

  const liveALittle = async (): Promise<void> => {
    const post = async (name: ServiceName, path: string, body: object): Promise<Record<string, string>> =>
      (await services.get(name)!.http.post(`/v1/${path}`).send(body).expect(201)).body;
    for (const storeId of [OWN, OTHER]) {
      const store = { storeId, name: storeId, timeZone: 'Asia/Shanghai', currency: 'CNY' };
      await post('stores', 'stores', store);
    }
    const { clientId } = await post('clients', 'clients', { storeId: OWN, phone: '13800138000' });
    const lines = [{ itemId: 'facial-60', paidMinor: 10_000 }];
    const { visitId } = await post('visits', 'visits', { storeId: OWN, clientId, lines });
    const complaint = { storeId: OWN, clientId, channel: 'phone' };
    const { complaintId } = await post('complaints', 'complaints', complaint);
    for (const [name, id] of Object.entries({ clientId, visitId, complaintId })) known.set(name, id!);
  };

  const tokens = new Map<string, Promise<string>>();
  const as = async ({ service }: Route, role: Role, store: string): Promise<Asking> => {
    const key = `${role} ${store}`;
    tokens.set(key, tokens.get(key) ?? tokenOf({ role, stores: [store] }));
    return asking(services.get(service)!.url, await tokens.get(key)!);
  };
  const ask = (asker: Asking, { service, method, path }: Route, id: (name: string) => string) => {
    const own = path.replace(`/v1/operations/${service}`, '/operations');
    const url = own.replace(/:(\w+)/g, (_part, name: string) => id(name));
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    return verb === 'get' ? asker.get(url) : asker[verb](url).send({});
  };
  const nowhere = (name: string): string => (name.endsWith('Id') ? NOBODY : 'nowhere');

  it('has a route for every call, and no route without roles', () => {
    expect(ROUTES.length).toBeGreaterThan(100);
    expect(ROUTES.filter(({ allowed }) => allowed === undefined)).toEqual([]);
    const open = ROUTES.filter(({ allowed }) => allowed === 'everybody').map(
      ({ method, path }) => `${method} ${path}`,
    );
    expect(open.sort()).toEqual([
      'POST /v1/sessions',
      'POST /v1/sessions/oidc',
      'POST /v1/sessions/oidc/nonce',
      'POST /v1/sessions/refresh',
    ]);
  });

  it('lets nobody in who has not signed in', async () => {
    for (const route of ROUTES.filter(({ allowed }) => allowed !== 'everybody')) {
      const { status, body } = await ask(asking(services.get(route.service)!.url), route, nowhere);
      expect([route.path, status, body.code]).toEqual([route.path, 401, 'not-signed-in']);
    }
  });

  it.each(ROLES)(
    'lets %s in exactly where the table says',
    async (role) => {
      for (const route of ROUTES) {
        const { status, body } = await ask(await as(route, role, OWN), route, nowhere);
        const isLetIn = !(status === 403 && body.code === 'not-allowed');
        const isAllowed = route.allowed === 'everybody' || route.allowed!.includes(role);
        expect([role, route.method, route.path, isLetIn]).toEqual([
          role,
          route.method,
          route.path,
          isAllowed,
        ]);
        expect(status).toBeLessThan(500);
      }
    },
    120_000,
  );

  const ofStores = ROLES.filter((role) => !EVERY_STORE.includes(role));
  it.each(ofStores)(
    'shows %s what is of her own store, and nothing of another',
    async (role) => {
      const about = ROUTES.filter(
        ({ method, path, allowed }) =>
          method === 'GET' &&
          allowed!.includes(role) &&
          [...path.matchAll(/:(\w+)/g)].some(([, name]) => known.has(name!)) &&
          [...path.matchAll(/:(\w+)/g)].every(([, name]) => known.has(name!)),
      );
      const at = (name: string): string => known.get(name)!;
      for (const route of about) {
        const own = await ask(await as(route, role, OWN), route, at);
        expect([route.path, own.body.code]).not.toEqual([route.path, 'other-store']);
        const other = await ask(await as(route, role, OTHER), route, at);
        expect([route.path, other.status >= 400]).toEqual([route.path, true]);
      }
    },
    60_000,
  );
});
