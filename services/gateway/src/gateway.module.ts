import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController } from './health/health.controller.js';
import { FETCH, UPSTREAMS } from './health/upstreams.js';
import type { Upstreams } from './routes.js';

@Module({})
export class GatewayModule {
  static with(upstreams: Upstreams, ask: typeof fetch): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [HealthController],
      providers: [
        { provide: UPSTREAMS, useValue: upstreams },
        { provide: FETCH, useValue: ask },
      ],
    };
  }
}
