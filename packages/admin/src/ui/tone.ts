/** What a thing's status is about: it is met, at risk, missed, there is nothing to judge, or nothing to judge it by. */
export type Tone = 'met' | 'risk' | 'miss' | 'none' | 'open';
