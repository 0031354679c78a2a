import 'reflect-metadata';
import { run } from '#libs/service';
import { StoresModule } from './stores.module.js';

await run(StoresModule);
