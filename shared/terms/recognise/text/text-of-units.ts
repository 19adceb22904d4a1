/** The text that UTF-16 code units spell; a few thousand at most, as arguments of one call are limited. */
export const textOfUnits = (units: Uint16Array): string =>
  String.fromCharCode.apply(null, units as unknown as number[])
