/** A value as a caller sends it or reads it, in JSON. */
export type Example = string | number | readonly (string | number)[] | Readonly<Record<string, string>>;

/** Examples by what they are for. */
export type Examples = Readonly<Record<string, Example>>;

/** An operation that a reader can try; of each root field one at the most. */
export interface ExampleOperation {
  /** The root field that it is an example of: `Query.procedures`. */
  field: string;
  /** With a name, which the explorer shows. */
  query: string;
}
