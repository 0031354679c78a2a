import type { Type } from '@nestjs/common';
import type { Logger } from 'pino';
import { start, type Settings, type StartedService } from '#libs/service';
import { signInsPerMinute, trustedProxies } from '../../services/gateway/src/gateway.config.js';
import { startGateway } from '../../services/gateway/src/start-gateway.js';
import { MODULES, type ServiceName } from './modules.js';

export interface Platform {
  readonly url: string;
  readonly services: Readonly<Partial<Record<ServiceName, StartedService>>>;

  stop(): Promise<void>;
}

export interface PlatformOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  /** Services that are not to run here. */
  readonly without?: readonly string[];
}

/** Waits for all, also when one fails: what is half started cannot be stopped. */
const allOf = async (starting: readonly Promise<void>[]): Promise<void> => {
  const outcomes = await Promise.allSettled(starting);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};

/** All services in one process: each starts as it would alone, on a port of its own, behind one gateway. */
export const startPlatform = async ({
  settings,
  logger,
  without = [],
}: PlatformOptions): Promise<Platform> => {
  const started: Partial<Record<ServiceName, StartedService>> = {};
  const begin = async (name: ServiceName, more: Partial<Settings> = {}): Promise<void> => {
    if (without.includes(name)) return;
    const module: Type = MODULES[name];
    started[name] = await start(
      module,
      { ...settings, host: '127.0.0.1', port: 0, ...more },
      logger.child({ service: name }),
    );
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all(Object.values(started).map((service) => service.stop()));
  };
  try {
    const lirenUrl = `http://127.0.0.1:${settings.port}`;
    await begin('stores', { lirenUrl }); // others ask it for stores they have not heard of yet
    const storesUrl = started.stores?.url ?? settings.storesUrl;
    const others = (Object.keys(MODULES) as ServiceName[]).filter((name) => name !== 'stores');
    await allOf(others.map((name) => begin(name, { storesUrl, lirenUrl })));
    const upstreams = Object.fromEntries(Object.entries(started).map(([name, { url }]) => [name, url]));
    const { host, port, logLevel, tracesEndpoint } = settings;
    const gateway = await startGateway(
      {
        ...{ host, port, logLevel, tracesEndpoint, upstreams },
        signInsPerMinute: signInsPerMinute(process.env),
        trustedProxies: trustedProxies(process.env),
      },
      logger.child({ service: 'gateway' }),
    );
    return {
      url: gateway.url,
      services: started,
      stop: async () => {
        await gateway.stop();
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
};
