import { createHash } from 'node:crypto';
import { commandContext, inCommandContext, LogSeals, uuidv7 } from '#libs/event-store';
import { freshLog, type FreshLog, type LogProcess } from '#libs/testing';

describe('the chain of hashes over the log', () => {
  let log: FreshLog;
  let here: LogProcess;
  let seals: LogSeals;
  beforeEach(async () => {
    log = await freshLog();
    here = log.process();
    seals = new LogSeals(here.pool);
  });
  afterEach(() => log.close());

  const happened = async (count: number): Promise<void> => {
    const occurredAt = '2026-03-01T02:00:00.000Z';
    const events = Array.from({ length: count }, (_, at) => ({
      ...{ type: 'Happened', occurredAt, data: { what: '皮肤“护理”', at } },
    }));
    await inCommandContext({ commandId: uuidv7() }, () =>
      here.store.append({
        context: commandContext(),
        streams: [{ stream: `thing:${uuidv7()}`, expected: 'any', events }],
      }),
    );
  };
  const sealed = async (): Promise<void> => {
    while (await seals.seal());
  };
  const tamper = (sql: string) => log.query(`set local session_replication_role = replica; ${sql}`);

  it('has nothing to say of an empty log', async () => {
    expect(await seals.seal()).toBe(false);
    expect(await seals.last()).toBeUndefined();
    expect(await seals.check(0, 10)).toEqual({ after: 0, upTo: 0, brokenAt: null, more: false });
  });

  it('covers every fact once, a thousand in a link at most', async () => {
    await happened(2_300);
    expect([await seals.seal(), await seals.seal(), await seals.seal()]).toEqual([true, true, false]);
    await happened(1);
    await sealed();
    await sealed();
    const links = await log.query<{ up_to: number }>('select up_to from log_seal order by up_to');
    expect(links.map(({ up_to }) => up_to)).toEqual([1_000, 2_000, 2_300, 2_301]);
    expect(await seals.check(0, 10)).toEqual({ after: 0, upTo: 2_301, brokenAt: null, more: false });
  });

  it('can be computed by anybody who has the facts', async () => {
    await happened(2);
    await sealed();
    const facts = await log.query<{ line: string }>(
      `select json_build_array(position, version, id, command_id, correlation_id, causation_id, occurred_at, recorded_at,
                               stream, type, store_id, actor, policy_version, request_hash, data)::text as line
         from event order by position`,
    );
    const lines = facts.map(({ line }) => line).join('\n');
    expect((await seals.last())!.hash).toBe(createHash('sha256').update(lines).digest('hex'));
  });

  it('is the same however it is sealed by several at once', async () => {
    await happened(3_500);
    const others = [log.process(), log.process()].map(({ pool }) => new LogSeals(pool));
    await Promise.all([seals, ...others].flatMap((one) => [one.seal(), one.seal()]));
    expect(await seals.check(0, 10)).toEqual({ after: 0, upTo: 3_500, brokenAt: null, more: false });
  });

  it.each([
    ['changed', `update event set data = '{"at":0}' where position = 1500`],
    ['attributed to another', `update event set actor = 'somebody else' where position = 1500`],
    ['taken away', `delete from event where position = 1500`],
    [
      'dated otherwise',
      `update event set recorded_at = recorded_at + interval '1 day' where position = 1500`,
    ],
  ])('breaks where a fact was %s', async (_what, sql) => {
    await happened(3_000);
    await sealed();
    await tamper(sql);
    expect(await seals.check(0, 10)).toMatchObject({ brokenAt: { after: 1_000, upTo: 2_000 } });
    expect(await seals.check(2_000, 10)).toMatchObject({ brokenAt: null });
  });

  it('breaks behind a link that was forged to fit', async () => {
    await happened(3_000);
    await sealed();
    const noted = (await seals.last())!;
    await tamper(`update event set actor = 'somebody else' where position = 1500;
                  update log_seal set hash = link_hash((select hash from log_seal where up_to = 1000), 1000, 2000) where up_to = 2000`);
    expect(await seals.check(0, 10)).toMatchObject({ brokenAt: { after: 2_000, upTo: 3_000 } });
    await tamper(
      `update log_seal set hash = link_hash((select hash from log_seal where up_to = 2000), 2000, 3000) where up_to = 3000`,
    );
    expect(await seals.check(0, 10)).toMatchObject({ brokenAt: null }); // every link forged, but
    expect((await seals.at(noted.upTo))!.hash).not.toBe(noted.hash); // what somebody has noted is not there any more
  });

  it('is checked piece by piece', async () => {
    await happened(3_000);
    await sealed();
    expect(await seals.check(0, 2)).toEqual({ after: 0, upTo: 2_000, brokenAt: null, more: true });
    expect(await seals.check(2_000, 2)).toEqual({ after: 2_000, upTo: 3_000, brokenAt: null, more: false });
  });

  it('is not for anybody to write', async () => {
    await expect(log.query(`insert into log_seal (up_to, hash) values (1, 'x')`)).rejects.toThrow(
      'append-only',
    );
    await happened(1);
    await sealed();
    await expect(log.query('delete from log_seal')).rejects.toThrow('append-only');
  });
});
