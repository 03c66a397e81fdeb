import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../app/scalars.ts';

@ObjectType({ description: 'Whether anybody may see what closed periods were published with.' })
export class PublicPage {
  @Field(() => Boolean, { description: 'Anybody may see it at /cong-khai.' })
  isOn!: boolean;

  @Field(() => Boolean, { description: 'The installation decides: nobody can switch it.' })
  isFixed!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was switched last; null: never.' })
  switchedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who switched it last.' })
  switchedBy!: string | null;
}
