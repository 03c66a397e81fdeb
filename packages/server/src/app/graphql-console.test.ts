import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  Kind,
  Lexer,
  parse,
  print,
  Source,
  TokenKind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { expect, it } from 'vitest';
import { exceededLimit } from './graphql-limits.ts';
import { MOST_ALIASES, MOST_CHARACTERS, MOST_DEPTH, MOST_TOKENS } from './graphql-weights.ts';

/** Every operation of the console as it is sent: with the fragments that it uses, and the names of types asked for too. */
function consoleQuestions(): string[] {
  const folder = fileURLToPath(new URL('../../../admin/src', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
  const all = parse(files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n'));
  const fragments = all.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return all.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((operation) =>
      print(withTypes({ kind: Kind.DOCUMENT, definitions: [operation, ...usedBy(operation, fragments)] })),
    );
}

function usedBy(node: Parameters<typeof visit>[0], all: readonly FragmentDefinitionNode[]): FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>();
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = all.find((known) => known.name.value === name.value);
      for (const used of fragment ? [fragment, ...usedBy(fragment, all)] : []) found.add(used);
    },
  });
  return [...found];
}

function withTypes(document: DocumentNode): DocumentNode {
  const typeName = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  return visit(document, {
    SelectionSet: (set) => ({ ...set, selections: [...set.selections, typeName] }),
  });
}

function words(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

/** The same question as deep again below itself. */
function deeper(question: string): string {
  const wrap = (selections: readonly SelectionNode[]): SelectionNode => ({
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: 'x' },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  });
  const below = (set: SelectionSetNode): SelectionSetNode => {
    let selections = set.selections;
    for (let level = 0; level < MOST_DEPTH / 2; level++) selections = [wrap(selections)];
    return { ...set, selections };
  };
  return print(
    visit(parse(question), {
      OperationDefinition: (node) => ({ ...node, selectionSet: below(node.selectionSet) }),
    }),
  );
}

it('leaves the console twice what its largest question needs', () => {
  const questions = consoleQuestions();
  expect(questions.length).toBeGreaterThan(20);
  for (const question of questions) {
    const [name = ''] = question.split('\n');
    const withDirectives = question.replace(/@(include|skip)\([^)]*\)/g, (directive) => `${directive} ${directive}`);
    const aliases = question.match(/^\s*\w+: \w+/gm)?.length ?? 0;
    const twice = [
      words(question) * 2 < MOST_TOKENS,
      question.length * 2 < MOST_CHARACTERS,
      aliases * 2 < MOST_ALIASES,
    ];
    expect([name, twice]).toEqual([name, [true, true, true]]);
    expect([name, exceededLimit(withDirectives), exceededLimit(deeper(question))]).toEqual([name, null, null]);
  }
});
