import 'reflect-metadata';
import { CommandBus } from '@nestjs/cqrs';
import { LearnStore } from '../dist/services/visits/src/known-store/learn-store/learn-store.js';
import { VisitsModule } from '../dist/services/visits/src/visits.module.js';
import { signedService } from './signed-service.mjs';

const { service, token } = await signedService(VisitsModule);
const store = {
  storeId: 'sh-01',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  openedAt: '2026-03-01T02:00:00.000Z',
};
await service.app.get(CommandBus).execute(new LearnStore(store));
console.log(`${service.url} ${token}`);
