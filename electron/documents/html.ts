import { emblemeDePage, texteEmbleme } from './embleme-europeen'
import { fontFaces } from './html-fonts'
import type {
  Bloc,
  ColonneDeTableau,
  DocumentDecrit,
  EmblemeDecrit,
  EnTeteDecrit,
  ListeDecrite,
  SignaturesDecrites,
  TableauDecrit,
  TitreDecrit,
} from './html-description'
import { pageStyle } from './html-style'
import { escapeHtml, escapeLines } from './html-text'

/**
 * Description → one self-contained HTML page for Chromium's printer: its style, font and images are inside, it holds no
 * script, and its only `<style>` element carries no nonce (a strict page adds its own). `resources` is the shipped folder.
 */
export function renderHtml({ titre, parties }: DocumentDecrit, resources: string): string {
  const corps = parties.map(({ blocs }) => `<section>${renderBlocs(blocs)}</section>`).join('\n')
  return [
    '<!doctype html>',
    '<html lang="fr"><head><meta charset="utf-8">',
    `<title>${escapeHtml(titre)}</title>`,
    `<style>${fontFaces(resources, corps)}\n${pageStyle}</style>`,
    `</head><body>${corps}</body></html>`,
  ].join('\n')
}

export const renderBlocs = (blocs: readonly Bloc[]): string => blocs.map(renderBloc).join('\n')

function renderBloc(bloc: Bloc): string {
  switch (bloc.genre) {
    case 'titre':
      return renderTitre(bloc)
    case 'paragraphe':
      return `<p${bloc.style === 'discret' ? ' class="discret"' : ''}>${escapeLines(bloc.texte)}</p>`
    case 'liste':
      return renderListe(bloc)
    case 'tableau':
      return renderTableau(bloc)
    case 'enTete':
      return renderEnTete(bloc)
    case 'signatures':
      return renderSignatures(bloc)
    case 'embleme':
      return renderEmbleme(bloc)
    case 'groupe':
      return `<div class="groupe">${renderBlocs(bloc.blocs)}</div>`
  }
}

function renderTitre({ niveau, texte, etiquette }: TitreDecrit): string {
  const debut = etiquette === undefined ? '' : `${escapeHtml(etiquette)}\u00A0: `
  return `<h${String(niveau)}>${debut}${escapeLines(texte)}</h${String(niveau)}>`
}

function renderListe({ items, style, etiquette }: ListeDecrite): string {
  const liste = `<ul>${items.map((item) => `<li>${escapeLines(item)}</li>`).join('')}</ul>`
  if (style !== 'references') return liste
  return `<div class="references"><p class="etiquette">${escapeHtml(etiquette ?? '')}\u00A0:</p>${liste}</div>`
}

function renderTableau({ legende, legendeVisible, colonnes, lignes, total, aSigner }: TableauDecrit): string {
  const cellules = (ligne: readonly string[]): string =>
    ligne.map((texte, rang) => `<td${classeDe(colonnes[rang])}>${escapeLines(texte)}</td>`).join('')
  const pied = total === undefined ? '' : `<tr class="total">${cellules(total)}</tr>`
  const classe = aSigner === true ? ' class="a-signer"' : ''
  return [
    legendeVisible
      ? `<table${classe}><caption>${escapeHtml(legende)}</caption>`
      : `<table${classe} aria-label="${escapeHtml(legende)}">`,
    `<colgroup>${colonnes.map(({ largeur }) => (largeur === undefined ? '<col>' : `<col width="${String(largeur)}%">`)).join('')}</colgroup>`,
    `<thead><tr>${colonnes.map((colonne) => `<th scope="col"${classeDe(colonne)}>${escapeHtml(colonne.titre)}</th>`).join('')}</tr></thead>`,
    `<tbody>${lignes.map((ligne) => `<tr>${cellules(ligne)}</tr>`).join('')}${pied}</tbody></table>`,
  ].join('')
}

const classeDe = (colonne: ColonneDeTableau | undefined): string => (colonne?.aDroite === true ? ' class="droite"' : '')

function renderEnTete({ logo, timbre, lieuEtDate, attache, destinataire, voieHierarchique }: EnTeteDecrit): string {
  const image = logo === null ? '' : `<img src="${escapeHtml(logo.source)}" alt="${escapeHtml(logo.texte)}">`
  const lignes = timbre.map(({ texte, style }) => `<p class="${style}">${escapeLines(texte)}</p>`).join('')
  const [nom = '', ...suite] = destinataire
  const adresse = [
    lieuEtDate === '' ? '' : `<p>${escapeHtml(lieuEtDate)}</p>`,
    attache.length === 0 ? '' : `<p>${attache.map(escapeHtml).join('<br>')}</p><p>à</p>`,
    `<p><span class="nom">${escapeHtml(nom)}</span>${suite.map((ligne) => `<br>${escapeHtml(ligne)}`).join('')}</p>`,
    voieHierarchique.length === 0 ? '' : `<p>${voieHierarchique.map(escapeHtml).join('<br>')}</p>`,
  ]
  return `<header class="entete"><div class="timbre">${image}${lignes}</div><div class="adresse">${adresse.join('')}</div></header>`
}

function renderEmbleme({ texte }: EmblemeDecrit): string {
  const { champ, etoiles } = emblemeDePage()
  const drapeau = `<img src="${champ}" alt="${escapeHtml(texteEmbleme)}"><img src="${etoiles}" alt="">`
  return `<div class="embleme"><div class="drapeau">${drapeau}</div><p>${escapeHtml(texte)}</p></div>`
}

function renderSignatures({ cases }: SignaturesDecrites): string {
  const boites = cases.map(({ qualite, nom, mention }) => {
    const lignes = [
      `<p class="qualite">${escapeLines(qualite)}</p>`,
      nom === '' ? '' : `<p>${escapeHtml(nom)}</p>`,
      mention === '' ? '' : `<p class="discret">${escapeHtml(mention)}</p>`,
    ]
    return `<div class="case">${lignes.join('')}</div>`
  })
  return `<div class="signatures${cases.length > 4 ? ' nombreuses' : ''}">${boites.join('')}</div>`
}
