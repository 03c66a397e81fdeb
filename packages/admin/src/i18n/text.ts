/**
 * One text of the console. `{name}` is a parameter. A text that depends on a number has a form for each plural category
 * that its language tells apart, chosen by the parameter `count`; Vietnamese has one form, English two.
 */
export type Text = string | PluralText;

export interface PluralText {
  readonly one?: string;
  readonly other: string;
}

/** What stands for a parameter: text as it is, or a whole number, which is written in the form of the language. */
export type Param = string | number;

type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The names of a text's parameters; a plural text's are those of its fullest form. */
export type ParamNames<T> = T extends string ? NamesIn<T> : T extends PluralText ? NamesIn<T['other']> : never;

/** The arguments that follow a key: none for a text without parameters, else all of them. */
export type Args<T> = [ParamNames<T>] extends [never] ? [] : [params: Readonly<Record<ParamNames<T>, Param>>];

/** A text taken apart at its parameters: `['thiếu ', { param: 'count' }, ' hồ sơ']`. */
export type Piece = string | { readonly param: string };

/** Takes a text apart at its parameters, in their order. */
export function piecesOf(template: string): Piece[] {
  return template
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 0 ? part : { param: part }))
    .filter((piece) => piece !== '');
}

/** The form of a text for a number; texts without a plural are their only form. */
export function formOf(text: Text, count: Param | undefined, rules: Intl.PluralRules): string {
  if (typeof text === 'string') return text;
  const category = typeof count === 'number' ? rules.select(count) : 'other';
  return (category === 'one' ? text.one : undefined) ?? text.other;
}
