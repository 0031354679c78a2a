import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, readAhead, type Committed } from '#libs/event-store';
import { group, known as knownGroup } from '../../group/group.js';
import { CHAIN, regions, withAllAbove } from '../../region/region.js';
import { standingOn } from '../../store/store-standing.js';
import { known, store } from '../../store/store.js';
import { checkRun } from '../check-run.js';
import { FollowedListQuery } from '../followed-list.query.js';
import { SuperviseStore, superviseStore, type Supervised } from './supervise-store.js';

@CommandHandler(SuperviseStore)
export class SuperviseStoreHandler implements ICommandHandler<SuperviseStore, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly lists: FollowedListQuery,
  ) {}

  async execute(command: SuperviseStore): Promise<Committed> {
    const supervised = await readAhead(this.supervised(command.data));
    return this.events.transact(checkRun, command.data.runId, (state) =>
      superviseStore(supervised())(command, state),
    );
  }

  private async supervised(data: SuperviseStore['data']): Promise<Supervised> {
    const { storeId, code, groupId, checkedAt } = data;
    const day = await this.lists.dayAt(checkedAt, storeId);
    const list = await this.lists.on(day, { storeId, code });
    const opened = known(storeId, (await this.events.see(store, storeId)).state);
    const { state } = await this.events.load(regions, CHAIN);
    const asked =
      groupId === null ? null : knownGroup(groupId, (await this.events.see(group, groupId)).state);
    return { list, group: asked, regions: withAllAbove(state, standingOn(opened, day).region) };
  }
}
