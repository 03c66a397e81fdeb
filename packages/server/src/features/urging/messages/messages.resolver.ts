import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readPage, type Connection } from '../../../app/connection.ts';
import type { Context } from '../../../app/context.ts';
import { unitAsKnown } from '../../units/history.service.ts';
import { today } from '../../units/units.service.ts';
import { Unit } from '../../units/units.types.ts';
import { isReminderKey } from '../reminders/reminders.service.ts';
import type { ContactRow } from './contacts.queries.ts';
import { addContact, confirmContact, contactsOfUnit, removeContact, sendContactCode } from './contacts.service.ts';
import { messageStatus, releaseMessages, resendRefused, urgeMessages } from './messages.service.ts';
import { speakersBelow } from './speakers.service.ts';
import { UnitSpeakers } from './speakers.types.ts';
import { MessageState, UrgeContact, UrgeMessage, UrgeMessageConnection, UrgeMessageStatus } from './messages.types.ts';

@Resolver(() => UrgeMessage)
export class UrgeMessageResolver {
  @Query(() => UrgeMessageConnection, { description: 'What was told to whom, when, with which figures; newest first.' })
  async urgeMessages(
    @Arg('states', () => [MessageState], { nullable: true }) states: MessageState[] | null,
    @Arg('unit', () => ID, { nullable: true, description: 'A code: to that unit and all below it.' })
    unit: string | null,
    @Arg('reminder', () => ID, { nullable: true, description: 'Those that tell of one reminder.' })
    reminder: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<UrgeMessage>> {
    const page = readPage(first, after, isReminderKey);
    const wanted = reminder ?? null;
    const asked = { states: states ?? null, unit: unit ?? null, reminder: wanted };
    const found = await urgeMessages(ctx, asked, page);
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, row: node } }));
    return { ...found, nodes: edges.map(({ node }) => node), edges };
  }

  @Query(() => UrgeMessageStatus, { description: 'Whether anything is mailed, and what waits or failed.' })
  urgeMessageStatus(@Ctx() ctx: Context): Promise<UrgeMessageStatus> {
    return messageStatus(ctx);
  }

  @Query(() => [UrgeContact], { description: 'The addresses that a unit is written to.' })
  async urgeContacts(@Arg('unit', () => ID) unit: string, @Ctx() ctx: Context): Promise<UrgeContact[]> {
    return (await contactsOfUnit(ctx, unit)).map(showContact);
  }

  @Query(() => [UnitSpeakers], {
    description:
      'Whom to turn to about the units directly below one: who speaks for each, and its addresses; those alone whose reminders the caller reads, in the order of the codes.',
  })
  async unitSpeakers(
    @Arg('under', () => ID, { description: 'A code.' }) under: string,
    @Ctx() ctx: Context,
  ): Promise<UnitSpeakers[]> {
    return (await speakersBelow(ctx, under)).map((one) => ({ ...one, contacts: one.contacts.map(showContact) }));
  }

  @Mutation(() => UrgeContact, {
    description: 'Adds an address of a unit, and sends a code there: until that is told nothing else is.',
  })
  async addUrgeContact(
    @Arg('unit', () => ID) unit: string,
    @Arg('name', () => String, { description: 'Who reads there.' }) name: string,
    @Arg('email', () => String, { description: 'The address.' }) email: string,
    @Ctx() ctx: Context,
  ): Promise<UrgeContact> {
    return showContact(await addContact(ctx, unit, { name, email }));
  }

  @Mutation(() => UrgeContact, { description: 'Sends another code to an address that is not confirmed yet.' })
  async sendUrgeContactCode(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<UrgeContact> {
    return showContact(await sendContactCode(ctx, id));
  }

  @Mutation(() => UrgeContact, { description: 'Tells the code that was sent to an address.' })
  async confirmUrgeContact(
    @Arg('id', () => ID) id: string,
    @Arg('code', () => String, { description: 'The code of eight digits.' }) code: string,
    @Ctx() ctx: Context,
  ): Promise<UrgeContact> {
    return showContact(await confirmContact(ctx, id, code));
  }

  @Mutation(() => Boolean, { description: 'Removes an address: what waits for it is not sent.' })
  removeUrgeContact(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return removeContact(ctx, id);
  }

  @Mutation(() => Int, {
    description: 'Sends or drops all that a restored database had unsent; answers with how many messages there were.',
  })
  releaseMessages(
    @Arg('sends', () => Boolean, { description: 'Whether they are sent; else they are dropped.' }) sends: boolean,
    @Ctx() ctx: Context,
  ): Promise<number> {
    return releaseMessages(ctx, sends);
  }

  @Mutation(() => Int, {
    description: 'Sends all that was refused again, by what holds now; answers with how many messages there were.',
  })
  resendRefusedMessages(@Ctx() ctx: Context): Promise<number> {
    return resendRefused(ctx);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'Whose receiver it is for.' })
  unit(@Root() { row }: UrgeMessage, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, row.unitId, today(ctx));
  }
}

function showContact({ id, name, email, confirmedAt }: ContactRow): UrgeContact {
  return { id: String(id), name, email, confirmedAt };
}
