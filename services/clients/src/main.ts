import 'reflect-metadata';
import { run } from '#libs/service';
import { ClientsModule } from './clients.module.js';

await run(ClientsModule);
