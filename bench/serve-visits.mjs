import 'reflect-metadata';
import { CommandBus } from '@nestjs/cqrs';
import { readSettings, start } from '../dist/libs/service/index.js';
import { LearnStore } from '../dist/services/visits/src/known-store/learn-store/learn-store.js';
import { VisitsModule } from '../dist/services/visits/src/visits.module.js';

const service = await start(
  VisitsModule,
  readSettings({ DATABASE_URL: process.env.DATABASE_URL, LOG_LEVEL: 'error' }),
);
const store = {
  storeId: 'sh-01',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  openedAt: '2026-03-01T02:00:00.000Z',
};
await service.app.get(CommandBus).execute(new LearnStore(store));
process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
console.log(service.url);
