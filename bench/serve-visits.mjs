import 'reflect-metadata';
import { CommandBus } from '@nestjs/cqrs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ALGORITHM, AUDIENCE, ISSUER, TOKEN_TYPE } from '../dist/libs/access/index.js';
import { readSettings, start } from '../dist/libs/service/index.js';
import { LearnStore } from '../dist/services/visits/src/known-store/learn-store/learn-store.js';
import { VisitsModule } from '../dist/services/visits/src/visits.module.js';

/** In place of the service `stores`: it says that tokens by this key are good. */
const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: ALGORITHM };
const claims = { sid: 'bench', epoch: 0, role: 'front-desk', stores: ['sh-01'] };
const token = await new SignJWT(claims)
  .setProtectedHeader({ alg: ALGORITHM, kid: 'bench', typ: TOKEN_TYPE })
  .setSubject('bench')
  .setIssuer(ISSUER)
  .setAudience(AUDIENCE)
  .setExpirationTime('1h')
  .sign(privateKey);
const service = await start(VisitsModule, {
  ...readSettings({ DATABASE_URL: process.env.DATABASE_URL, LOG_LEVEL: 'error' }),
  serviceSecret: Buffer.alloc(32, 7).toString('base64'),
  accessSource: async () => ({ keys: [key], endedSessions: [], epochs: {} }),
});
const store = {
  storeId: 'sh-01',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  openedAt: '2026-03-01T02:00:00.000Z',
};
await service.app.get(CommandBus).execute(new LearnStore(store));
process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
console.log(`${service.url} ${token}`);
