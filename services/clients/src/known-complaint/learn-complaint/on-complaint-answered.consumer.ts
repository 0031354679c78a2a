import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { complaintAnswered } from '#contracts/complaints/complaint-answered.v1';
import type { Message } from '#libs/contracts';
import { LearnComplaint } from './learn-complaint.js';

@Controller()
export class LearnComplaintOnComplaintAnswered {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(complaintAnswered.type)
  async on({ data }: Message<typeof complaintAnswered>): Promise<void> {
    const { complaintId, clientId, storeId, answeredAt: takenAt } = data;
    if (clientId === null) return; // nobody knows whose it is
    const told = { clientId, complaintId, storeId, step: 'answered', dueAt: null } as const;
    await this.commands.execute(new LearnComplaint({ ...told, takenAt }));
  }
}
