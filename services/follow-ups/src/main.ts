import 'reflect-metadata';
import { run } from '#libs/service';
import { FollowUpsModule } from './follow-ups.module.js';

await run(FollowUpsModule);
