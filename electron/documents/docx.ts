import { Buffer } from 'node:buffer'
import type { DocumentDecrit, PiedDePage, ProprietesDocument } from './html-description'
import { blocsWord } from './docx-blocs'
import { Images } from './docx-images'
import { largeurUtile, mm, papier } from './docx-mesures'
import { noyau } from './docx-noyau'
import { numerotationWord, stylesWord } from './docx-styles'
import { champCalcule, p, runs } from './docx-text'
import { ecrireZip, partieComprimee, partieStockee, type PartieZip } from './zip-writer'

const openxml = 'http://schemas.openxmlformats.org'
const w = `${openxml}/wordprocessingml/2006/main`
const r = `${openxml}/officeDocument/2006/relationships`
const entete = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** What no letter changes, compressed once. */
const fixes: readonly PartieZip[] = [
  ['word/styles.xml', stylesWord(w)],
  ['word/numbering.xml', numerotationWord(w)],
  [
    'word/settings.xml',
    `<w:settings xmlns:w="${w}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>` +
      '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
      '<w:themeFontLang w:val="fr-FR"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>',
  ],
  [
    '_rels/.rels',
    relations([
      ['rId1', `${r}/officeDocument`, 'word/document.xml'],
      ['rId2', `${openxml}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId3', `${r}/extended-properties`, 'docProps/app.xml'],
    ]),
  ],
  [
    'docProps/app.xml',
    `<Properties xmlns="${openxml}/officeDocument/2006/extended-properties"><Application>Registre MLDS</Application></Properties>`,
  ],
].map(([nom = '', xml = '']) => partieComprimee(nom, entete + xml))

/**
 * Description → an editable Word document (.docx, ECMA-376) with the same content as the page: real styles, titles,
 * lists and tables, « page n/N » counted part by part, another foot on the first page. The same description at the same
 * instant gives the same bytes.
 */
export function renderDocx({ titre, parties }: DocumentDecrit, proprietes: ProprietesDocument): Uint8Array {
  const images = new Images()
  const seule = parties.length === 1
  const corps = parties
    .map((partie, rang) => {
      const section = sectPr(rang)
      const fin =
        rang === parties.length - 1 ? section : `<w:p><w:pPr><w:pStyle w:val="Espacement"/>${section}</w:pPr></w:p>`
      return `${blocsWord(partie.blocs, images)}${fin}`
    })
    .join('')
  const pieds = parties.flatMap(({ pied }, rang) => [
    { id: `rIdPied${rang}`, nom: `footer${2 * rang + 1}.xml`, xml: piedXml(pied, seule, false) },
    { id: `rIdPremier${rang}`, nom: `footer${2 * rang + 2}.xml`, xml: piedXml(pied, seule, true) },
  ])
  const media = images.parties()
  const liens: [string, string, string][] = [
    ['rId1', `${r}/styles`, 'styles.xml'],
    ['rId2', `${r}/numbering`, 'numbering.xml'],
    ['rId3', `${r}/settings`, 'settings.xml'],
    ...pieds.map(({ id, nom }): [string, string, string] => [id, `${r}/footer`, nom]),
    ...media.map(({ id, cible }): [string, string, string] => [id, `${r}/image`, cible]),
  ]
  const document = `<w:document xmlns:w="${w}" xmlns:r="${r}" xmlns:wp="${openxml}/drawingml/2006/wordprocessingDrawing"><w:body>${corps}</w:body></w:document>`
  const propres: [string, string][] = [
    ['[Content_Types].xml', types(pieds.map(({ nom }) => nom))],
    ['word/document.xml', document],
    ['word/_rels/document.xml.rels', relations(liens)],
    ['docProps/core.xml', noyau(titre, proprietes)],
    ...pieds.map(({ nom, xml }): [string, string] => [`word/${nom}`, xml]),
  ]
  return ecrireZip(
    [...propres.map(([nom, xml]) => partie(nom, entete + xml)), ...fixes, ...media.map(({ partie }) => partie)],
    new Date(proprietes.creeLe),
  )
}

/** Starting a compressor costs more than the few hundred bytes that it would save on a short part. */
const partie = (nom: string, xml: string): PartieZip =>
  xml.length < 3000 ? partieStockee(nom, Buffer.from(xml)) : partieComprimee(nom, xml)

/** A4, the page's margins; each part begins on a new page and counts its own. */
const sectPr = (rang: number): string =>
  [
    `<w:sectPr><w:footerReference w:type="default" r:id="rIdPied${rang}"/><w:footerReference w:type="first" r:id="rIdPremier${rang}"/>`,
    `<w:type w:val="nextPage"/><w:pgSz w:w="${mm(papier.largeur)}" w:h="${mm(papier.hauteur)}"/>`,
    `<w:pgMar w:top="${mm(papier.haut)}" w:right="${mm(papier.cotes)}" w:bottom="${mm(papier.bas)}" w:left="${mm(papier.cotes)}"`,
    ` w:header="${mm(papier.pied)}" w:footer="${mm(papier.pied)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`,
  ].join('')

/** Millimetres of a sign in the footer's Arial, on the wide side, and what must part the address from the page number. */
const pied = { adresse: 1.4, ligne: 1.5, ecart: 4 } as const

/** « sujet – mention – page 2/3 » at the right; on the first page the service's address at the left, under it if it is long. */
function piedXml({ sujet, mention, premierePage }: PiedDePage, seule: boolean, premiere: boolean): string {
  const annonce = `${sujet} – ${mention} – page\u00A0`
  const ligne = `${runs(annonce)}${champCalcule('PAGE')}${runs('/')}${champCalcule(seule ? 'NUMPAGES' : 'SECTIONPAGES')}`
  const adresse = premiere ? premierePage : ''
  const deFront =
    adresse.length * pied.adresse + (annonce.length + 3) * pied.ligne + pied.ecart < largeurUtile ? adresse : ''
  const dessous = adresse === deFront ? '' : p(runs(adresse), { style: 'AdresseDuService' })
  const premierPied =
    deFront === ''
      ? p(ligne, { style: 'Pieddepage', aDroite: true })
      : p(`${runs(deFront, { style: 'AdresseDePied' })}${runs('\t')}${ligne}`, { style: 'Pieddepage' })
  return `<w:ftr xmlns:w="${w}">${premierPied}${dessous}</w:ftr>`
}

function relations(liens: readonly (readonly [id: string, type: string, cible: string])[]): string {
  const lignes = liens.map(([id, type, cible]) => `<Relationship Id="${id}" Type="${type}" Target="${cible}"/>`)
  return `<Relationships xmlns="${openxml}/package/2006/relationships">${lignes.join('')}</Relationships>`
}

const types = (pieds: readonly string[]): string =>
  [
    `<Types xmlns="${openxml}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/>',
    `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>`,
    ...['styles', 'numbering', 'settings'].map(
      (nom) => `<Override PartName="/word/${nom}.xml" ContentType="${word}.${nom}+xml"/>`,
    ),
    ...pieds.map((nom) => `<Override PartName="/word/${nom}" ContentType="${word}.footer+xml"/>`),
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
    '</Types>',
  ].join('')
