/**
 * What of an agreement a file that `writeDocx` wrote and `readDocx` read does not bring back, all of it: everything else comes back
 * as it was. The property of the round trip in the tests takes away exactly this.
 */
export const ROUND_TRIP_LOSSES = {
  /** Attributes of blocks that do not come back, by type; `*` stands for each block that is no object. */
  blockAttributes: {
    '*': ['id'],
    paragraph: ['insertedId', 'deletedId'],
    heading: ['insertedId', 'deletedId'],
    tableRow: ['insertedId', 'deletedId'],
    tableCell: ['colwidth'],
    tableHeader: ['colwidth'],
    codeBlock: ['language'],
  },
  /** Attributes of marks that do not come back: a change and a comment get new ids, and a move becomes its two halves. */
  markAttributes: {
    insertion: ['id', 'move'],
    deletion: ['id', 'move'],
    comment: ['id'],
    link: ['target', 'rel', 'class', 'title'],
  },
  /** Containers that do not come back where nothing is in them. */
  emptyBlocks: ['bulletList', 'orderedList', 'table', 'tableRow'],
  /** The rest, in words. */
  others: [
    'lists nested deeper than nine levels keep nine',
    'a cell without a block holds an empty paragraph',
    'a line break inside a word of the text becomes a space',
    'characters that XML cannot hold become U+FFFD',
    'a link that leads nowhere safe becomes plain text',
    'a comment whose thread is not given loses its mark',
  ],
} as const
