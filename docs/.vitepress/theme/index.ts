import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { FrontPage } from './FrontPage.ts';
import { LiveStory } from './LiveStory.ts';
import './site.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('FrontPage', FrontPage);
    app.component('LiveStory', LiveStory);
  },
} satisfies Theme;
