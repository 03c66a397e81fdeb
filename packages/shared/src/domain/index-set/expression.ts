import { fractionOfDecimal, type Fraction } from './fraction.ts';

/** A formula of an index as data. */
export type Expression =
  | { kind: 'NUMBER'; value: Fraction }
  | { kind: 'INPUT'; name: string }
  | { kind: 'SUM' | 'DIFFERENCE' | 'PRODUCT' | 'QUOTIENT'; left: Expression; right: Expression }
  | { kind: 'LEAST' | 'MOST'; of: Expression[] };

/** What a formula says, or where it cannot be read (0 is its first character) and why. */
export type Parsed =
  { expression: Expression; inputs: string[] } | { at: number; problem: ExpressionProblem; found: string };

/** TOO_FEW: `min` or `max` of one thing, as where a comma was meant to part two: `min(2,2×A)` reads as `min(2.2×A)`. */
export type ExpressionProblem =
  'UNKNOWN_CHARACTER' | 'UNEXPECTED' | 'UNKNOWN_INPUT' | 'TOO_LONG' | 'UNKNOWN_FUNCTION' | 'TOO_FEW';

/** A formula that a decision prints is far shorter. */
export const LONGEST_EXPRESSION = 500;

const FUNCTIONS = new Map<string, 'LEAST' | 'MOST'>([
  ['min', 'LEAST'],
  ['max', 'MOST'],
]);
const SYMBOLS = ['+', '-', '*', '/', '(', ')', ';', '×', '÷', ':'];

/**
 * Reads a formula as it stands in a decision: numbers (with point or comma), names of inputs, + − × ÷ (also `*` and `/`), parentheses, `min(a; b)`
 * and `max(a; b)`. What is listed is told apart by semicolons, since a comma belongs to a number.
 */
export function parseExpression(text: string, known: readonly string[]): Parsed {
  if (text.length > LONGEST_EXPRESSION) return { at: LONGEST_EXPRESSION, problem: 'TOO_LONG', found: '' };
  try {
    const reader = new Reader(tokens(text), known);
    const expression = reader.whole();
    return { expression, inputs: [...reader.inputs].sort() };
  } catch (error) {
    if (error instanceof Unreadable) return { at: error.at, problem: error.problem, found: error.found };
    throw error;
  }
}

class Unreadable extends Error {
  constructor(
    readonly at: number,
    readonly problem: ExpressionProblem,
    readonly found: string,
  ) {
    super(problem);
  }
}

interface Token {
  at: number;
  text: string;
  kind: 'NUMBER' | 'NAME' | 'SYMBOL' | 'END';
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const [piece = '', number, name] = /^\s*(?:(\d+(?:[.,]\d+)?)|(\p{L}[\p{L}\p{N}_]*)|.)?/u.exec(rest) ?? [];
    const token = piece.trim();
    const start = at + piece.length - token.length;
    if (token !== '') {
      const kind = number !== undefined ? 'NUMBER' : name !== undefined ? 'NAME' : 'SYMBOL';
      const plain = token === '−' ? '-' : token;
      if (kind === 'SYMBOL' && !SYMBOLS.includes(plain)) throw new Unreadable(start, 'UNKNOWN_CHARACTER', token);
      found.push({ at: start, text: plain, kind });
    }
    at += piece.length;
  }
  return [...found, { at: text.length, text: '', kind: 'END' }];
}

class Reader {
  readonly inputs = new Set<string>();
  #next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly known: readonly string[],
  ) {}

  whole(): Expression {
    const all = this.#sum();
    if (this.#peek().kind !== 'END') throw this.#unexpected();
    return all;
  }

  #sum(): Expression {
    let left = this.#product();
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
      left = { kind: sign === '+' ? 'SUM' : 'DIFFERENCE', left, right: this.#product() };
    }
    return left;
  }

  #product(): Expression {
    let left = this.#single();
    for (let sign = this.#take('*', '×', '/', '÷', ':'); sign; sign = this.#take('*', '×', '/', '÷', ':')) {
      left = { kind: sign === '*' || sign === '×' ? 'PRODUCT' : 'QUOTIENT', left, right: this.#single() };
    }
    return left;
  }

  #single(): Expression {
    const token = this.#peek();
    if (this.#take('(')) {
      const inner = this.#sum();
      this.#need(')');
      return inner;
    }
    this.#next++;
    if (token.kind === 'NUMBER') return { kind: 'NUMBER', value: this.#number(token) };
    if (token.kind !== 'NAME') throw this.#unexpected(token);
    return this.#take('(') ? this.#called(token) : this.#input(token);
  }

  #number(token: Token): Fraction {
    const value = fractionOfDecimal(token.text);
    if (value === null) throw this.#unexpected(token);
    return value;
  }

  #called(token: Token): Expression {
    const kind = FUNCTIONS.get(token.text.toLowerCase());
    if (kind === undefined) throw new Unreadable(token.at, 'UNKNOWN_FUNCTION', token.text);
    const of = [this.#sum()];
    while (this.#take(';')) of.push(this.#sum());
    this.#need(')');
    if (of.length < 2) throw new Unreadable(token.at, 'TOO_FEW', token.text);
    return { kind, of };
  }

  #input({ at, text }: Token): Expression {
    if (!this.known.includes(text)) throw new Unreadable(at, 'UNKNOWN_INPUT', text);
    this.inputs.add(text);
    return { kind: 'INPUT', name: text };
  }

  #peek(): Token {
    return this.tokens[this.#next] ?? { at: 0, text: '', kind: 'END' };
  }

  #take(...symbols: string[]): string | null {
    const { kind, text } = this.#peek();
    if (kind !== 'SYMBOL' || !symbols.includes(text)) return null;
    this.#next++;
    return text;
  }

  #need(symbol: string): void {
    if (!this.#take(symbol)) throw this.#unexpected();
  }

  #unexpected({ at, text }: Token = this.#peek()): Unreadable {
    return new Unreadable(at, 'UNEXPECTED', text);
  }
}
