import { freshDatabaseUrl } from '#libs/testing';
import { transportContract } from '../testing/transport-contract.js';
import { PostgresTransport } from './postgres-transport.js';

let url: Promise<string> | undefined;

transportContract('PostgreSQL', async () => PostgresTransport.connect(await (url ??= freshDatabaseUrl())));
