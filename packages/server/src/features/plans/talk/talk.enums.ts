import { registerEnumType } from 'type-graphql';

function named<const T extends string>(...names: T[]): { readonly [K in T]: K } {
  return Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in T]: K };
}

export const CommentSide = named('ISSUER', 'UNIT');
export type CommentSide = keyof typeof CommentSide;
export const CounterState = named('OPEN', 'WITHDRAWN', 'REFUSED', 'ACCEPTED', 'NOTED', 'LAPSED');
export type CounterState = keyof typeof CounterState;
export const CounterAnswer = named('ACCEPT', 'REFUSE', 'NOTE');
export type CounterAnswer = keyof typeof CounterAnswer;

registerEnumType(CommentSide, {
  name: 'CommentSide',
  description: 'Who says it. ISSUER: the people of the unit that assigns. UNIT: those of the unit that it is about.',
});
registerEnumType(CounterState, {
  name: 'CounterState',
  description:
    'OPEN until it is WITHDRAWN by the unit, REFUSED with an answer, ACCEPTED into a draft, NOTED of an issued plan, or LAPSED: issued without an answer.',
});
registerEnumType(CounterAnswer, {
  name: 'CounterAnswer',
  description:
    'ACCEPT sets the target of a draft. REFUSE needs an answer. NOTE is for an issued plan: the plan that amends it lists it.',
});
