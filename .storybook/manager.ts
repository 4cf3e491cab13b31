import { addons } from 'storybook/manager-api';
import { themes } from './theme.ts';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

const applyTheme = () => addons.setConfig({ theme: prefersDark.matches ? themes.dark : themes.light });

prefersDark.addEventListener('change', applyTheme);
applyTheme();
