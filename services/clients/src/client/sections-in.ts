import { SECTION_NAMES, type FileFields, type SectionName } from './file-sections.config.js';

/** Sections of a file that say something. */
export const sectionsIn = (file: FileFields): SectionName[] =>
  SECTION_NAMES.filter((name) => Object.keys(file[name] ?? {}).length > 0);
