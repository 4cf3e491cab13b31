import { useEffect, useLayoutEffect, useMemo } from 'react';
import { createTypewriter } from '../core/typewriter/createTypewriter.ts';
import type { Typewriter, TypewriterSnapshot } from '../core/typewriter/Typewriter.ts';
import type { TypewriterOptions } from '../core/typewriter/TypewriterOptions.ts';
import { useStore } from './useStore.ts';

/** React 18 warns about a layout effect on a server, because none runs there. */
const useEffectBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** The options of `useTypewriter`. */
export type UseTypewriterOptions = Omit<TypewriterOptions, 'text'>;

/** What `useTypewriter` returns. The functions keep their identity. */
export interface UseTypewriterResult
  extends TypewriterSnapshot, Pick<Typewriter, 'skip' | 'pause' | 'resume' | 'restart'> {}

/**
 * Reveals a growing text smoothly, in whole graphemes, at the speed of the stream and at most `maxLag` behind it.
 *
 * @example
 *   const { data, isStreaming } = useFetchStream('/api/answer');
 *   const { blocks, tail, announcement, isTyping } = useTypewriter(data, { isStreaming });
 *
 * @param text - The whole text so far.
 */
export function useTypewriter(text: string, options: UseTypewriterOptions = {}): UseTypewriterResult {
  const current: TypewriterOptions = { ...options, isStreaming: options.isStreaming ?? false };
  const [snapshot, typewriter] = useStore<TypewriterSnapshot, Typewriter>(() => createTypewriter({ ...current, text }));

  // After the paint would be too late: a replaced text would be visible once more beside what replaced it.
  useEffectBeforePaint(() => {
    typewriter.setOptions(current);
    typewriter.setText(text);
  });

  return useMemo(() => {
    const { skip, pause, resume, restart } = typewriter;
    return { ...snapshot, skip, pause, resume, restart };
  }, [snapshot, typewriter]);
}
