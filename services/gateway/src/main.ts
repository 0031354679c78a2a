import 'reflect-metadata';
import { readGatewaySettings } from './gateway.config.js';
import { startGateway } from './start-gateway.js';

const gateway = await startGateway(readGatewaySettings(process.env));
const stop = (): void => void gateway.stop().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
