import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { findCodeBlocks, manual, readText, root } from './markdown.ts';

interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly code: string;
}

/**
 * The blocks by the name of the file that they stand in for. One marked `nocheck` shows another library, or an outline; one
 * marked `from=` is an excerpt of a file; one marked `file=` is a file that other blocks of its page may import.
 */
const snippets = new Map<string, Snippet>();
for (const page of manual) {
  for (const { language, words, code, line } of findCodeBlocks(readText(page))) {
    if (!['ts', 'tsx'].includes(language) || words.some((word) => /^(nocheck$|from=)/.test(word))) continue;
    // In this folder, packages and aliases are found like from any file of the repository.
    const folder = `${root}test/docs/${page.replaceAll('/', '.')}`;
    const file = words.find((word) => word.startsWith('file='))?.slice('file='.length);
    snippets.set(file === undefined ? `${folder}.${line}.${language}` : `${folder}/${file}`, { page, line, code });
  }
}

/** What is wrong with the blocks, by page. */
const problems = new Map<string, string[]>();

function check(): void {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  // A block declares what it shows, used or not, and one without imports is a module too.
  Object.assign(options, {
    noUnusedLocals: false,
    noUnusedParameters: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
  });

  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => snippets.has(name) || fileExists(name);
  // Without it, TypeScript looks for every file that may be imported, those of blocks included.
  delete host.directoryExists;
  host.readFile = (name) => snippets.get(name)?.code ?? readFile(name);

  const program = ts.createProgram([...snippets.keys()], options, host);
  for (const [name, { page, line }] of snippets) {
    const file = program.getSourceFile(name)!;
    for (const { start = 0, messageText } of [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]) {
      const at = line + file.getLineAndCharacterOfPosition(start).line;
      const found = problems.get(page) ?? [];
      problems.set(page, [...found, `${page}:${at} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`]);
    }
  }
}

describe('the code of the manual', () => {
  beforeAll(check, 120_000);

  it.each(manual)('compiles in %s', (page) => {
    expect(problems.get(page) ?? []).toEqual([]);
  });
});
