import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '#libs/calendar';
import { ClaimTaken, CommandIdReused, EventStore, type Committed } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { Turns } from '#libs/service';
import { AccountsQuery } from '../../account/accounts.query.js';
import { PasswordsQuery } from '../../account/passwords.query.js';
import { store } from '../../store/store.js';
import { PostTrainingQuery } from '../post-training.query.js';
import { staff } from '../staff.js';
import { HireStaff, hireStaff, type FirstDay } from './hire-staff.js';

/**
 * The account is kept first: a fact whose account is missing would leave somebody who can never sign in. One hiring after the other,
 * or two that come with one key would keep theirs in each other's place.
 */
@CommandHandler(HireStaff)
export class HireStaffHandler implements ICommandHandler<HireStaff, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly accounts: AccountsQuery,
    private readonly passwords: PasswordsQuery,
    private readonly trainings: PostTrainingQuery,
    private readonly turns: Turns,
  ) {}

  async execute(command: HireStaff): Promise<Committed> {
    const { staffId, account } = command.data;
    const decide = hireStaff([this.accounts.claimOf(account.login)], await this.firstDay(command.data));
    const hire = (): Promise<Committed> =>
      this.events.transact(staff, staffId, (state) => decide(command, state));
    if (await this.isHired(staffId)) return hire();
    decide(command, staff.initial); // refused before anything is kept
    const passwordHash = await this.hashOf(account);
    return this.turns.take('hire', async () => {
      if (await this.isHired(staffId)) return hire();
      await this.accounts.keep({ staffId, name: account.name, login: account.login, passwordHash });
      return this.orForget(staffId, hire);
    });
  }

  private async isHired(staffId: string): Promise<boolean> {
    return (await this.events.load(staff, staffId)).state.status !== 'unknown';
  }

  private async hashOf({ name, login, password }: HireStaff['data']['account']): Promise<string | null> {
    if (password === null) return null;
    await this.passwords.check(password, [login, ...name.split(/\s+/)]);
    return this.passwords.hash(password);
  }

  /** What was refused leaves no account; of anything else nobody knows whether it got through. */
  private async orForget(staffId: string, hire: () => Promise<Committed>): Promise<Committed> {
    try {
      return await hire();
    } catch (error) {
      if (error instanceof ClaimTaken || error instanceof CommandIdReused)
        await this.accounts.forget(staffId);
      if (error instanceof ClaimTaken) throw new Rejection('login-taken', 'Somebody else has this login.');
      throw error;
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
