import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** Mantine's colour names, and the token family that stands behind each: whoever writes `color="red"` gets our danger. */
const FAMILY: Readonly<Record<string, 'accent' | 'ok' | 'warn' | 'danger'>> = {
  accent: 'accent',
  blue: 'accent',
  indigo: 'accent',
  ok: 'ok',
  green: 'ok',
  teal: 'ok',
  warn: 'warn',
  yellow: 'warn',
  orange: 'warn',
  danger: 'danger',
  red: 'danger',
}

const NEUTRALS: MantineColorsTuple = [
  '#faf9f6',
  '#f3f2ee',
  '#eceae4',
  '#dedbd3',
  '#8f8b80',
  '#7d7a70',
  '#6b6961',
  '#565b66',
  '#343841',
  '#1d2129',
]

const DARKS: MantineColorsTuple = [
  '#e9e7e1',
  '#c9ccd2',
  '#a9afba',
  '#8b919d',
  '#767d8a',
  '#31363f',
  '#23272e',
  '#1d2026',
  '#191c21',
  '#14161a',
]

const ACCENTS: MantineColorsTuple = [
  '#eef4fa',
  '#e3ecf5',
  '#c3d6e8',
  '#9dbcd8',
  '#6f9ac2',
  '#4a7cab',
  '#1f4e79',
  '#1a4268',
  '#153656',
  '#10202f',
]

const tupleOf = (color: string): MantineColorsTuple => [
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
  color,
]

/** On the dark scheme our fills are light: their text must be dark there, which Mantine's white never is. */
const variantColorResolver: VariantColorsResolver = input => {
  const colors = defaultVariantColorsResolver(input)
  const family = FAMILY[input.color ?? 'accent']
  return family && input.variant === 'filled' ? { ...colors, color: 'var(--accent-ink)' } : colors
}

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 6,
  colors: {
    accent: ACCENTS,
    ok: tupleOf('#1e6b45'),
    warn: tupleOf('#80530a'),
    danger: tupleOf('#a02a24'),
    gray: NEUTRALS,
    dark: DARKS,
  },
  variantColorResolver,
  fontFamily: 'var(--font-ui)',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600', textWrap: 'pretty' },
  defaultRadius: 'var(--radius)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  shadows: { xs: 'none', sm: 'var(--shadow)', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  components: {
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm' },
      // Capitals of 10 pixels are neither calm nor readable.
      styles: { root: { textTransform: 'none', letterSpacing: 0, fontWeight: 500, fontSize: '0.75rem' } },
    },
    Button: { styles: { label: { fontWeight: 500 } } },
    Modal: {
      defaultProps: {
        centered: true,
        padding: 'lg',
        closeButtonProps: { 'aria-label': 'Close' },
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
      },
      styles: { title: { fontFamily: 'var(--font-text)', fontSize: '1.25rem', fontWeight: 600 } },
    },
    CloseButton: { defaultProps: { 'aria-label': 'Close' } },
    Drawer: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        overlayProps: { backgroundOpacity: 0.35 },
      },
      styles: { title: { fontFamily: 'var(--font-text)', fontSize: '1.25rem', fontWeight: 600 } },
    },
    // The placeholder is a focusable child that is not an item, which a menu must not have.
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: { duration: 100 }, withInitialFocusPlaceholder: false },
      styles: { item: { outlineOffset: '-2px' } },
    },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: false, events: { hover: true, focus: true, touch: false } },
    },
    SegmentedControl: {
      defaultProps: { withItemsBorders: false, transitionDuration: 120 },
      styles: { root: { background: 'var(--hover)' }, label: { fontWeight: 500 } },
    },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
})

const familyVariables = (name: string, family: string): Record<string, string> => ({
  // What a menu takes for a coloured entry, whatever the scheme.
  [`--mantine-color-${name}-6`]: `var(--${family})`,
  [`--mantine-color-${name}-filled`]: `var(--${family})`,
  [`--mantine-color-${name}-filled-hover`]: `color-mix(in srgb, var(--${family}) 88%, var(--ink))`,
  [`--mantine-color-${name}-light`]: `var(--${family}-soft)`,
  [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, var(--${family}-soft) 80%, var(--paper))`,
  [`--mantine-color-${name}-light-color`]: `var(--${family})`,
  [`--mantine-color-${name}-outline`]: `var(--${family})`,
  [`--mantine-color-${name}-outline-hover`]: `var(--${family}-soft)`,
  [`--mantine-color-${name}-text`]: `var(--${family})`,
})

const schemeVariables: Record<string, string> = {
  ...Object.assign({}, ...Object.entries(FAMILY).map(([name, family]) => familyVariables(name, family))),
  '--mantine-color-gray-filled': 'var(--ink-2)',
  '--mantine-color-gray-light': 'var(--hover)',
  '--mantine-color-gray-light-hover': 'var(--line)',
  '--mantine-color-gray-light-color': 'var(--ink-2)',
  '--mantine-color-gray-outline': 'var(--ink-2)',
  '--mantine-color-gray-text': 'var(--ink-2)',
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-2)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--ink-2)',
  '--mantine-color-disabled-border': 'var(--line)',
}

/** The tokens change with the scheme by themselves, so both schemes get the same mapping onto them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--mantine-primary-color-contrast': 'var(--accent-ink)' },
  light: schemeVariables,
  dark: schemeVariables,
})
