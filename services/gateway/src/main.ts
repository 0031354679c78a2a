import 'reflect-metadata';
import { runLogged } from '#libs/service';
import { readGatewaySettings } from './gateway.config.js';
import { startGateway } from './start-gateway.js';

await runLogged('gateway', readGatewaySettings, startGateway);
