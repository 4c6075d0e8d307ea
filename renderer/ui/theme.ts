import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'
import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Input,
  InputWrapper,
  Menu,
  MultiSelect,
  NativeSelect,
  Popover,
  Select,
  Tabs,
  Tooltip,
} from '@mantine/core'

const registre: MantineColorsTuple = [
  '#eef4fa',
  '#dbe7f2',
  '#b5cde3',
  '#8bb1d3',
  '#6799c5',
  '#4a82b3',
  '#366fa3',
  '#2b5f8f',
  '#224e77',
  '#183a5a',
]

/** Bluish greys for Mantine's dark scheme, from ink to ground (see tokens.css). */
const dark: MantineColorsTuple = [
  '#e6ebf1',
  '#c6d0d9',
  '#a3b0bd',
  '#6f7f8e',
  '#3c4956',
  '#2b3641',
  '#1e2832',
  '#182028',
  '#11171d',
  '#0b1015',
]

const grows = { '--input-height': '32px', '--input-fz': '14px' }
/** A control of several lines (text, chosen values) is at least as high, and grows with them. */
const controlHeight = { ...grows, '--input-size': '32px' }

/** Lists open inside the main landmark (see frame.tsx). */
const comboboxProps = { shadow: 'sm', portalProps: { target: '#calques' } }
/** A list opens when it is asked for: the Tab that only passes by would cover the next fields with it. */
const choice = { comboboxProps, nothingFoundMessage: 'Aucun résultat', openOnFocus: false }

export const theme = createTheme({
  primaryColor: 'registre',
  primaryShade: { light: 7, dark: 6 },
  colors: { registre, dark },
  fontFamily: "'Inter Variable', system-ui, 'Segoe UI', sans-serif",
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.35' },
      h2: { fontSize: '14px', lineHeight: '1.45' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      vars: (_, { size = 'sm' }) => ({
        root: String(size).startsWith('compact')
          ? { '--button-fz': '13px' }
          : { '--button-height': '32px', '--button-fz': '14px', '--button-padding-x': '12px' },
      }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Input: Input.extend({
      vars: (_, { multiline }) => ({ wrapper: multiline === true ? grows : controlHeight }),
    }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
    }),
    Select: Select.extend({ defaultProps: choice }),
    MultiSelect: MultiSelect.extend({ defaultProps: choice }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'xs' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'sm', position: 'bottom-start', offset: 4 } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'sm' } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { fz: 12, px: 'sm', py: 6 } }),
  },
})

/** Mantine's own variables point to our tokens, so that one file holds the colours of both schemes. */
const shared = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-anchor': 'var(--primary-text)',
  '--mantine-color-body': 'var(--surface-raised)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--erreur-text)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
