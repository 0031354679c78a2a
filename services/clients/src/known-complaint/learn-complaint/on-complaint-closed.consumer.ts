import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { complaintClosed } from '#contracts/complaints/complaint-closed.v1';
import type { Message } from '#libs/contracts';
import { LearnComplaint } from './learn-complaint.js';

@Controller()
export class LearnComplaintOnComplaintClosed {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(complaintClosed.type)
  async on({ data }: Message<typeof complaintClosed>): Promise<void> {
    const { complaintId, clientId, storeId, closedAt: takenAt } = data;
    if (clientId === null) return; // nobody knows whose it is
    const told = { clientId, complaintId, storeId, step: 'closed', dueAt: null } as const;
    await this.commands.execute(new LearnComplaint({ ...told, takenAt }));
  }
}
