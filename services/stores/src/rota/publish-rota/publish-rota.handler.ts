import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ClaimTaken, EventStore, type Committed } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { CircumstancesQuery } from '../circumstances.query.js';
import { rota, rotaId, staffOfClaim } from '../rota.js';
import { PublishRota, publishRota } from './publish-rota.js';

@CommandHandler(PublishRota)
export class PublishRotaHandler implements ICommandHandler<PublishRota, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly circumstances: CircumstancesQuery,
  ) {}

  async execute(command: PublishRota): Promise<Committed> {
    const { storeId, week, shifts } = command.data;
    const staffIds = [...new Set(shifts.map(({ staffId }) => staffId))];
    const { policyVersion, ...circumstances } = await this.circumstances.of({ storeId, week }, staffIds);
    const decide = publishRota(circumstances, policyVersion);
    try {
      return await this.events.transact(rota, rotaId(storeId, week), (state) => decide(command, state));
    } catch (error) {
      if (!(error instanceof ClaimTaken)) throw error;
      const staffId = staffOfClaim(error.key);
      throw new Rejection('works-elsewhere-then', 'She works in another store at that time.', { staffId });
    }
  }
}
