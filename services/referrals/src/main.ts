import 'reflect-metadata';
import { run } from '#libs/service';
import { ReferralsModule } from './referrals.module.js';

await run(ReferralsModule);
