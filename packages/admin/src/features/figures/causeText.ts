import type { ChangeCause } from '@chi-tieu/shared/generated/graphql';
import { t } from '../../i18n/i18n.ts';
import './texts.ts';

/** Why a figure changed, in words. */
export const causeText = (cause: ChangeCause): string => t(`figures.cause.${cause}`);
