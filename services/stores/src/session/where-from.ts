type Told = readonly [name: string, sign: RegExp];

/** The first that fits: many call themselves Chrome or Safari, too. */
const PROGRAMS: readonly Told[] = [
  ['WeChat', /MicroMessenger\//],
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|CriOS)\//],
  ['Safari', /Version\/\S+ .*Safari\//],
];
const SYSTEMS: readonly Told[] = [
  ['iPad', /iPad/],
  ['iPhone', /iPhone/],
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux|X11/],
];

/** From where somebody signs in, in words that she knows it by and that tell no more: never a version, nor an address. */
export const whereFrom = (userAgent: string | undefined): string => {
  const program = nameIn(PROGRAMS, userAgent) ?? 'another program';
  const system = nameIn(SYSTEMS, userAgent);
  return system === undefined ? program : `${program} on ${system}`;
};

const nameIn = (told: readonly Told[], text = ''): string | undefined =>
  told.find(([, sign]) => sign.test(text))?.[0];
