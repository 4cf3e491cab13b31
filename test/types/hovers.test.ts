import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const configPath = fileURLToPath(new URL('./tsconfig.json', import.meta.url));
const samplePath = fileURLToPath(new URL('./sample.ts', import.meta.url));

/** Expressions, and what an editor shows as their types. */
const samples = [
  [`useEventSource('/x')`, 'UseEventSourceResult<string | undefined>'],
  [`useEventSource('/x', { parse: 'json', accumulate: list() })`, 'UseEventSourceResult<readonly unknown[]>'],
  [`useEventSource('/x', { parse: schema })`, 'UseEventSourceResult<{ v: number; } | undefined>'],
  [`useEventSource('/x', { parse: schema, accumulate: list() })`, 'UseEventSourceResult<readonly { v: number; }[]>'],
  [`useEventSource('/x', { parse: schema, select: ({ v }) => v })`, 'UseEventSourceResult<number | undefined>'],
  [`useEventSource('/x', { accumulate: blocks() })`, 'UseEventSourceResult<SealedText>'],
  [`useFetchStream('/x')`, 'UseFetchStreamResult<string>'],
  [`useFetchStream('/x', { ...openAiChat, body: {} })`, 'UseFetchStreamResult<string>'],
  [`useFetchStream('/x', { as: 'json-lines', parse: schema })`, 'UseFetchStreamResult<readonly { v: number; }[]>'],
  [`useFetchStream('/x', { as: 'lines', accumulate: sum })`, 'UseFetchStreamResult<number>'],
  [`createEventSource('/x').getSnapshot()`, 'EventSourceSnapshot<string | undefined>'],
  [`createEventSource('/x', { parse: schema }).getSnapshot()`, 'EventSourceSnapshot<{ v: number; } | undefined>'],
  [
    `createFetchStream('/x', { as: 'lines' })`,
    'FetchStreamStore<readonly string[], FetchStreamOptions<"lines", ItemParser<string>, string, DefaultAccumulator<string>, readonly string[], never, readonly string[]>>',
  ],
] as const;

/** Checks a file that need not exist. */
function check(text: string) {
  const { config } = ts.readConfigFile(configPath, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configPath), { noUnusedLocals: false });
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, language, onError) =>
    name === samplePath ? ts.createSourceFile(name, text, language) : getSourceFile(name, language, onError);
  const program = ts.createProgram([samplePath], options, host);
  const file = program.getSourceFile(samplePath)!;
  const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  const messages = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  return { file, checker: program.getTypeChecker(), messages };
}

const imports = `
import { z } from 'zod';
import { blocks, list, reduce, useEventSource, useFetchStream } from 'react-streamed';
import { createEventSource, createFetchStream } from 'react-streamed/core';
import { openAiChat } from 'react-streamed/providers';
const schema = z.object({ v: z.number() });
const sum = reduce((total: number, line: string) => total + line.length, 0);
`;

it('shows the type of the data in hovers, without helpers of the library', () => {
  const { file, checker, messages } = check(imports + samples.map(([sample]) => `void ${sample};`).join('\n'));
  const shown: string[] = [];
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isVoidExpression(statement.expression)) continue;
    const type = checker.getTypeAtLocation(statement.expression.expression);
    shown.push(checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation));
  }
  expect(messages).toEqual([]);
  expect(shown).toEqual(samples.map(([, type]) => type));
});

it('says which items an accumulator is given and which ones it takes', () => {
  const { messages } = check(`${imports}\nuseEventSource('/x', { parse: schema, accumulate: sum });`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`'Accumulator<string, number, unknown> & Takes<{ v: number; }>'`);
  expect(messages[0]).toMatch(/Type '\{ v: number; \}' is not assignable to type 'string'\.$/);
});

it('suggests the option or the parser that was probably meant', () => {
  const { messages } = check(`${imports}
    useEventSource('/x', { parse: 'jsn' });
    useFetchStream('/x', { as: 'lines', throtle: 10 });`);
  expect(messages).toEqual([
    expect.stringContaining(`Did you mean '"json"'?`),
    expect.stringContaining(`Did you mean to write 'throttle'?`),
  ]);
});
