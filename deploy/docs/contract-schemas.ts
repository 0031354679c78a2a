import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { catalogue } from '#contracts/catalogue';
import { breakingChanges, type PromisedShape } from './breaking-changes.js';

/** What new schemas would break of those that are published. */
export const brokenPromises = (schemas: Readonly<Record<string, string>>, folder: string): string[] =>
  readdirSync(join(folder, 'contracts')).flatMap((file) => {
    const name = `contracts/${file}`;
    const now = schemas[name];
    if (now === undefined) return [`${name} is gone`];
    const published = JSON.parse(readFileSync(join(folder, name), 'utf8')) as PromisedShape;
    return breakingChanges(published, JSON.parse(now) as PromisedShape).map((what) => `${name}: ${what}`);
  });

/** JSON Schema of each contract's data, by file. */
export const contractSchemas = (): Record<string, string> =>
  Object.fromEntries(
    catalogue.map(({ type, description, data }) => [
      `contracts/${type}.json`,
      JSON.stringify({
        $id: `urn:liren:contract:${type}`,
        title: type,
        description,
        ...z.toJSONSchema(data, { io: 'input' }), // listeners pass over fields that they do not know
      }),
    ]),
  );
