/** A message that was not taken. It never holds what the other side said but a number. */
export class SendingFailure extends Error {
  readonly result: string;
  /** The receiver is refused: trying again changes nothing. */
  readonly isFinal: boolean;
  /** All of it was handed over, and nobody said whether it was taken. */
  readonly mayHaveArrived: boolean;
  /** No message would get through: the others need not be tried now. */
  readonly isServers: boolean;
  /** This process ends: it was broken off. */
  readonly isStopped: boolean;

  constructor(
    result: string,
    {
      isFinal = false,
      mayHaveArrived = false,
      isServers = false,
      isStopped = false,
    }: Partial<Pick<SendingFailure, 'isFinal' | 'mayHaveArrived' | 'isServers' | 'isStopped'>> = {},
  ) {
    super(`sending failed: ${result}`);
    this.name = 'SendingFailure';
    this.result = result;
    this.isFinal = isFinal;
    this.mayHaveArrived = mayHaveArrived;
    this.isServers = isServers;
    this.isStopped = isStopped;
  }
}
