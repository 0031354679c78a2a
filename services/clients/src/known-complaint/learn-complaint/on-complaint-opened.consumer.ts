import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { complaintOpened } from '#contracts/complaints/complaint-opened.v1';
import type { Message } from '#libs/contracts';
import { LearnComplaint } from './learn-complaint.js';

@Controller()
export class LearnComplaintOnComplaintOpened {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(complaintOpened.type)
  async on({ data }: Message<typeof complaintOpened>): Promise<void> {
    const { complaintId, clientId, storeId, openedAt: takenAt, dueAt } = data;
    if (clientId === null) return; // nobody knows whose it is
    const told = { clientId, complaintId, storeId, step: 'opened', dueAt } as const;
    await this.commands.execute(new LearnComplaint({ ...told, takenAt }));
  }
}
