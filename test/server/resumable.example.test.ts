import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe } from 'vitest';
import { createExampleServer } from '../../examples/server/createExampleServer.js';
import { describeAnswers } from '../support/resume/describeAnswers.ts';

const server = createExampleServer({ speed: 10 });
let url = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('answers in the memory of one process', () => describeAnswers(() => url));
