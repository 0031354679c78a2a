import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ALGORITHM, AUDIENCE, ISSUER, TOKEN_TYPE } from '../dist/libs/access/index.js';
import { readSettings, start } from '../dist/libs/service/index.js';

/** Starts a service, and says a token that it takes: in place of the service `stores`, whose part this plays. */
export const signedService = async (module, settings = {}) => {
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
  const service = await start(module, {
    ...readSettings({ DATABASE_URL: process.env.DATABASE_URL, LOG_LEVEL: 'error' }),
    serviceSecret: Buffer.alloc(32, 7).toString('base64'),
    accessSource: async () => ({ keys: [key], endedSessions: [], epochs: {} }),
    ...settings,
  });
  process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
  return { service, token };
};
