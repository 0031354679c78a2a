import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl } from '#libs/testing';
import { MODULES } from '../../deploy/all-in-one/modules.js';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';
import { actorsOf } from './actors.js';
import { allOf, draftsInTurn, senderOf } from './campaign.js';
import { isSilent, operationsOf, type Description, type Operation } from './description.js';
import { Findings } from './findings.js';
import { judgeOf } from './judge.js';
import { send } from './sending.js';
import { trespassesOf } from './trespass.js';

const requests = Number(process.env['FUZZ_REQUESTS'] ?? 10_000);
/** Another seed finds other things; the same one asks the same again. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_301);
const AT_ONCE = 16;

describe('every operation of the platform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-fuzz-'));
  let platform: PlatformProcess;
  let description: Description;
  let operations: Operation[];
  beforeAll(async () => {
    const env = { DATABASE_URL: freshBaseUrl(), LIREN_DATA: folder, LIREN_SIGN_INS_PER_MINUTE: '100000' };
    platform = await startPlatformProcess({ env });
    description = await eventually(async () => {
      const told = (await (await platform.fetch('/openapi.json')).json()) as Description;
      for (const service of Object.keys(MODULES))
        // who is slow to tell is left out
        expect(told.paths).toHaveProperty([`/v1/operations/${service}/views`]);
      return told;
    });
    operations = operationsOf(description);
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says who may ask, and what it answers', () => {
    expect(operations.filter(isSilent).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it(`answers ${requests} requests as described, and nobody with what is not hers`, async () => {
    const actors = await actorsOf(platform);
    const judge = judgeOf(description);
    const findings = new Findings();
    await allOf(draftsInTurn(operations, description, { requests, seed }), AT_ONCE, async (draft) => {
      const { operation } = draft;
      const actor = senderOf(draft, actors);
      const sent = await send(platform.url, draft, actor);
      const { status, type, text } = sent.answer;
      findings.note(draft, sent, [...judge(draft, sent.answer), ...trespassesOf(operation, sent, actor)]);
      const isTold = status === 201 || (status === 200 && actor.stores !== 'every');
      if (!isTold || type !== 'application/json') return;
      const told: unknown = JSON.parse(text);
      actor.own.learn(told, { path: operation.path, about: sent.about, isMade: status === 201 });
      if (operation.path === '/v1/client-lookups') actor.own.learnAsked(sent.body, told);
    });
    const never = findings.neverAnswered(operations);
    if (process.env['FUZZ_SHOW'] === 'true') console.log(never.join('\n'));
    expect(findings.faults).toEqual([]);
    expect(never.length / operations.length).toBeLessThan(0.5);
  }, 1_800_000); // two minutes, where nothing else goes on

  it.each(Object.keys(MODULES))('leaves nothing parked and no view broken in %s', async (service) => {
    const get = async (what: string) =>
      (await platform.fetch(`/v1/operations/${service}/${what}`)).json() as Promise<
        Record<string, unknown>[]
      >;
    expect((await get('parked-messages')).map(({ type, cause }) => [type, cause])).toEqual([]);
    expect((await get('views')).filter(({ rebuildFailure }) => rebuildFailure !== null)).toEqual([]);
    const health = await fetch(`${platform.url}/health/ready`);
    expect(await health.json()).toMatchObject({ status: 'ready' });
  });
});
