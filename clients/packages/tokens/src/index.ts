import data from './tokens.json' with { type: 'json' };

/** The look of the product as data; screens, e-mails, PDFs, the extension and the phone share it. */
export const tokens = data;

export type Scheme = keyof typeof data.color;
export type ColorName = keyof typeof data.color.light;

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

export function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio by WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const shades = (lightest: string, light: string, dark: string): string[] => [
  lightest,
  lightest,
  lightest,
  light,
  light,
  light,
  dark,
  dark,
  dark,
  dark,
];

/** The same tokens in the shape a Mantine theme takes; plain data, so that this package needs no Mantine. */
export const mantineTheme = {
  fontFamily: data.type.sans,
  primaryColor: 'line',
  primaryShade: { light: 6, dark: 4 } as const,
  colors: { line: shades(data.color.dark['line-strong'], data.color.dark.line, data.color.light.line) },
  defaultRadius: data['radius-px'],
  black: data.color.light.ink,
  white: data.color.light.paper,
  headings: { fontFamily: data.type.serif, fontWeight: '600' },
  respectReducedMotion: true,
  cursorType: 'pointer' as const,
};
