import { Content } from 'vitepress';
import { VPHomeContent, VPHomeFeatures, VPHomeHero } from 'vitepress/theme-without-fonts';
import { defineComponent, h, provide, ref } from 'vue';
import { LiveStory } from './LiveStory.ts';

/** The layout of the front page: that of VitePress in a `main` landmark, with a story beside the title. */
export const FrontPage = defineComponent({
  setup() {
    // The theme asks its own layout for this, which does not know the story below.
    provide('hero-image-slot-exists', ref(true));
    return () =>
      h('main', { class: 'front-page' }, [
        h(VPHomeHero, null, {
          'home-hero-image': () => h(LiveStory, { id: 'usefetchstream--chat-events', height: 360 }),
        }),
        h(VPHomeFeatures),
        h(VPHomeContent, null, () => h(Content)),
      ]);
  },
});
