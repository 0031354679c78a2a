import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { uuidv7 } from '../dist/libs/event-store/index.js';
import { readSettings, start, Views } from '../dist/libs/service/index.js';
import { ClientSearchQuery } from '../dist/services/clients/src/client/client-search/client-search.query.js';
import { ClientsModule } from '../dist/services/clients/src/clients.module.js';
import { RegisterClient } from '../dist/services/clients/src/client/register-client/register-client.js';
import { databasePrefix, withPostgres } from './postgres.mjs';

// Not part of `npm run bench`, for it takes minutes: node bench/client-search.mjs [clients], after npm run build.

const CLIENTS = Number(process.argv[2] ?? 1_000_000);
const AT_ONCE = 2_000;
const ROUNDS = 200;

/** Family names with how many of 1,000 people have them. */
const FAMILY = { 王: 72, 李: 71, 张: 68, 刘: 54, 陈: 45, 杨: 31, 黄: 22, 赵: 20, 吴: 20, 周: 19 };
const RARE = Array.from('欧阳司徒诸葛慕容上官夏侯东方西门南宫');
const GIVEN = Array.from(
  '芳娜敏静丽艳娟霞秀玲桂兰燕红梅玉萍雪慧莹婷琳洁云莲真环荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉',
);

let seed = 7;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
const pick = (some) => some[Math.floor(random() * some.length)];
const familyName = () => {
  let at = random() * 1_000;
  for (const [name, share] of Object.entries(FAMILY)) if ((at -= share) < 0) return name;
  return pick(RARE);
};
const phoneOf = (at) => `13${String(at).padStart(9, '0')}`;

const register = (commands, at) => {
  const contact = {
    name: `${familyName()}${pick(GIVEN)}${random() < 0.7 ? pick(GIVEN) : ''}`,
    phone: phoneOf(at),
  };
  const clientId = uuidv7();
  const registeredAt = new Date().toISOString();
  const storeId = `store-${at % 100}`;
  return commands.execute(
    new RegisterClient({ clientId, storeId, contact, purposeNotice: null, registeredAt }),
  );
};

const fill = async (app) => {
  const commands = app.get(CommandBus);
  const begun = performance.now();
  const cpu = process.cpuUsage();
  for (let at = 0; at < CLIENTS; at += AT_ONCE) {
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, CLIENTS - at) }, (_, one) => register(commands, at + one)),
    );
  }
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(`${CLIENTS} registered and followed, ${Math.round(CLIENTS / seconds)}/s,`);
  console.log(`${Math.round((CLIENTS * 1e6) / (user + system))} per second of our own processor time`);
};

const ASKED = {
  'exact phone': () => phoneOf(Math.floor(random() * CLIENTS)),
  'last four digits': () => String(Math.floor(random() * 1e4)).padStart(4, '0'),
  'rare family name': () => pick(RARE),
  'common family name': () => '王',
  'name of two': () => `王${pick(GIVEN)}`,
  'name of three': () => `王${pick(GIVEN)}${pick(GIVEN)}`,
  'name and last four digits': () => `王 ${String(Math.floor(random() * 1e4)).padStart(4, '0')}`,
  'nothing found': () => '王乙丙',
  'two common letters, nothing found': () => '王 李',
};

const measure = async (search) => {
  for (const [what, asked] of Object.entries(ASKED)) {
    const took = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      found += (await search.meant(asked(), 20)).length;
      took.push(performance.now() - begun);
    }
    took.sort((one, other) => one - other);
    const at = (share) => took[Math.floor(share * (ROUNDS - 1))].toFixed(1);
    console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${(found / ROUNDS).toFixed(1)} found`);
  }
};

await withPostgres(async (server) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-bench-clients-'));
  const settings = readSettings({ DATABASE_URL: databasePrefix(server), LOG_LEVEL: 'error' });
  const accessSource = async () => ({ keys: [], endedSessions: [], epochs: {} });
  const service = await start(ClientsModule, { ...settings, dataFolder, accessSource });
  try {
    await fill(service.app);
    const view = service.app.get(Views).find('client_search');
    while (view.position < CLIENTS) await new Promise((resolve) => setTimeout(resolve, 500));
    const [{ size }] = await service.app
      .get(DataSource)
      .query(`select pg_size_pretty(pg_total_relation_size('client_search__1')) as size`);
    console.log(`the index takes ${size}`);
    await measure(service.app.get(ClientSearchQuery));
  } finally {
    await service.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
process.exit(0);
