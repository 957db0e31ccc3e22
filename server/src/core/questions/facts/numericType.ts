const NUMERIC =
  /^(?:u?int\d*(?:_t)?|[iuf]\d+|[iu]size|u?long|u?short|byte|rune|double|float\d*|decimal|bool(?:ean)?|number|bigint|Integer|Long|Short|Double|Float|Boolean|Number|BigDecimal|BigInteger|Guid|UUID|Uuid|Int\d\d|Date(?:Time\w*|Only)?|Local(?:Date|Time)\w*|Instant|date(?:time)?|ObjectId|s?size_t|unsigned(?: \w+)*|char|Decimal|time\.(?:Time|Duration)|Duration|ZonedDateTime)$/;

/** Whether values of a type, as written, are numbers, dates or the like, which hold no text of anybody's. */
export function isNumericType(type: string | undefined): boolean {
  if (type === undefined) return false;
  const plain = type
    .replace(/^(?:const|final|mut|&|\?|\s)+/, '')
    .replace(/^(?:Optional|Option|Nullable)[<[](.*)[>\]]$/, '$1')
    .replace(/(?:\?|&|\s|\|\s*(?:null|undefined|None))+$/, '')
    .replace(/^(?:std::|uuid\.|datetime\.|uuid::|System\.)/, '');
  return NUMERIC.test(plain);
}
