import { Button } from '../ui/Button.tsx';

interface ConnectionBarProps {
  readonly isStreaming: boolean;
  /** Whether the rest of the answer is being requested. */
  readonly isReconnecting: boolean;
  onCut(): void;
  onClear(): void;
}

/** What can be done to a conversation besides asking: break the connection meanwhile, or begin a new one. */
export function ConnectionBar({ isStreaming, isReconnecting, onCut, onClear }: ConnectionBarProps) {
  return (
    <div className="connection-bar">
      <p role="status">{isReconnecting ? 'The connection broke. The answer will continue.' : ''}</p>
      {/* One button, so that the focus stays where it is when the answer ends. */}
      <Button onClick={isStreaming ? onCut : onClear}>{isStreaming ? 'Drop connection' : 'New chat'}</Button>
    </div>
  );
}
