import { Button } from '../ui/Button.tsx';

interface ConnectionBarProps {
  readonly isStreaming: boolean;
  /** What to say of the connection. It is announced elsewhere. */
  readonly notice: string;
  onCut(): void;
  onClear(): void;
}

/** What can be done to a conversation besides asking: break the connection meanwhile, or begin a new one. */
export function ConnectionBar({ isStreaming, notice, onCut, onClear }: ConnectionBarProps) {
  return (
    <div className="connection-bar">
      <p>{notice}</p>
      {/* One button, so that the focus stays where it is when the answer ends. */}
      <Button onClick={isStreaming ? onCut : onClear}>{isStreaming ? 'Drop connection' : 'New chat'}</Button>
    </div>
  );
}
