/** Two circles that meet: what is in both is the agreement. Decorative; the word beside it names the product. */
export const Logo = ({ size = 22 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <g fill="none" stroke="var(--accent)" strokeWidth="2.25">
      <circle cx="11.5" cy="16" r="9" />
      <circle cx="20.5" cy="16" r="9" />
    </g>
    <path d="M16 8.21a9 9 0 0 1 0 15.58a9 9 0 0 1 0-15.58z" fill="var(--accent)" />
  </svg>
)
