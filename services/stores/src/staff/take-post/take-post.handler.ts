import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PolicyOf } from '#contracts/stores/policies';
import { inForce } from '#libs/effective';
import { EventStore, type Committed } from '#libs/event-store';
import { policy } from '../../policy/policy.js';
import { known, staff } from '../staff.js';
import { TakePost, takePost, type PostTraining } from './take-post.js';

@CommandHandler(TakePost)
export class TakePostHandler implements ICommandHandler<TakePost, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: TakePost): Promise<Committed> {
    const { staffId, effectiveFrom } = command.data;
    const { storeIds } = known(staffId, (await this.events.load(staff, staffId)).state);
    const training = await this.trainingFor(storeIds[0] ?? null, effectiveFrom);
    return this.events.transact(staff, staffId, (state) => takePost(training)(command, state));
  }

  /** Nothing is required where nothing was published. */
  private async trainingFor(storeId: string | null, on: string): Promise<PostTraining> {
    const { state } = await this.events.load(policy, 'post-training');
    const entry = inForce(state, storeId, on);
    if (entry === undefined) return { required: [], version: null };
    return { ...(entry.value as PolicyOf<'post-training'>), version: `post-training@${entry.version}` };
  }
}
