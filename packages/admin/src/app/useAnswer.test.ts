import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable, type TypedDocumentNode } from '@apollo/client/core';
import { DefaultApolloClient } from '@vue/apollo-composable';
import { expect, it } from 'vitest';
import { createApp, defineComponent, ref } from 'vue';
import { stateOf, useAnswer, type Answer } from './useAnswer.ts';

type Variables = { year: string };
const FIGURE: TypedDocumentNode<{ figure: string }, Variables> = gql`
  query ($year: String) {
    figure(year: $year)
  }
`;

/** A page that asks for a year's figure, and a server that answers when it is told to. */
function pageOf(year: string) {
  const asked = ref(year);
  const waiting: { year: string; answer: (figure: string) => void; fail: () => void }[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        waiting.push({
          year: String(variables['year']),
          answer: (figure) => {
            observer.next({ data: { figure } });
            observer.complete();
          },
          fail: () => observer.error(new TypeError('Failed to fetch')),
        });
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  let answer: Answer<{ figure: string }, Variables> | undefined;
  const Page = defineComponent({
    setup() {
      answer = useAnswer(FIGURE, () => ({ year: asked.value }));
      return () => null;
    },
  });
  createApp(Page).provide(DefaultApolloClient, client).mount(document.createElement('div'));
  if (!answer) throw new Error('not set up');
  return { asked, waiting, answer };
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

it('keeps the earlier answer, marked as such, until the new question is answered', async () => {
  const { asked, waiting, answer } = pageOf('2021');
  await settled();
  expect([answer.data.value, answer.stale.value]).toEqual([undefined, false]);
  waiting[0]?.answer('48 %');
  await settled();
  expect([answer.data.value, answer.stale.value]).toEqual([{ figure: '48 %' }, false]);

  asked.value = '2022';
  expect([answer.data.value, answer.stale.value]).toEqual([{ figure: '48 %' }, true]);
  await settled();
  waiting[1]?.answer('53 %');
  await settled();
  expect([waiting[1]?.year, answer.data.value, answer.stale.value]).toEqual(['2022', { figure: '53 %' }, false]);
});

it('stays marked when the new question fails: the old figure is not the new one', async () => {
  const { asked, waiting, answer } = pageOf('2021');
  await settled();
  waiting[0]?.answer('48 %');
  await settled();
  asked.value = '2022';
  await settled();
  waiting[1]?.fail();
  await settled();
  const { ready, stale, error } = stateOf(answer);
  expect([ready, stale, error === null]).toEqual([true, true, false]);
});
