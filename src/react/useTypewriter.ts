import { useEffect, useLayoutEffect, useMemo } from 'react';
import { createTypewriter, type Typewriter, type TypewriterSnapshot } from '../core/typewriter/createTypewriter.ts';
import type { TypewriterOptions } from '../core/typewriter/TypewriterOptions.ts';
import { useStore } from './useStore.ts';

/** React 18 warns of a layout effect on a server, where none runs. */
const useEffectBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** The options of `useTypewriter`. */
export type UseTypewriterOptions = Omit<TypewriterOptions, 'text'>;

/** What `useTypewriter` returns. The functions keep their identity. */
export interface UseTypewriterResult
  extends TypewriterSnapshot, Pick<Typewriter, 'skip' | 'pause' | 'resume' | 'restart'> {}

/**
 * Reveals a growing text smoothly: whole graphemes, at the speed of the stream, never more than `maxLag` behind it.
 *
 * @example
 *   const { data, isStreaming } = useFetchStream('/api/answer');
 *   const { blocks, tail, announcement, isTyping } = useTypewriter(data, { isStreaming });
 *
 * @param text - the whole text so far.
 */
export function useTypewriter(text: string, options: UseTypewriterOptions = {}): UseTypewriterResult {
  const current: TypewriterOptions = { ...options, isStreaming: options.isStreaming ?? false };
  const [snapshot, typewriter] = useStore<TypewriterSnapshot, Typewriter>(() => createTypewriter({ ...current, text }));

  // A frame later, a replaced text would be painted once more after its place has changed.
  useEffectBeforePaint(() => {
    typewriter.setOptions(current);
    typewriter.setText(text);
  });

  return useMemo(() => {
    const { skip, pause, resume, restart } = typewriter;
    return { ...snapshot, skip, pause, resume, restart };
  }, [snapshot, typewriter]);
}
