const KIND = /^(Thành phố|Thị xã|Thị trấn|Huyện|Phường|Xã) (?=\p{Lu})/u;

/** A unit's name without its kind, as maps write it. */
export const shortName = (name: string): string => name.replace(KIND, '');
