import type { ColonneDeTableau, SignaturesDecrites, TableauDecrit } from './html-description'
import { largeurUtile, mm } from './docx-mesures'
import { escapeXml, p, runs } from './docx-text'

/** Half a line of white: Word puts none after a table, and joins two tables that touch. */
export const apresTableau = (avecLaSuite = false): string => p('', { style: 'Espacement', avecLaSuite })

const grille = (largeurs: readonly number[]): string =>
  `<w:tblGrid>${largeurs.map((largeur) => `<w:gridCol w:w="${largeur}"/>`).join('')}</w:tblGrid>`

const cellule = (largeur: number, contenu: string, proprietes = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${largeur}" w:type="dxa"/>${proprietes}</w:tcPr>${contenu}</w:tc>`

/** A row is never cut by a page break. */
const rangee = (cellules: string, proprietes = ''): string =>
  `<w:tr><w:trPr><w:cantSplit/>${proprietes}</w:trPr>${cellules}</w:tr>`

/** Widths in twentieths of a point: the shares given, the rest spread evenly. */
export function largeursColonnes(colonnes: readonly ColonneDeTableau[]): number[] {
  const donnees = colonnes.reduce((total, { largeur = 0 }) => total + largeur, 0)
  const libres = colonnes.filter(({ largeur }) => largeur === undefined).length
  const reste = Math.max(100 - donnees, 10) / Math.max(libres, 1)
  return colonnes.map(({ largeur = reste }) => mm((largeurUtile * largeur) / 100))
}

/**
 * A table of facts: its header comes back on each page, and its last row, or its total, is never alone there.
 * `avecLaSuite`: its rows stay with what follows it.
 */
export function tableauWord(
  { legende, legendeVisible, colonnes, lignes, total }: TableauDecrit,
  avecLaSuite: boolean,
): string {
  const largeurs = largeursColonnes(colonnes)
  const ligne = (textes: readonly string[], style: string, tenue: boolean): string =>
    textes
      .map((texte, rang) =>
        cellule(
          largeurs[rang] ?? 0,
          p(runs(texte), { style, avecLaSuite: tenue, aDroite: colonnes[rang]?.aDroite === true }),
        ),
      )
      .join('')
  const titres = rangee(
    ligne(
      colonnes.map(({ titre }) => titre),
      'TitreDeColonne',
      true,
    ),
    '<w:tblHeader/>',
  )
  return [
    legendeVisible ? p(runs(legende), { style: 'Lgende', avecLaSuite: true }) : '',
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableauRegistre"/>',
    `<w:tblW w:w="${mm(largeurUtile)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblLook w:val="${total === undefined ? '0620' : '0660'}" w:firstRow="1" w:lastRow="${total === undefined ? 0 : 1}" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${escapeXml(legende)}"/></w:tblPr>${grille(largeurs)}${titres}`,
    ...lignes.map((textes, rang) =>
      rangee(ligne(textes, 'CelluleDeTableau', avecLaSuite || rang === lignes.length - (total === undefined ? 2 : 1))),
    ),
    total === undefined ? '' : rangee(ligne(total, 'TitreDeColonne', avecLaSuite)),
    `</w:tbl>${apresTableau(avecLaSuite)}`,
  ].join('')
}

/** A grid that only places things side by side: no border, no margin of its own. Widths in millimetres. */
export function miseEnColonnes(
  rangees: readonly (readonly { contenu: string; bord?: boolean }[])[],
  colonnes: readonly number[],
  hauteurMinimale = 0,
): string {
  const largeurs = colonnes.map(mm)
  const bordHaut = '<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="6A6A6A"/></w:tcBorders>'
  const hauteur = hauteurMinimale === 0 ? '' : `<w:trHeight w:val="${mm(hauteurMinimale)}" w:hRule="atLeast"/>`
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${largeurs.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>',
    `<w:tblLook w:val="0600"/></w:tblPr>${grille(largeurs)}`,
    ...rangees.map((cases) =>
      rangee(
        cases
          .map(({ contenu, bord = false }, rang) => cellule(largeurs[rang] ?? 0, contenu, bord ? bordHaut : ''))
          .join(''),
        hauteur,
      ),
    ),
    '</w:tbl>',
  ].join('')
}

/** Boxes two by two, three by three beyond four; the last one at the right, as the page does. */
export function signaturesWord({ cases }: SignaturesDecrites, avecLaSuite: boolean): string {
  const parLigne = cases.length > 4 ? 3 : 2
  const gouttiere = 8
  const largeur = (largeurUtile - gouttiere * (parLigne - 1)) / parLigne
  const places = cases.length % parLigne === 0 ? [...cases] : [...cases.slice(0, -1)]
  const dernier = cases.at(-1)
  if (places.length < cases.length && dernier !== undefined) {
    const lignes = Math.ceil(cases.length / parLigne)
    places[lignes * parLigne - 1] = dernier
  }
  const rangees = Array.from({ length: Math.ceil(places.length / parLigne) }, (_rangee, rang) => {
    const tenue = avecLaSuite || (rang + 1) * parLigne < places.length
    return Array.from({ length: parLigne }, (_case, place) => {
      const boite = places[rang * parLigne + place]
      const textes = boite && [
        p(runs(boite.qualite, { gras: true }), { style: 'Signature', avecLaSuite: tenue }),
        boite.nom === '' ? '' : p(runs(boite.nom), { style: 'Signature', avecLaSuite: tenue }),
        boite.mention === '' ? '' : p(runs(boite.mention), { style: 'Discret', avecLaSuite: tenue }),
      ]
      const contenu = textes?.join('') ?? p('', { style: 'Signature', avecLaSuite: tenue })
      return [
        ...(place === 0 ? [] : [{ contenu: p('', { style: 'Signature' }) }]),
        { contenu, bord: boite !== undefined },
      ]
    }).flat()
  })
  const colonnes = Array.from({ length: parLigne }, (_colonne, rang) => (rang === 0 ? [largeur] : [gouttiere, largeur]))
  return `${apresTableau(true)}${miseEnColonnes(rangees, colonnes.flat(), 22)}${apresTableau(avecLaSuite)}`
}
