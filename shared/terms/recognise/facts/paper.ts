/** What partners sign, by the names that it gives itself; a part of a regular expression, to be read without regard to case. */
export const PAPER =
  'agreement|contract|amendment|addendum|schedule|lease|licen[sc]e|order|plan|memorandum|charter|convention|protocol|concordat|compact|pact|accord|deed|covenant|undertaking|arrangement|statement of work|secondment|subaward|sub-?grant'

/** The paper in hand: `this Agreement`, `the Framework Contract`. */
export const THIS_PAPER = `(?:this|the) (?:[\\w'-]+ ){0,3}(?:${PAPER})`

/** What is made between partners and lasts, besides the paper. */
export const BOND =
  'engagement|arrangement|cooperation|collaboration|franchise|appointment|relationship|alliance|partnership|sponsorship|venture|secondment|consortium'
/** What has a period of its own that is the agreement's. */
export const OF_A_PERIOD =
  'contract|agreement|licen[sc]e|cooperation|collaboration|lease|franchise|engagement|service|validity|effective|consulting|employment|project|grant|funding|secondment'
