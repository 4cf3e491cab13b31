const otherLibrary = 'shows what people have today, without this library';
const excerpt = 'is an excerpt of a test, which runs as such';
const ownTool = 'is a test or a story for a tool of the reader';

const noRequest = 'sends no request; the example app has the same hook, which test/app tests';

const gettingStarted = 'imports other blocks of its page; the test of getting started in test/apps builds it';
const conversation = 'is mounted by test/app/conversation.guide.test.ts, against the example server';
const reactNative = 'renders with React Native';

/** Why the rest is not mounted. */
export const notMounted: Readonly<Record<string, string>> = {
  'docs/guides/conversation.md › Conversation › useConversation': conversation,
  'docs/guides/conversation.md › Conversation › Chat': conversation,
  'docs/getting-started.md › 3. Show an answer while it arrives › App': gettingStarted,
  'docs/getting-started.md › 4. Keep a feed open › App': gettingStarted,
  'docs/guides/one-connection-for-all-tabs.md › Who leads › useTabRoles': noRequest,
  'docs/guides/react-native-and-expo.md › React Native and Expo › Answer': reactNative,
  'docs/guides/react-native-and-expo.md › In the background › Price': reactNative,
  'docs/guides/react-native-and-expo.md › Answers that are cut › Answer': reactNative,
  'docs/guides/testing.md › A component': excerpt,
  'docs/guides/testing.md › Time': excerpt,
  'docs/guides/testing.md › With user-event': excerpt,
  'docs/guides/testing.md › With pauses between keys': excerpt,
  'docs/guides/testing.md › Stories': ownTool,
  'docs/guides/testing.md › MSW': excerpt,
  'docs/guides/testing.md › Playwright': excerpt,
  'docs/guides/state-libraries.md › tRPC › Chat': excerpt,
  'docs/migration/from-event-source.md › Before › Prices': otherLibrary,
  'docs/migration/from-fetch-ai-stream.md › Before › Chat': otherLibrary,
  'docs/migration/from-event-source-polyfill.md › Before: event-source-polyfill › News': otherLibrary,
  'docs/migration/from-fetch-event-source.md › Before › News': otherLibrary,
  'docs/migration/from-get-reader.md › Before › Answer': otherLibrary,
  'docs/migration/from-use-chat.md › Before › Chat': otherLibrary,
  'docs/migration/from-use-completion.md › Before › Completion': otherLibrary,
  'skills/testing/SKILL.md › Test a component': excerpt,
  'skills/testing/SKILL.md › Test time': excerpt,
  'stories/introduction.mdx › Testing your own components': ownTool,
};
