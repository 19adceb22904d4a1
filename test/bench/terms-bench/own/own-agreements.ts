import { fileURLToPath } from 'node:url'
import { type GoldContract, readGold } from '../gold.ts'

const FOLDERS = ['read', 'trained'] as const

/** The labelled agreements of our own that rules and models may learn from; those in `unread` nobody and nothing learns from. */
export const ownTrainingSet = (): GoldContract[] =>
  FOLDERS.flatMap(folder => readGold(fileURLToPath(new URL(`agreements/${folder}`, import.meta.url))))
