import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lettreDeColonne } from '../../shared/domain/importation/classeur'
import { classeurBrut } from './classeur'
import { insertEtablissement } from './etablissement'
import type { TestRegistre } from './registre'

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))

/** The legacy workbook: fictional people, real établissements, real mess. */
export const classeurHerite = fixture('suivi-mlds-35-2025-2026.xlsx')

/** Every établissement that the legacy workbook cites, as the annuaire describes it: [UAI, nom, type, commune]. */
const cites = JSON.parse(readFileSync(fixture('etablissements-cites.json'), 'utf8')) as [
  string,
  string,
  string,
  string,
][]

/** Writes the cited établissements straight into the register: what importing the annuaire would have given. */
export async function insertEtablissementsCites(r: TestRegistre): Promise<void> {
  for (const [uai, nom, type, commune] of cites) {
    await insertEtablissement(r, { uai, nom, type, commune, nature: '', codePostal: '', annuaireLe: null })
  }
}

type Valeur = string | number | null

const echapper = (texte: string): string => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function cellule(valeur: Valeur, ref: string): string {
  if (valeur === null || valeur === '') return ''
  if (typeof valeur === 'number') return `<c r="${ref}"><v>${String(valeur)}</v></c>`
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${echapper(valeur)}</t></is></c>`
}

/** A workbook whose sheets are given row by row, written in the register's folder; returns its token. */
export function donnerClasseur(
  r: TestRegistre,
  feuilles: Record<string, readonly (readonly Valeur[])[]>,
  nom = 'essai.xlsx',
): string {
  const chemin = join(r.dossier, nom)
  const brutes = Object.entries(feuilles).map(([titre, lignes]) => ({
    nom: titre,
    donnees: lignes
      .map((valeurs, rang) => {
        const cellules = valeurs.map((valeur, colonne) =>
          cellule(valeur, `${lettreDeColonne(colonne + 1)}${String(rang + 1)}`),
        )
        return `<row r="${String(rang + 1)}">${cellules.join('')}</row>`
      })
      .join(''),
  }))
  writeFileSync(chemin, classeurBrut({ feuilles: brutes }))
  return r.grant(chemin)
}
