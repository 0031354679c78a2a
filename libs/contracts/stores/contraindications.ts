/** What speaks against treating somebody with an item: the same words on the menu and in the health vault. */
export const CONTRAINDICATIONS = [
  'pregnancy',
  'breast-feeding',
  'sensitive-skin',
  'skin-infection',
  'open-wound',
  'sunburn',
  'recent-surgery',
  'recent-injection',
  'metal-implant',
  'pacemaker',
  'heart-disease',
  'hypertension',
  'diabetes',
  'epilepsy',
  'thrombosis',
  'cancer',
  'photosensitising-medication',
  'anticoagulants',
  'retinoids',
  'claustrophobia',
] as const;

/** One of the list, or an allergy with its substance: `allergy:fragrance`. */
export const CONTRAINDICATION = new RegExp(
  `^(?:${CONTRAINDICATIONS.join('|')}|allergy:[a-z][a-z-]{0,38}[a-z])$`,
);
