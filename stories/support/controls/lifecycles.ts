import type { Lifecycle } from 'react-streamed/core';

/** The lifecycle of a device that stays offline: a retry that is due waits. */
export const offlineLifecycle: Lifecycle = {
  isOnline: () => false,
  subscribe: () => () => {},
};
