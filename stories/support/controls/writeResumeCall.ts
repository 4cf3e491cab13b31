import type { StoryContext } from '@storybook/react-vite';

/** Writes the call of a resumed answer, for its code in the docs. */
export function writeResumeCall(_code: string, { args }: Pick<StoryContext, 'args'>): string {
  const { from, retry, storage } = args;
  const options = [
    "id: (response) => response.headers.get('x-answer-id')",
    from === 'start'
      ? 'request: ({ id }) => `/answers/${id}`'
      : 'request: ({ id, loaded }) => `/answers/${id}?offset=${loaded}`',
    'cancel: ({ id }) => `/answers/${id}`',
    from === 'start' && "from: 'start'",
    storage && 'storage: sessionStorage',
    retry && retry !== 'not set' && `retry: ${retry}`,
  ];
  const lines = options.filter(Boolean).map((option) => `    ${option},\n`);
  return `useFetchStream('/answers', {\n  method: 'POST',\n  key: chatId,\n  resume: resumable({\n${lines.join('')}  }),\n});`;
}
