import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import type { Message } from '#libs/contracts';
import { NoteVisit } from './note-visit.js';

@Controller()
export class NoteVisitOnVisitCompleted {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(visitCompleted.type)
  async on({ data: { clientId, lines, ...visit } }: Message<typeof visitCompleted>): Promise<void> {
    if (clientId === null) return; // a walk-in has no history
    const noted = lines.map(({ itemId, quantity, paidMinor, staffId }) => ({
      itemId,
      quantity,
      amountMinor: paidMinor,
      staffId,
    }));
    await this.commands.execute(new NoteVisit({ ...visit, clientId, lines: noted }));
  }
}
