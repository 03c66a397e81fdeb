const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** The separators in use; of those that stand equally often the first one separates. */
const SEPARATORS = [0x2c, 0x3b, 0x09];

const MOST_BYTES = 64 * 1024;

/** Finds the header of a CSV in its bytes as they come: the first line with something in it. Each byte is looked at once. */
export class CsvHead {
  /** Whether the line has ended. */
  isComplete = false;
  private seen = 0;
  private started = false;
  private quoted = false;
  /** Whether a quote here would open a text: at its beginning, or as the second one of a doubled quote. */
  private opens = true;
  private readonly counts = SEPARATORS.map(() => 0);

  /** Whether more than 64 kB went by without the end of the header. */
  get isTooLong(): boolean {
    return !this.isComplete && this.seen > MOST_BYTES;
  }

  /** Takes the next bytes of the body. */
  push(chunk: Buffer): void {
    for (const byte of chunk) {
      if (this.isComplete || this.seen > MOST_BYTES) return;
      this.seen += 1;
      this.take(byte);
    }
  }

  /** What stands most often between the names, of the three separators in use. */
  separator(): string {
    const most = this.counts.indexOf(Math.max(...this.counts));
    return String.fromCharCode(SEPARATORS[most] ?? 0x2c);
  }

  private take(byte: number): void {
    if (!this.started && (byte <= SPACE || BYTE_ORDER_MARK.includes(byte))) return;
    this.started = true;
    if (byte === QUOTE) {
      const closes = this.quoted;
      if (closes) this.quoted = false;
      else if (this.opens) this.quoted = true;
      this.opens = closes;
      return;
    }
    const separates = this.quoted ? -1 : SEPARATORS.indexOf(byte);
    if (separates >= 0) this.counts[separates] = (this.counts[separates] ?? 0) + 1;
    else if (!this.quoted && (byte === LINE_FEED || byte === CARRIAGE_RETURN)) this.isComplete = true;
    this.opens = separates >= 0;
  }
}
