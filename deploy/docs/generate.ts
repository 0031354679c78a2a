import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '#libs/service';
import { accessPage } from './access-page.js';
import { capabilitiesPage, namedSpecs } from './capabilities.js';
import { asvsPage } from './asvs/asvs-page.js';
import { missingPlaces } from './asvs/named.js';
import { lawPage } from './law/law-page.js';
import { asyncApi } from './async-api.js';
import { brokenPromises, contractSchemas } from './contract-schemas.js';
import { contractsPage } from './contracts-page.js';
import { settingsPage } from './settings-page.js';

/** Writes the generated reference, or with `--check` says which page is not what the code gives. */
const main = async (): Promise<void> => {
  const folder = join(projectRoot(), 'docs/reference');
  const schemas = contractSchemas();
  const pages: Record<string, string> = {
    'access.md': accessPage(),
    'asvs.md': asvsPage(),
    'asyncapi.json': JSON.stringify(asyncApi()),
    'capabilities.md': capabilitiesPage(),
    'contracts.md': contractsPage(),
    'law.md': lawPage(),
    'settings.md': settingsPage(),
    ...schemas,
  };
  const broken = brokenPromises(schemas, folder);
  if (broken.length > 0) {
    console.error(`Others rely on what is published; make a new version beside it.\n${broken.join('\n')}`);
    process.exit(1);
  }
  const stale: string[] = [];
  for (const [name, text] of Object.entries(pages)) {
    const file = join(folder, name);
    const written = await format(text, { ...(await resolveConfig(file)), filepath: file });
    if (existsSync(file) && readFileSync(file, 'utf8') === written) continue;
    stale.push(name);
    if (process.argv.includes('--check')) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written);
  }
  const missing = namedSpecs().filter((spec) => !existsSync(join(projectRoot(), spec)));
  if (missing.length > 0) {
    console.error(`Capabilities name specs that are not there: ${missing.join(', ')}.`);
    process.exit(1);
  }
  const unshown = missingPlaces((file) => {
    const path = join(projectRoot(), file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  });
  if (unshown.length > 0) {
    console.error(`Requirements or rules of law name what is not there:\n${unshown.join('\n')}`);
    process.exit(1);
  }
  if (process.argv.includes('--check') && stale.length > 0) {
    console.error(`docs/reference is not what the code gives: ${stale.join(', ')}. Run npm run docs.`);
    process.exit(1);
  }
};

await main();
