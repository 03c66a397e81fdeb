import type { Text } from '../text.ts';
import type { accounts as vi } from '../vi/accounts.ts';

export const accounts = {
  'accounts.again': 'New password again',
  'accounts.change': 'Change password',
  'accounts.changed': 'Your password is changed; your other sessions have ended.',
  'accounts.current': 'Current password',
  'accounts.differ': 'The two are not the same.',
  'accounts.mustChange': 'Somebody else set this password. Set your own before you go on.',
  'accounts.next': 'New password',
  'accounts.nextHint': 'At least 12 characters; a sentence you remember is good.',
  'accounts.password': 'Password',
  'accounts.signIn': 'Sign in',
  'accounts.signInTitle': 'Sign in to Chỉ tiêu',
  'accounts.tagline': 'From the target of a province to every dossier behind the number.',
  'accounts.tooMany': 'Too many attempts. Wait {wait} seconds, then try again.',
  'accounts.unreachable': 'The server cannot be reached. Check the connection, then try again.',
  'accounts.username': 'Username',
  'accounts.wanted': 'Enter both the username and the password.',
  'accounts.wrong': 'The username or the password is wrong.',
} satisfies Record<keyof typeof vi, Text>;
