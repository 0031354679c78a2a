import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, readAhead, type Committed } from '#libs/event-store';
import { checkRun, checkRunId } from '../check-run.js';
import { FollowedListQuery } from '../followed-list.query.js';
import { RunCheckList, runCheckList } from './run-check-list.js';

@CommandHandler(RunCheckList)
export class RunCheckListHandler implements ICommandHandler<RunCheckList, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly lists: FollowedListQuery,
  ) {}

  async execute(command: RunCheckList): Promise<Committed> {
    const { storeId, code, runAt } = command.data;
    const day = await this.lists.dayAt(runAt, storeId);
    const followed = await readAhead(this.lists.on(day, { storeId, code }));
    const runId = checkRunId(storeId, code, day);
    return this.events.transact(checkRun, runId, (state) => runCheckList(runId, followed())(command, state));
  }
}
