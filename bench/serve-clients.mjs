import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClientsModule } from '../dist/services/clients/src/clients.module.js';
import { signedService } from './signed-service.mjs';

const dataFolder = mkdtempSync(join(tmpdir(), 'liren-bench-clients-'));
process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
const { service, token } = await signedService(ClientsModule, { dataFolder });
console.log(`${service.url} ${token}`);
