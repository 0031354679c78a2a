import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/calendar';
import { ClaimTaken, EventStore, type Committed } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { AccountsQuery } from '../../account/accounts.query.js';
import { PasswordsQuery } from '../../account/passwords.query.js';
import { store } from '../../store/store.js';
import { PostTrainingQuery } from '../post-training.query.js';
import { staff } from '../staff.js';
import { HireStaff, hireStaff, type FirstDay } from './hire-staff.js';

/** The account is kept first: a fact whose account is missing would leave somebody who can never sign in. */
@CommandHandler(HireStaff)
export class HireStaffHandler implements ICommandHandler<HireStaff, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly accounts: AccountsQuery,
    private readonly passwords: PasswordsQuery,
    private readonly trainings: PostTrainingQuery,
  ) {}

  async execute(command: HireStaff): Promise<Committed> {
    const { staffId, account } = command.data;
    const decide = hireStaff([this.accounts.claimOf(account.login)], await this.firstDay(command.data));
    const { state } = await this.events.load(staff, staffId);
    if (state.status === 'unknown') {
      decide(command, state); // refused before anything is kept
      const passwordHash = account.password === null ? null : await this.passwords.hash(account.password);
      await this.accounts.keep({ staffId, name: account.name, login: account.login, passwordHash });
    }
    try {
      return await this.events.transact(staff, staffId, (now) => decide(command, now));
    } catch (error) {
      if (!(error instanceof ClaimTaken)) throw error;
      await this.accounts.forget(staffId);
      throw new Rejection('login-taken', 'Somebody else has this login.');
    }
  }

  /** By UTC for who works in no store, or in one that nobody has opened yet. */
  private async firstDay({ storeIds, hiredAt }: HireStaff['data']): Promise<FirstDay> {
    const [storeId = null] = storeIds;
    const state = storeId === null ? store.initial : (await this.events.load(store, storeId)).state;
    const day = dayOf(hiredAt, state.status === 'opened' ? state.opening.timeZone : 'UTC');
    return { day, asked: await this.trainings.of(storeId, day) };
  }
}
