export const text = (words: string, marks?: readonly object[]) => ({
  type: 'text',
  text: words,
  ...(marks && { marks }),
})
export const line = (type: string, id: string, words: string, attrs: object = {}) => ({
  type,
  attrs: { id, ...attrs },
  ...(words === '' ? {} : { content: [text(words)] }),
})
export const para = (id: string, words: string) => line('paragraph', id, words)
export const box = (type: string, id: string, content: readonly object[], attrs: object = {}) => ({
  type,
  attrs: { id, ...attrs },
  content,
})

/** Two short clauses, where all that most cases need can happen. */
export const FEES = [
  line('heading', 'h1', 'Fees', { level: 1 }),
  para('p1', 'The fee is due monthly in arrears by bank transfer to the account of the lead partner.'),
  line('heading', 'h2', 'Notice', { level: 1 }),
  para('p2', 'Either party may end this agreement with three months notice in writing.'),
]
