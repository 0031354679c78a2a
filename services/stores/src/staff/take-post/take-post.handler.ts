import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { PostTrainingQuery } from '../post-training.query.js';
import { known, staff } from '../staff.js';
import { TakePost, takePost } from './take-post.js';

@CommandHandler(TakePost)
export class TakePostHandler implements ICommandHandler<TakePost, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly trainings: PostTrainingQuery,
  ) {}

  async execute(command: TakePost): Promise<Committed> {
    const { staffId, effectiveFrom } = command.data;
    const { storeIds } = known(staffId, (await this.events.load(staff, staffId)).state);
    const asked = await this.trainings.of(storeIds[0] ?? null, effectiveFrom);
    return this.events.transact(staff, staffId, (state) => takePost(asked)(command, state));
  }
}
