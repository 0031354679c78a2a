import { Rejection } from '#libs/event-sourcing';
import { saysTheSame } from '../file-sealing.js';
import type { FileFields, SectionName } from '../file-sections.config.js';
import { sectionsIn } from '../sections-in.js';

export const WRITTEN_ALREADY = 'file-written-already';

/**
 * Sections that are told of her and that nobody has written yet. What somebody has written is never written over from a
 * file of the past: one section that says something else, and nothing is filled.
 */
export const unwritten = (
  told: FileFields,
  kept: Readonly<Record<string, object | 'erased'>>,
): SectionName[] => {
  const sections = sectionsIn(told);
  const others = sections.filter((name) => kept[name] !== undefined && !saysTheSame(kept[name], told[name]!));
  if (others.length === 0) return sections.filter((name) => kept[name] === undefined);
  const sentence = 'Her file says something else already; nothing of it was changed.';
  throw new Rejection(WRITTEN_ALREADY, sentence, { sections: others });
};
