import 'reflect-metadata';
import { run } from '#libs/service';
import { MembershipModule } from './membership.module.js';

await run(MembershipModule);
