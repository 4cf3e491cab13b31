import { ReplayedStory } from '../server/ReplayedStory.tsx';
import { answer } from '../server/sampleTexts.ts';
import { ScriptedStory } from '../server/ScriptedStory.tsx';
import { inWords } from '../server/scripts.ts';
import { StreamedTypewriterDemo } from './StreamedTypewriterDemo.tsx';

const [firstWord, ...otherWords] = inWords(answer);

/** A visitor has already waited for the page, so the first word comes at once. */
const script = [{ ...firstWord, after: 0 }, ...otherWords];

/** An answer that streams as soon as a page is open. It is part of the page, because a story would be loaded after it. */
export function LiveHero() {
  return (
    <div className="stage sb-unstyled">
      <ReplayedStory mountArgs={[]}>
        {(run) => (
          <ScriptedStory key={run} script={script} pace={undefined} showsWire={false}>
            {(fetch) => <StreamedTypewriterDemo url="/answer" fetch={fetch} />}
          </ScriptedStory>
        )}
      </ReplayedStory>
    </div>
  );
}
