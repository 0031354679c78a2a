import { z } from 'zod';
import { day } from '../fields.js';

/** What makes a treatment 医疗美容, which only a store with a medical licence may give. */
export const MEDICAL_REASONS = ['invasive', 'drug', 'device'] as const;

/** Subjects that licences are given for: 美容外科, 美容牙科, 美容皮肤科, 美容中医科. */
export const MEDICAL_SUBJECTS = [
  'cosmetic-surgery',
  'cosmetic-dentistry',
  'cosmetic-dermatology',
  'cosmetic-chinese-medicine',
] as const;
export type MedicalSubject = (typeof MEDICAL_SUBJECTS)[number];

/** Said of an item that is a medical treatment; of one that is care nothing is said. */
export const medical = z.object({
  subject: z.enum(MEDICAL_SUBJECTS),
  because: z.array(z.enum(MEDICAL_REASONS)),
});
export type Medical = z.infer<typeof medical>;

/** 医疗机构执业许可证 of a store, as it is printed. */
export const medicalLicence = z.object({
  number: z.string(),
  issuedBy: z.string(),
  subjects: z.array(z.enum(MEDICAL_SUBJECTS)),
  /** The last day it is good for. */
  until: day,
});
export type MedicalLicence = z.infer<typeof medicalLicence>;

/** Whether what a store holds from a day on lets it give treatments of a subject on that day or a later one. */
export const licensedFor = (
  licence: Pick<MedicalLicence, 'subjects' | 'until'> | null,
  subject: MedicalSubject,
  on: string,
): boolean => licence !== null && on <= licence.until && licence.subjects.includes(subject);
