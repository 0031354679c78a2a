import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Allowed } from '#libs/access';
import { Answers } from '#libs/http';
import { toldSoFar, type ToldSoFar } from './told-so-far.answers.js';

@ApiTags('operations')
@Controller('operations/told-so-far')
export class ToldSoFarController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Allowed('service')
  @ApiOperation({ summary: 'How far this log has come, and how much of it is on the bus' })
  @Answers(toldSoFar)
  async now(): Promise<ToldSoFar> {
    const [now] = await this.dataSource.query<[ToldSoFar]>(
      'select (select position from head) as recorded, (select position from relay) as told',
    );
    return now;
  }
}
