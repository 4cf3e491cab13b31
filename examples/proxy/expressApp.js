import express from 'express';
import { answerChat } from './answerChat.js';

export const app = express();

app.post('/api/chat', express.json({ limit: '100kb' }), (request, response) => {
  // The place to ask who this is and how much they may spend.
  return answerChat(response, request.body?.messages);
});
