import 'reflect-metadata';
import { run } from '#libs/service';
import { ImportsModule } from './imports.module.js';

await run(ImportsModule);
