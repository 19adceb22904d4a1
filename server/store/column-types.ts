/** What the two databases call the same thing. */
export interface ColumnTypes {
  readonly bytes: 'blob' | 'bytea'
}
