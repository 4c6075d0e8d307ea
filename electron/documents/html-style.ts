import { tailleEmbleme } from './embleme-europeen'

/**
 * Style of every printed document: A4, sober, grey rules, no colour that greyscale printing would lose.
 * Measures in points and millimetres because the paper is the reference; the screen preview adds its own frame.
 * `@page` leaves 19 mm at the bottom: the footer is written there after printing (`pdf-footers.ts`).
 */
export const pageStyle = `
@page { size: A4; margin: 15mm 20mm 19mm; }
* { box-sizing: border-box; }
html { font: 10pt/1.34 Marianne, 'Registre Sans', Arial, sans-serif; color: #161616; font-variant-numeric: lining-nums tabular-nums;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; hyphens: manual; overflow-wrap: break-word; }
section { break-before: page; }
section:first-child { break-before: auto; }
p, ul, h1, h2, h3, table, figure { margin: 0; }
p { orphans: 2; widows: 2; margin-bottom: 3pt; }
h1, h2, h3 { break-after: avoid; break-inside: avoid; font-weight: 600; line-height: 1.28; }
h1 { font-size: 11.5pt; margin: 11pt 0 6pt; }
h2 { font-size: 11pt; margin: 8pt 0 2pt; }
h3 { font-size: 10pt; margin: 5pt 0 1pt; }
h2 + h3 { margin-top: 3pt; }
ul { padding-left: 12pt; margin-bottom: 3pt; }
li:first-child, li:nth-last-child(2) { break-after: avoid; }
li { margin-bottom: 0.5pt; orphans: 2; widows: 2; padding-left: 1pt; }
li::marker { content: '–  '; }
.discret { font-size: 9pt; color: #3a3a3a; line-height: 1.35; }
.references { display: flex; gap: 6pt; margin-bottom: 6pt; font-size: 9pt; line-height: 1.35; }
.references > .etiquette { flex: none; font-weight: 600; }
.references ul { margin: 0; }
.etiquette { font-weight: 600; }
.groupe, .signatures, .case { break-inside: avoid; }
.entete { display: flex; gap: 10mm; align-items: flex-start; }
.timbre { flex: 0 0 76mm; font-size: 9pt; line-height: 1.35; }
.timbre p { margin: 0 0 1pt; }
.timbre .fort { font-size: 11pt; font-weight: 600; line-height: 1.2; text-transform: uppercase; margin-bottom: 4pt; }
.timbre img { display: block; max-width: 62mm; max-height: 30mm; margin-bottom: 7pt; }
.timbre .discret { font-size: 8.5pt; }
.timbre .courant + .discret { margin-top: 6pt; }
.adresse { flex: 1; padding-top: 1pt; }
.adresse p { margin-bottom: 7pt; }
.adresse .nom { font-weight: 600; }
table { width: 100%; border-collapse: collapse; margin: 3pt 0 7pt; font-size: 9pt; line-height: 1.28; table-layout: fixed; }
caption { text-align: left; font-size: 9pt; color: #3a3a3a; padding-bottom: 3pt; break-after: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody tr:last-child { break-before: avoid; }
th { text-align: left; font-weight: 600; background: #eeeeee; border-bottom: 0.75pt solid #6a6a6a; vertical-align: bottom; }
th, td { padding: 2pt 5pt; }
td { border-bottom: 0.4pt solid #bdbdbd; vertical-align: top; }
tbody tr:last-child td { border-bottom: 0.75pt solid #6a6a6a; }
.total td, .total th { font-weight: 600; background: none; border-bottom: 0; }
.droite { text-align: right; }
.a-signer tbody tr:not(.total) td { height: 13mm; }
.a-signer, .a-signer tbody tr:nth-last-child(-n + 3) { break-after: avoid; }
.a-signer + .signatures { break-before: avoid; }
.a-signer td + td { border-left: 0.4pt solid #bdbdbd; }
.a-signer .total td { border-left: 0; }
.embleme { display: flex; gap: 4mm; align-items: center; margin: 6pt 0 8pt; break-inside: avoid; }
.drapeau { position: relative; flex: none; width: ${String(tailleEmbleme.largeur)}mm; height: ${String(tailleEmbleme.hauteur)}mm; }
.drapeau img { position: absolute; width: 100%; height: 100%; }
.embleme p { margin: 0; color: #003399; font: 12pt/1.3 Arial, 'Liberation Sans', sans-serif; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 6pt 8mm; margin-top: 9pt; }
.signatures.nombreuses { grid-template-columns: 1fr 1fr 1fr; }
.case { min-height: 22mm; border-top: 0.5pt solid #6a6a6a; padding-top: 3pt; font-size: 9pt; line-height: 1.28; }
.case p { margin: 0 0 2pt; }
.case .qualite { font-weight: 600; }
.case:last-child { grid-column-end: -1; }
`

/** Millimetres: the height between the margins of a page to be printed with its footer, and that of the text alone. */
export const papier = { hauteur: 276, corps: 263 } as const

/** Added for the system's print dialog (`html-printable.ts`): 13 mm of the bottom margin become the footer's room. */
export const printableStyle = `
@page { margin-bottom: 6mm; }
.papier { position: relative; }
.pages, .pages > tbody > tr > td, .pages > tfoot > tr > td { margin: 0; padding: 0; border: 0; font-size: 10pt; line-height: 1.34; }
.pages > tbody > tr { break-inside: auto; break-before: auto; }
.pages > tfoot { display: table-footer-group; }
.pages > tfoot > tr > td { height: ${String(papier.hauteur - papier.corps)}mm; }
.pied { position: absolute; left: 0; right: 0; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12pt;
  margin-top: 3.5mm; padding-top: 4pt; border-top: 0.5pt solid #bdbdbd; font-size: 8pt; line-height: 1.25; color: #5a5a5a; }
.pied .page { margin-left: auto; }
`
