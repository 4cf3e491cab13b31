import type { MarkdownRenderer } from 'vitepress';

/** For example `<!-- story: usefetchstream--streaming 320 -->`: the story's ID and its height in pixels. */
const storyComment = /^<!-- story: (?<id>\S+) (?<height>\d+) -->\s*$/;

/** Shows a story of the gallery in place of a comment that names it. GitHub leaves the comment out. */
export function embedStories(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('embed-stories', ({ tokens }) => {
    for (const token of tokens.filter(({ type }) => type === 'html_block')) {
      const story = storyComment.exec(token.content)?.groups;
      if (story) token.content = `<LiveStory id="${story['id']}" :height="${story['height']}" />\n`;
    }
  });
}
