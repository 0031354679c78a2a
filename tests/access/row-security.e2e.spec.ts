import pg from 'pg';
import { DATABASE, databaseName, withDatabase, type Database } from '#libs/service';
import { eventually, freshBaseUrl, startForTest, type TestedService } from '#libs/testing';
import { MODULES, type ServiceName } from '../../deploy/all-in-one/modules.js';

type Row = Record<string, unknown>;

const NAMES = Object.keys(MODULES) as ServiceName[];

/** Each names what it found; there should be nothing. */
const BREACHES: Readonly<Record<string, string>> = {
  'a role of ours that may do more than its grants say': `
    select rolname from pg_roles
     where rolname in ($1, $2) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
  'a table, view or function that is a service’s own': `
    select relname as name from pg_class where pg_get_userbyid(relowner) in ($1, $2)
    union all select proname from pg_proc where pg_get_userbyid(proowner) in ($1, $2)`,
  'a role of ours that is a member of another than people’s': `
    select pg_get_userbyid(roleid) as of, pg_get_userbyid(member) as member from pg_auth_members
     where pg_get_userbyid(member) in ($1, $2) and pg_get_userbyid(roleid) <> $2`,
  'a table with a store that people read without row-level security, forced': `
    select c.relname from pg_class c
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and has_table_privilege($2, c.oid, 'select')
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('storeId', 'store_id') and not a.attisdropped)
       and not (c.relrowsecurity and c.relforcerowsecurity
                and exists (select from pg_policy p where p.polrelid = c.oid and p.polroles = array[$2::regrole::oid] and p.polcmd = 'r'))`,
  'a view that reads as its owner': `
    select relname from pg_class
     where relkind = 'v' and relnamespace = 'public'::regnamespace
       and not coalesce(reloptions::text like '%security_invoker=true%', false)`,
  'a table that people may write, or that is none of a view’s': `
    select c.relname from pg_class c
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
       and (has_table_privilege($2, c.oid, 'insert, update, delete, truncate')
            or (has_table_privilege($2, c.oid, 'select') and c.relname !~ '__[0-9]+$' and c.relname <> 'view_state'))`,
  'a function that runs as its owner and looks for tables where others could write': `
    select proname from pg_proc
     where prosecdef and pronamespace = 'public'::regnamespace
       and not coalesce(proconfig::text like '%search_path=public, pg_temp%', false)`,
  'a schema where a service could make something': `
    select nspname from pg_namespace where nspname !~ '^pg_' and has_schema_privilege($1, oid, 'create')`,
  'a way to change the log beside append': `
    select relname from pg_class
     where relname in ('event', 'head', 'claim', 'range_claim') and has_table_privilege($1, oid, 'insert, update, delete, truncate')`,
};

describe('row-level security', () => {
  const databaseUrl = freshBaseUrl();
  const services = new Map<ServiceName, TestedService>();
  const owners = new Map<ServiceName, pg.Client>();
  beforeAll(async () => {
    await Promise.all(
      NAMES.map(async (name) => {
        services.set(name, await startForTest(MODULES[name], { databaseUrl, logLevel: 'silent' }));
        const owner = new pg.Client(withDatabase(databaseUrl, databaseName(databaseUrl, name)));
        await owner.connect();
        owners.set(name, owner);
      }),
    );
  }, 120_000);
  afterAll(async () => {
    await Promise.all([...owners.values()].map((owner) => owner.end()));
    await Promise.all([...services.values()].map((service) => service.stop()));
  });

  const database = (name: ServiceName): Database => services.get(name)!.app.get<Database>(DATABASE);

  describe.each(NAMES)('in %s', (name) => {
    it.each(Object.keys(BREACHES))('knows no %s', async (breach) => {
      const { service, people } = database(name).roles;
      const sql = `with roles as (select $1::text, $2::text) ${BREACHES[breach]!}`;
      const { rows } = await owners.get(name)!.query<Row>(sql, [service, people]);
      expect(rows).toEqual([]);
    });

    it('is connected as a role that stays within it', async () => {
      const { pool, roles } = database(name);
      const { rows } = await pool.query<Row>('select current_user as now, session_user as signed_in');
      expect(rows).toEqual([{ now: roles.service, signed_in: roles.service }]);
      for (const sql of [
        'create table x ()',
        'create view x as select 1',
        'create temp table event ()',
        'set role postgres',
      ])
        await expect(pool.query(sql)).rejects.toThrow(/permission denied|does not exist/);
      const other = NAMES.find((one) => one !== name)!;
      const elsewhere = new pg.Client(
        withDatabase(database(name).serviceUrl, databaseName(databaseUrl, other)),
      );
      await expect(elsewhere.connect()).rejects.toThrow(/permission denied/);
    });
  });

  describe('of rows that belong to stores', () => {
    const asPeople = async (stores: string | undefined): Promise<string[]> => {
      const { pool, roles } = database('stores');
      const client = await pool.connect();
      try {
        await client.query(`begin; set local role ${roles.people}`);
        if (stores !== undefined) await client.query(`set local liren.stores = '${stores}'`);
        const { rows } = await client.query<{ storeId: string }>(
          'select "storeId" from store_list order by 1',
        );
        return rows.map(({ storeId }) => storeId);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    beforeAll(async () => {
      for (const storeId of ['sh-01', 'sh-02', 'sh-0']) {
        const store = { storeId, name: storeId, timeZone: 'Asia/Shanghai', currency: 'CNY' };
        await services.get('stores')!.http.post('/v1/stores').send(store).expect(201);
      }
      await eventually(async () => expect(await asPeople('*')).toHaveLength(3));
    });

    it('shows those of the stores named, all of them for every store, and none when nobody says', async () => {
      expect(await asPeople('sh-01')).toEqual(['sh-01']);
      expect(await asPeople('sh-01,sh-02')).toEqual(['sh-01', 'sh-02']);
      expect(await asPeople('*')).toEqual(['sh-0', 'sh-01', 'sh-02']);
      for (const nothing of ['', '-', undefined]) expect(await asPeople(nothing)).toEqual([]);
    });

    it('leaves nothing of one question with the connection for the next', async () => {
      const manager = await services.get('stores')!.as({ role: 'store-manager', stores: ['sh-01'] });
      const lists = Array.from({ length: 40 }, () => manager.get('/v1/stores').expect(200));
      for (const { body } of await Promise.all(lists)) expect(body.items).toHaveLength(1);
      const { pool } = database('stores');
      const left = await Promise.all(
        Array.from({ length: 20 }, () =>
          pool.query<Row>(
            `select current_user as now, coalesce(current_setting('liren.stores', true), '') as stores`,
          ),
        ),
      );
      for (const { rows } of left)
        expect(rows).toEqual([{ now: database('stores').roles.service, stores: '' }]);
    });

    it('lets people’s role read no log, whatever it says of itself', async () => {
      const { pool, roles } = database('stores');
      for (const table of ['event', 'claim', 'account', 'second_factor', 'signing_key', 'relay'])
        await expect(
          pool.query(
            `begin; set local role ${roles.people}; set local liren.stores = '*'; select from ${table}`,
          ),
        ).rejects.toThrow(/permission denied/);
    });
  });
});
