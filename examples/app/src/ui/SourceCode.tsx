import { Scroller } from './Scroller.tsx';
import './SourceCode.css';

/** Comments, strings and keywords: enough to read by, without a library. */
const token =
  /(?<comment>\/\/.*|\/\*[^]*?\*\/)|(?<string>'[^']*'|`[^`]*`)|(?<keyword>\b(?:import|from|export|function|const|return|async|await|true|false)\b)/g;

/** The file that calls the hook, as it runs in this page. */
export function SourceCode({ file, code }: { file: string; code: string }) {
  const lines = code.trimEnd().split('\n').length;
  return (
    <details className="source-code">
      <summary>
        {file} <span>{lines} lines</span>
      </summary>
      <Scroller className="source-code-text" label={`Source of ${file}`}>
        <pre>{paint(code.trimEnd())}</pre>
      </Scroller>
    </details>
  );
}

function paint(code: string) {
  let end = 0;
  const painted = [...code.matchAll(token)].flatMap(({ 0: text, index, groups = {} }) => {
    const plain = code.slice(end, index);
    end = index + text.length;
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    return [
      plain,
      <span key={index} className={`is-${kind}`}>
        {text}
      </span>,
    ];
  });
  return [...painted, code.slice(end)];
}
