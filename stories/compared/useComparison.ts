import { useEffect, useRef, useState } from 'react';
import { clients, type Client } from './clients/clients.ts';
import { createRecorder, type Recorder } from './createRecorder.ts';
import { measureClient, type Measurement } from './measureClient.ts';
import { closeAnswerServer, openAnswerServer, type Choice } from './openAnswerServer.ts';
import { watchLongTasks } from './watchLongTasks.ts';

/** Where a client is in a run. */
export interface Turn {
  readonly state: 'waiting' | 'running' | 'measured' | 'unable';
  /** What its component is given, while it is mounted. */
  readonly mounted?: { readonly url: string; readonly recorder: Recorder } | undefined;
  readonly measurement?: Measurement | undefined;
}

/** A run of all clients, one after the other, because the browser does not tell whose a long task is. */
export function useComparison() {
  const [turns, setTurns] = useState<ReadonlyMap<Client, Turn>>(new Map());
  const [chosen, setChosen] = useState<Choice>();
  const [failure, setFailure] = useState<string>();
  const [isRunning, setIsRunning] = useState(false);
  const latestRunRef = useRef<object>(undefined);

  useEffect(
    () => () => {
      latestRunRef.current = undefined;
      void closeAnswerServer();
    },
    [],
  );

  const start = async (choice: Choice) => {
    const run = {};
    latestRunRef.current = run;
    const isCurrent = () => latestRunRef.current === run;
    const setTurn = (client: Client, turn: Turn) => {
      if (isCurrent()) setTurns((before) => new Map(before).set(client, turn));
    };
    setChosen(choice);
    setFailure(undefined);
    setIsRunning(true);
    setTurns(new Map(clients.map((client) => [client, { state: 'waiting' }])));
    const longTasks = watchLongTasks();
    try {
      const server = await openAnswerServer(choice);
      for (const client of clients) {
        if (!isCurrent()) return;
        if (choice.fault === 'post' && !client.canPost) {
          setTurn(client, { state: 'unable' });
          continue;
        }
        const recorder = createRecorder(client.name);
        const mounted = { url: server.urlFor(client), recorder };
        let turn: Turn = { state: 'running', mounted };
        const measurement = await measureClient({
          ...choice,
          client,
          server,
          recorder,
          longTasks,
          mount: () => setTurn(client, turn),
          unmount: () => {
            turn = { state: 'running' };
            setTurn(client, turn);
          },
        });
        setTurn(client, { ...turn, state: 'measured', measurement });
      }
    } catch (error) {
      if (!isCurrent()) return;
      setFailure(error instanceof Error ? error.message : String(error));
      setChosen(undefined);
      setTurns(new Map());
    } finally {
      longTasks?.stop();
      if (isCurrent()) setIsRunning(false);
    }
  };

  return { turns, chosen, failure, isRunning, start };
}
