import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/calendar';
import { EventStore, type Committed } from '#libs/event-store';
import { document, documentId, followedOn, nothingInForce } from '../../document/document.js';
import { known, store } from '../../store/store.js';
import { checkRun, checkRunId } from '../check-run.js';
import { RunCheckList, runCheckList, type Followed } from './run-check-list.js';

@CommandHandler(RunCheckList)
export class RunCheckListHandler implements ICommandHandler<RunCheckList, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: RunCheckList): Promise<Committed> {
    const followed = await this.followed(command.data);
    return this.events.transact(checkRun, followed.runId, (state) => runCheckList(followed)(command, state));
  }

  private async followed({ storeId, code, runAt }: RunCheckList['data']): Promise<Followed> {
    const { opening } = known(storeId, (await this.events.see(store, storeId)).state);
    const day = dayOf(runAt, opening.timeZone);
    const [chain, own] = await Promise.all(
      [null, storeId].map((scope) => this.events.load(document, documentId('check-list', code, scope))),
    );
    const list = followedOn(chain!.state, own!.state, day);
    if (list === undefined) throw nothingInForce({ kind: 'check-list', code, storeId, day });
    const { version, because, content } = list;
    const pointIds = (content['points'] as { pointId: string }[]).map(({ pointId }) => pointId);
    return { runId: checkRunId(storeId, code, day), version, because, day, pointIds };
  }
}
