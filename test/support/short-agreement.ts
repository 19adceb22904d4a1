/** A short agreement in plain prose with one of most things that are found in text. */
export const SHORT_AGREEMENT = `REGIONAL CATERING AGREEMENT

This Regional Catering Agreement (the "Agreement") is made as of March 3, 2027 (the "Effective Date") by and between Northfold Kitchens, Inc., a Delaware corporation ("Caterer"), and the City of Aldermere, a municipal corporation (the "City").

1. Term. The initial term of this Agreement shall commence on the Effective Date and continue for a period of three (3) years. Thereafter this Agreement shall automatically renew for successive terms of one (1) year each, unless either party gives written notice of non-renewal at least ninety (90) days prior to the end of the then-current term.

2. Service. Caterer shall deliver school meals by 11:30 on every school day. On-time delivery shall be at least 98.5% per month, as reported monthly by Caterer. The parties aim to reduce food waste from 14% to 9% within the first year.

3. Money. The City shall pay each invoice within thirty (30) days of receipt. Caterer shall maintain commercial general liability insurance with limits of not less than $1,000,000 per occurrence and $2,000,000 in the aggregate.

4. Ending early. Either party may terminate this Agreement without cause upon sixty (60) days prior written notice to the other party.

5. Law. This Agreement shall be governed by the laws of the State of Oregon. Any dispute shall first be submitted to mediation and then finally settled by binding arbitration in Portland.
`
