import 'reflect-metadata';
import { run } from '#libs/service';
import { ReportingModule } from './reporting.module.js';

await run(ReportingModule);
