/** Reads the text of a response until it holds `wanted`, then leaves. Whatever came by then is returned. */
export async function readUntil(response: Response, wanted: string): Promise<string> {
  let text = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes(wanted)) break;
  }
  return text;
}

/** Reads the text of a response until it ends or breaks. */
export async function readWhole(response: Response): Promise<{ text: string; isBroken: boolean }> {
  let text = '';
  try {
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) text += piece;
    return { text, isBroken: false };
  } catch {
    return { text, isBroken: true };
  }
}
