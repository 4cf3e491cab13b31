import { create, type ThemeVars } from 'storybook/theming';

const shared = {
  brandTitle: 'react-streamed',
  fontBase: 'system-ui, sans-serif',
  fontCode: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  appBorderRadius: 10,
  inputBorderRadius: 8,
};

const light = create({
  ...shared,
  base: 'light',
  colorPrimary: '#3b4fd1',
  colorSecondary: '#3b4fd1',
  appBg: '#f4f5f8',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appBorderColor: '#dfe2e8',
  barBg: '#ffffff',
  textColor: '#1b1d23',
  textMutedColor: '#5b6070',
});

const dark = create({
  ...shared,
  base: 'dark',
  colorPrimary: '#93a4ff',
  colorSecondary: '#6e82f5',
  appBg: '#0e0f13',
  appContentBg: '#16181d',
  appPreviewBg: '#16181d',
  appBorderColor: '#2b2f38',
  barBg: '#16181d',
  textColor: '#e7e9ee',
  textMutedColor: '#a3a9b8',
});

/** Storybook's own pages in the colours of `stories/support/styles/page.css`. */
export const themes: { readonly light: ThemeVars; readonly dark: ThemeVars } = { light, dark };
