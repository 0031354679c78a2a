import 'reflect-metadata';
import { run } from '#libs/service';
import { VisitsModule } from './visits.module.js';

await run(VisitsModule);
