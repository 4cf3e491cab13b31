import { ReplayedStory } from '../server/ReplayedStory.tsx';
import { answer } from '../server/sampleTexts.ts';
import { ScriptedStory } from '../server/ScriptedStory.tsx';
import { inWords } from '../server/scripts.ts';
import { StreamedTypewriterDemo } from './StreamedTypewriterDemo.tsx';

const script = inWords(answer);

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
