import 'reflect-metadata';
import { run } from '#libs/service';
import { ComplaintsModule } from './complaints.module.js';

await run(ComplaintsModule);
