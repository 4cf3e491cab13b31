import type { Part } from 'react-streamed/providers';
import { Panel } from '../ui/Panel.tsx';
import { Scroller } from '../ui/Scroller.tsx';
import { useEscapeKey } from '../ui/useEscapeKey.ts';
import { useStickToBottom } from '../ui/useStickToBottom.ts';
import './ChatPanel.css';
import { ConnectionBar } from './ConnectionBar.tsx';
import { Composer } from './Composer.tsx';
import { FailedNote } from './FailedNote.tsx';
import { Suggestions } from './Suggestions.tsx';
import { TurnItem } from './TurnItem.tsx';
import code from './useAnswer.ts?raw';
import { useConversation } from './useConversation.ts';

const noSteps: readonly Part[] = [];

const breakNotice = 'Connection lost. The answer will continue.';

export function ChatPanel() {
  const { turns, answer, ask, askAgain, clear, cutConnection } = useConversation();
  const { scrollerRef, contentRef, isAtBottom, scrollToBottom, focus } = useStickToBottom();
  const { data, typewriter, error, isStreaming, reconnection, stop, status } = answer;
  const isReconnecting = reconnection !== undefined;
  const isTyping = isStreaming || typewriter.isTyping;

  useEscapeKey(isStreaming, stop);

  function send(question: string) {
    scrollToBottom();
    void ask(question);
  }

  function pick(question: string) {
    // The picked button goes away, and would take the focus with it.
    focus();
    send(question);
  }

  function startAgain() {
    // The button goes away with the messages.
    focus();
    clear();
  }

  function retry() {
    focus();
    void askAgain();
  }

  return (
    <Panel title="Chat" hook="useFetchStream + useTypewriter" status={status} file="useAnswer.ts" code={code}>
      <div className="chat">
        <Scroller className="chat-messages" label="Messages" ref={scrollerRef}>
          <div ref={contentRef}>
            <ol>
              {turns.map((turn, index) => {
                const isLast = index === turns.length - 1;
                return (
                  <TurnItem
                    key={index}
                    turn={turn}
                    // A short replay may have ended before the typewriter shows its first letter.
                    answer={isLast && (isTyping || typewriter.text) ? typewriter : turn.answer}
                    // Turns that an earlier version has stored have no steps.
                    steps={
                      (isLast && (isStreaming || data.steps.length > 0) ? data.steps : turn.answer.steps) ?? noSteps
                    }
                    isTyping={isLast && isTyping}
                  />
                );
              })}
            </ol>
            {error && <FailedNote error={error} onRetry={retry} />}
          </div>
          {turns.length === 0 && <Suggestions onPick={pick} />}
        </Scroller>
        {!isAtBottom && (
          <button type="button" className="chat-latest" onClick={scrollToBottom}>
            ↓ Latest
          </button>
        )}
        {/* The typed text itself is not live: read out letter by letter it would be noise. */}
        <output className="visually-hidden" aria-atomic={false}>
          <span>{error ? error.message : typewriter.announcement}</span>
          <span>{isReconnecting && breakNotice}</span>
        </output>
        {turns.length > 0 && (
          <ConnectionBar
            isStreaming={isStreaming}
            notice={isReconnecting ? breakNotice : ''}
            onCut={cutConnection}
            onClear={startAgain}
          />
        )}
        <Composer isStreaming={isStreaming} onSend={send} onStop={stop} />
      </div>
    </Panel>
  );
}
