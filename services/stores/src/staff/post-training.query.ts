import { Injectable } from '@nestjs/common';
import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import { EventStore } from '#libs/event-store';
import { policy } from '../policy/policy.js';
import type { PostTraining } from './post-training.js';

@Injectable()
export class PostTrainingQuery {
  constructor(private readonly events: EventStore) {}

  /** What posts of a store ask for on a day. Nothing is required where nothing was published. */
  async of(storeId: string | null, on: string): Promise<PostTraining> {
    const { state } = await this.events.load(policy, 'post-training');
    const entry = inForce(state, storeId, on);
    if (entry === undefined) return { required: [], version: null };
    return { ...(entry.value as PolicyOf<'post-training'>), version: `post-training@${entry.version}` };
  }
}
