import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { validation } from '../dist/libs/http/index.js';
import { RecordVisitBody } from '../dist/services/visits/src/visit/record-visit/record-visit.controller.js';

class BareController {
  record({ storeId }) {
    return { storeId };
  }
}
Body()(BareController.prototype, 'record', 0);
Reflect.defineMetadata('design:paramtypes', [RecordVisitBody], BareController.prototype, 'record');
Post()(
  BareController.prototype,
  'record',
  Object.getOwnPropertyDescriptor(BareController.prototype, 'record'),
);
Controller('v1/visits')(BareController);

class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
app.useGlobalPipes(validation());
await app.listen(0, '127.0.0.1');
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
console.log(await app.getUrl());
