import { useState } from 'react';
import './chat.css';
import { Composer } from './Composer.tsx';
import { Suggestions } from './Suggestions.tsx';
import { TurnItem } from './TurnItem.tsx';
import { useConversation } from './useConversation.ts';
import { useEscapeKey } from './useEscapeKey.ts';
import { useStickToBottom } from './useStickToBottom.ts';

export function Chat() {
  const { turns, isAnswering, ask, askAgain, stop } = useConversation();
  const [announcement, announce] = useState('');
  const { scrollerRef, scrollToBottom, focus } = useStickToBottom();
  useEscapeKey(isAnswering, stop);

  function send(question: string) {
    announce('');
    scrollToBottom();
    void ask(question);
  }

  function pick(question: string) {
    // The picked button goes away, and would take the focus with it.
    focus();
    send(question);
  }

  function retry() {
    focus();
    announce('');
    askAgain();
  }

  return (
    <main className="recipe chat">
      <header>
        <h1>Chat</h1>
        <p>Markdown, reasoning and tools, from a server that speaks the format of OpenAI</p>
      </header>
      {/* What scrolls must be reachable by keyboard. */}
      <div className="chat-messages" role="region" aria-label="Messages" tabIndex={0} ref={scrollerRef}>
        <div>
          {turns.length === 0 && <Suggestions onPick={pick} />}
          <ol>
            {turns.map((turn, index) => {
              const isLast = index === turns.length - 1;
              return (
                <TurnItem
                  key={turn.id}
                  turn={turn}
                  isAnswering={isLast && isAnswering}
                  onAnnounce={announce}
                  onAskAgain={isLast && !isAnswering ? retry : undefined}
                />
              );
            })}
          </ol>
        </div>
      </div>
      {/* Text that is typed would be read letter by letter. This region gets it in whole sentences. */}
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
      <Composer isAnswering={isAnswering} onSend={send} onStop={stop} />
    </main>
  );
}
