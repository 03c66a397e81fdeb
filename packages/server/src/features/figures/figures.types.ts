import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../app/connection.ts';
import { AttainmentStatus, CountedAs, Scope } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar, PercentScalar } from '../../app/scalars.ts';
import type { ChangedDossierRow } from './changed-dossiers.queries.ts';
import { ChangeCause, DossierField } from './figures.enums.ts';
import type { CitedFigure } from './figures.queries.ts';
import type { ClosedPeriodRow } from './periods/periods.queries.ts';

export { DossierField };

@ObjectType({ description: 'A figure as it was handed out, for ever under its reference.' })
export class Figure {
  @Field(() => ID, { description: 'What it is cited by: /so-lieu/REFERENCE opens it.' })
  reference!: string;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period, included.' })
  to!: string;

  @Field(() => Scope, { description: 'What was asked for.' })
  scope!: Scope;

  @Field(() => DateTimeScalar, { description: 'The sealed moment as of which it was known.' })
  knownAt!: Date;

  @Field(() => Int, { description: 'As handed out.' })
  numerator!: number;

  @Field(() => Int, { description: 'As handed out.' })
  denominator!: number;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'Rounded half up to two decimals, to show; null without dossiers.',
  })
  rate!: number | null;

  @Field(() => PercentScalar, {
    nullable: true,
    description: 'In force on the last day of the period, as known then; null if none.',
  })
  target!: number | null;

  @Field(() => AttainmentStatus, { description: 'As it was then.' })
  status!: AttainmentStatus;

  @Field(() => DateTimeScalar, { description: 'When it was first cited.' })
  citedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who cited it first; null for the system itself.' })
  by!: string | null;

  @Field(() => String, { description: 'SHA-256 over all of it; the event of the audit trail says the same.' })
  sha256!: string;

  row!: CitedFigure;
}

@ObjectType({
  description: 'One step from a figure as it was to what it is: what a cause added, and where that leads.',
})
export class BridgeStep {
  @Field(() => ChangeCause, { description: 'Why.' })
  cause!: ChangeCause;

  @Field(() => Int, { description: 'Added to the numerator; taken away where negative.' })
  numerator!: number;

  @Field(() => Int, { description: 'Added to the denominator; taken away where negative.' })
  denominator!: number;

  @Field(() => Int, { description: 'The numerator after this step.' })
  numeratorAfter!: number;

  @Field(() => Int, { description: 'The denominator after this step.' })
  denominatorAfter!: number;

  @Field(() => PercentScalar, { nullable: true, description: 'The rate after this step; null without dossiers.' })
  rateAfter!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Percentage points that it adds to the rate, shared out so that all steps sum to the rounded whole; null where there is no rate before or after it.',
  })
  points!: number | null;

  @Field(() => String, { nullable: true, description: 'The same as an exact fraction of one: -6/65.' })
  share!: string | null;

  @Field(() => AttainmentStatus, { description: 'Where the counts after it stand beside the target of then.' })
  statusAfter!: AttainmentStatus;

  @Field(() => Boolean, { description: 'Whether `changedDossiers` lists the dossiers of it.' })
  isListed!: boolean;
}

@ObjectType({ description: 'The difference of two figures in steps that sum exactly.' })
export class FigureBridge {
  @Field(() => [BridgeStep], { description: 'In the order in which they are told; none where nothing changed.' })
  steps!: BridgeStep[];

  @Field(() => Float, {
    nullable: true,
    description: 'Percentage points between both ends; null where an end has no rate.',
  })
  points!: number | null;

  @Field(() => ChangeCause, {
    nullable: true,
    description: 'The step that made the status another one; null: it is the same.',
  })
  statusChangedBy!: ChangeCause | null;
}

@ObjectType({ description: 'What reads other than before in a dossier, in words.' })
export class DossierDifference {
  @Field(() => DossierField, { description: 'Which of its facts.' })
  field!: DossierField;

  @Field(() => String, { nullable: true, description: 'As it was; null: nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is; null: nothing.' })
  after!: string | null;
}

@ObjectType({ description: 'A dossier because of which a figure is another one.' })
export class ChangedDossier {
  @Field(() => ID, { description: 'As it was received.' })
  code!: string;

  @Field(() => CountedAs, { nullable: true, description: 'How it counted then; null: it was not there.' })
  countedThen!: CountedAs | null;

  @Field(() => CountedAs, { description: 'How it counts now.' })
  countedNow!: CountedAs;

  @Field(() => [DossierDifference], { description: 'What reads other than then; none of a new one.' })
  differences!: DossierDifference[];

  @Field(() => DateTimeScalar, { description: 'When its present version was stored.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'The file that brought it, where there was one.' })
  file!: string | null;

  @Field(() => Int, { description: 'Grows with every correction that arrived.' })
  version!: number;

  row!: ChangedDossierRow;
}

export const ChangedDossierConnection = connectionType('ChangedDossier', ChangedDossier);

@ObjectType({ description: 'A period that was closed: published with every unit’s figure as known at one moment.' })
export class ClosedPeriod {
  @Field(() => ID, { description: 'What names it in arguments.' })
  id!: string;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day of the period, included.' })
  to!: string;

  @Field(() => String, {
    description: 'What the period is called, in the language of the request; its days where it has no name.',
  })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'The sealed moment as of which its figures were known.' })
  knownAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was closed.' })
  closedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who closed it.' })
  closedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reopened; null while it is closed.' })
  reopenedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who reopened it.' })
  reopenedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was reopened.' })
  reason!: string | null;

  @Field(() => Int, { description: 'How many figures it was published with.' })
  figures!: number;

  row!: ClosedPeriodRow;
}

export const ClosedPeriodConnection = connectionType('ClosedPeriod', ClosedPeriod);

@ObjectType({ description: 'What one moment booked into a closed period, for one cause; over the whole province.' })
export class PeriodCorrection {
  @Field(() => DateTimeScalar, { description: 'When it was stored.' })
  at!: Date;

  @Field(() => ChangeCause, { description: 'Why.' })
  cause!: ChangeCause;

  @Field(() => Int, { description: 'Added to the numerator; taken away where negative.' })
  numerator!: number;

  @Field(() => Int, { description: 'Added to the denominator; taken away where negative.' })
  denominator!: number;

  @Field(() => Int, {
    description:
      'How many units that received dossiers have other figures by it; of a definition that books nothing, by all its causes.',
  })
  units!: number;

  @Field(() => String, { nullable: true, description: 'Whose account did it; null for the system itself.' })
  by!: string | null;
}
