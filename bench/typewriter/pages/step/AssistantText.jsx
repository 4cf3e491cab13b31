import {
  AssistantRuntimeProvider,
  MessagePartPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
  useExternalStoreRuntime,
} from '@assistant-ui/react';
import { useEffect, useState } from 'react';

const Text = () => <MessagePartPrimitive.Text component="pre" />;

const AssistantMessage = () => (
  <MessagePrimitive.Root>
    <MessagePrimitive.Parts components={{ Text }} />
  </MessagePrimitive.Root>
);

const convertMessage = (message) => message;
const onNew = async () => {};

/**
 * The last message of a thread in a runtime of an external store, as its manual has it, typed smoothly by default. The text
 * that is there at mount is shown at once since the message is complete; then it runs and grows.
 */
export function AssistantText({ shown, pieces, eachFrame, onReady }) {
  const [{ text, isRunning }, setAnswer] = useState({ text: shown, isRunning: false });
  useEffect(() => {
    onReady(() => eachFrame((step) => setAnswer(({ text }) => ({ text: text + pieces[step], isRunning: true }))));
  }, [pieces, eachFrame, onReady]);
  const messages = [{ id: '1', role: 'assistant', content: text }];
  const runtime = useExternalStoreRuntime({ messages, isRunning, convertMessage, onNew });
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root>
        <ThreadPrimitive.Messages components={{ AssistantMessage }} />
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  );
}
