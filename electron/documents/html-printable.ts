import { fontFaces } from './html-fonts'
import type { DocumentDecrit, PartieDecrite, PiedDePage } from './html-description'
import { renderBlocs } from './html'
import { pageStyle, printableStyle, papier } from './html-style'
import { escapeHtml } from './html-text'

/**
 * The same pages as the PDF for the system's print dialog, which prints a page and not a file: the footers that a PDF gets
 * afterwards are set on the paper here, one a page. `pages`: how many each part takes, as `pagesByPart` counts them.
 */
export function renderPrintable(
  { titre, parties }: DocumentDecrit,
  pages: readonly number[],
  resources: string,
): string {
  const corps = parties.map((partie, rang) => renderPart(partie, pages[rang] ?? 1)).join('\n')
  return [
    '<!doctype html>',
    '<html lang="fr"><head><meta charset="utf-8">',
    `<title>${escapeHtml(titre)}</title>`,
    `<style>${fontFaces(resources, corps)}\n${pageStyle}${printableStyle}</style>`,
    `</head><body>${corps}</body></html>`,
  ].join('\n')
}

/** A table whose foot comes back on every page: the room of the footer is kept free, whatever the content does. */
function renderPart({ blocs, pied }: PartieDecrite, pages: number): string {
  const pieds = Array.from({ length: pages }, (_, rang) => renderPied(pied, rang, pages)).join('')
  return (
    `<section class="papier"><table class="pages"><tbody><tr><td>${renderBlocs(blocs)}</td></tr></tbody>` +
    `<tfoot><tr><td></td></tr></tfoot></table>${pieds}</section>`
  )
}

function renderPied({ sujet, mention, premierePage }: PiedDePage, rang: number, pages: number): string {
  const adresse = rang === 0 && premierePage !== '' ? `<span>${escapeHtml(premierePage)}</span>` : ''
  const haut = `${String(rang * papier.hauteur + papier.corps)}mm`
  const numero = `page ${String(rang + 1)}/${String(pages)}`
  return `<div class="pied" style="top: ${haut}">${adresse}<span class="page">${escapeHtml(`${sujet} – ${mention} – ${numero}`)}</span></div>`
}
