import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Codes of an app on a phone, asked for after the password.' })
export class SecondFactor {
  @Field(() => Boolean, { description: 'Signing in asks for a code.' })
  active!: boolean;

  @Field(() => Int, { description: 'So many recovery codes can still be used, each once.' })
  recoveryCodesLeft!: number;
}

@ObjectType({
  description: 'What an app on a phone makes codes from; shown once, and nothing before a code of it confirms it.',
})
export class SecondFactorOffer {
  @Field(() => String, { description: 'To be typed into the app: base32.' })
  secret!: string;

  @Field(() => String, { description: 'What a QR code for the app carries: otpauth://…' })
  uri!: string;
}
