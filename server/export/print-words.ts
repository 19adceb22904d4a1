import { dateInWords } from '../../shared/terms/words.ts'

/** An ISO 8601 time in UTC as `1 April 2027, 14:05:09 UTC`; what is not one stays as it was typed. */
export function timeInWords(text: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(text) ?? []
  return date && time ? `${dateInWords(date)}, ${time} UTC` : text
}

/** Hex in groups of `size`, so that two people can read it to each other. */
export const hexInGroups = (hex: string, size: number): string =>
  hex.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ')
