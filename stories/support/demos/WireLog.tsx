import { useEffect, useState } from 'react';
import type { Exchange, ExchangeRecorder } from '../server/recordExchanges.ts';
import { WireExchange } from './WireExchange.tsx';

interface WireLogProps {
  readonly recorder: ExchangeRecorder;
  /** Whether it is open at first. */
  readonly isOpen: boolean;
}

/** What went over the wire: each request, and each chunk of its response as it arrived. */
export function WireLog({ recorder, isOpen }: WireLogProps) {
  const [isShown, setIsShown] = useState(isOpen);
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  useEffect(() => {
    if (!isShown) return undefined;
    const read = () => setExchanges(recorder.getExchanges());
    read();
    return recorder.subscribe(read);
  }, [recorder, isShown]);
  return (
    <details className="wire" open={isShown} onToggle={(event) => setIsShown(event.currentTarget.open)}>
      <summary>What the server sent</summary>
      {isShown && exchanges.map((exchange) => <WireExchange key={exchange.number} exchange={exchange} />)}
      {isShown && exchanges.length === 0 && <p className="empty">Nothing has been requested yet.</p>}
    </details>
  );
}
