import { Button } from '../ui/Button.tsx';
import { useOutage } from './useOutage.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

/** Takes the server down, so that the feed shows how it retries. */
export function OutageButton() {
  const { endsAt, start } = useOutage();
  return (
    <Button className="outage-button" isDisabled={endsAt !== undefined} onClick={() => void start()}>
      {endsAt === undefined ? 'Take server down for 10 s' : <OutageCountdown endsAt={endsAt} />}
    </Button>
  );
}

function OutageCountdown({ endsAt }: { endsAt: number }) {
  return <>Server down for {useSecondsLeft(endsAt).toFixed(1)} s</>;
}
