import { type MantineColorsTuple, createTheme } from '@mantine/core';

/** Pine: the one accent. Shade 7 on white has contrast 6.6:1, white on shade 7 the same. */
const pine: MantineColorsTuple = [
  '#eef7f5',
  '#d9ece8',
  '#b3d9d1',
  '#88c3b8',
  '#5eaa9d',
  '#3d9082',
  '#22796b',
  '#106457',
  '#0b5247',
  '#063d35',
];

/** Every target is at least 44 px high (2.75 rem). */
const field = { defaultProps: { size: 'md' } } as const;

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 7,
  colors: { pine },
  black: '#17212b',
  defaultRadius: 'md',
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  fontFamily:
    "Pretendard, 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace:
    "ui-monospace, 'SFMono-Regular', 'D2Coding', Menlo, Consolas, 'Noto Sans Mono CJK KR', monospace",
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Plain objects, not `Button.extend(...)`: importing the components here would put all of them on every page.
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { '--button-height': '2.75rem', fontWeight: 600 } } },
    InputWrapper: {
      styles: {
        label: { marginBottom: '0.25rem', fontSize: '0.9375rem' },
        description: { marginBottom: '0.25rem', fontSize: '0.875rem', color: 'var(--dg-ink-dim)' },
      },
    },
    TextInput: field,
    PasswordInput: field,
    Textarea: field,
    Select: field,
    NativeSelect: field,
    SegmentedControl: field,
    Checkbox: field,
    Radio: { ...field, styles: { body: { minHeight: '2.75rem', alignItems: 'center' } } },
  },
});
