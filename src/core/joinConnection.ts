import type { Clock } from './clock.ts';
import { createEventConnection, type ConnectionMember, type EventConnection } from './createEventConnection.ts';

/** A member's part in a connection. */
export interface Membership {
  readonly connection: EventConnection;
  /** Leaves the connection, which is closed when it was the last member. */
  leave(): void;
}

/** The connections that are shared, by what they are shared as. */
const sharedConnections = new Map<string, EventConnection>();

/**
 * Joins a connection.
 *
 * @param sharedAs - joins the running connection of that name, if there is one; without a name it is the member's own.
 */
export function joinConnection(
  member: ConnectionMember,
  clock: Clock,
  lastEventId: string,
  sharedAs: string | undefined,
): Membership {
  const existing = sharedAs === undefined ? undefined : sharedConnections.get(sharedAs);
  const connection = existing && !existing.hasEnded ? existing : createEventConnection(clock, lastEventId);
  if (sharedAs !== undefined) sharedConnections.set(sharedAs, connection);
  const closeIfEmpty = () => {
    if (!connection.isEmpty) return;
    connection.stop();
    if (sharedConnections.get(sharedAs!) === connection) sharedConnections.delete(sharedAs!);
  };
  return {
    connection,
    leave: () => {
      connection.leave(member);
      if (sharedAs === undefined) closeIfEmpty();
      // A remount (StrictMode, another route) leaves and joins again before this timer fires.
      else if (connection.isEmpty) clock.setTimeout(closeIfEmpty, 0);
    },
  };
}
