import { ReminderResolver, ReminderStepResolver } from './reminders/reminders.resolver.ts';
import { UrgeMessageResolver } from './messages/messages.resolver.ts';
import { UrgeRuleResolver } from './rules/rules.resolver.ts';

/** Rules, reminders, what was told to whom. */
export const URGING_RESOLVERS = [
  ReminderResolver,
  ReminderStepResolver,
  UrgeMessageResolver,
  UrgeRuleResolver,
] as const;
