const TIME =
  /^([1-9]\d{3})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

const MS_OF_DAY = 86_400_000;

/** The instant of an RFC 3339 time as ISO 8601 in UTC; undefined for what is none. */
export function instantOf(timestamp: string): string | undefined {
  const [whole, , , , , , , fraction = '', sign, ...offset] = TIME.exec(timestamp) ?? [];
  if (whole === undefined) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = whole
    .slice(0, 19)
    .split(/\D/)
    .map(Number);
  const [offsetHour = 0, offsetMinute = 0] = offset.map((digits) => Number(digits ?? 0));
  const isTime = hour < 24 && minute < 60 && second < 60 && offsetHour < 24 && offsetMinute < 60;
  const midnight = Date.UTC(year, month - 1, day);
  // The thirtieth of February would be a day of March.
  if (!isTime || dateOf(midnight / MS_OF_DAY) !== whole.slice(0, 10)) return undefined;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const minutes = hour * 60 + minute - (sign === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  return isoOf(midnight + (minutes * 60 + second) * 1_000 + ms);
}

function isoOf(instant: number): string {
  const days = Math.floor(instant / MS_OF_DAY);
  const ms = instant - days * MS_OF_DAY;
  const [hour, minute, second] = [3_600_000, 60_000, 1_000].map((unit, i) =>
    padded(Math.floor(ms / unit) % (i === 0 ? 24 : 60), 2),
  );
  return `${dateOf(days)}T${hour}:${minute}:${second}.${padded(ms % 1_000, 3)}Z`;
}

/**
 * The day that is `days` after the first of January 1970 in the Gregorian calendar. Years begin in
 * March here, so that the leap day is their last: 146,097 days are 400 years.
 */
function dateOf(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
