import { useData, withBase } from 'vitepress';
import { computed, defineComponent, h, onMounted, ref } from 'vue';

/** A story of the gallery that runs in the page, in the color scheme of the page. */
export const LiveStory = defineComponent({
  props: {
    /** The story's ID, as in its address. */
    id: { type: String, required: true },
    /** In pixels. Given, so that the page does not move when the story has loaded. */
    height: { type: Number, required: true },
  },
  setup(props) {
    const { isDark } = useData();
    // The color scheme of the visitor is unknown while the page is rendered on the build machine.
    const isMounted = ref(false);
    onMounted(() => {
      isMounted.value = true;
    });
    const scheme = computed(() => (isDark.value ? 'dark' : 'light'));
    const story = computed(() => withBase(`/gallery/iframe.html?id=${props.id}&globals=colorScheme:${scheme.value}`));
    const gallery = computed(() => withBase(`/gallery/index.html?path=/story/${props.id}`));
    return () =>
      h('figure', { class: 'live-story' }, [
        h('iframe', {
          ...(isMounted.value ? { src: story.value } : {}),
          title: 'Live example',
          loading: 'lazy',
          style: { height: `${props.height}px` },
        }),
        h('figcaption', h('a', { href: gallery.value, target: '_self' }, 'Open in the gallery')),
      ]);
  },
});
